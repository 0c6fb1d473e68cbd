import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, type Transaction, writeTransaction } from "../../db/run.ts";
import { AppError } from "../../shared/errors.ts";
import { newId } from "../../shared/ids.ts";
import { type Outcome, refuse } from "../../shared/refusals.ts";
import type { AuditDetail, AuditEvent, AuditTrail } from "../audit/index.ts";
import { REASON_RULE, reasonOf, requiredReason } from "./export-reason.ts";
import { selectionAddress, selectionText } from "./export-selection.ts";
import {
  CHANGE_EXPORT_REQUEST,
  CREATE_EXPORT_REQUEST,
  EXPORT_REQUESTS,
  EXPORT_REQUESTS_OF,
  LOCK_EXPORT_REQUEST,
} from "./exports.cypher.ts";
import type { ExportRequestModel, ExportSelection, Requester, WantedExport } from "./exports.types.ts";

/** What exports are made of. */
export interface ExportsOptions extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
  /** Rows that an export may have without a second person. */
  readonly rowCap: number;
}

/** Who may take how much out, and the proof that it was taken. */
export interface ExportsService {
  readonly rowCap: number;
  /** Asks a second person for an export of `count` people. */
  request(by: Requester, selection: ExportSelection, reason: string, count: number): Promise<Outcome<ExportRequestModel>>;
  /** Approves or declines; never one's own. */
  decide(by: Requester, id: string, approve: boolean, note: string): Promise<Outcome<ExportRequestModel>>;
  /** Requests, the latest first: the requester's own, or everyone's. */
  list(requesterId: string | null): Promise<ExportRequestModel[]>;
  /**
   * Records an export before its first byte leaves; over the cap it uses up the approval in the same transaction.
   * @throws InvalidInputError without a reason
   * @throws AppError `EXPORT_NEEDS_APPROVAL`, `EXPORT_APPROVAL_REFUSED` or `AUDIT_UNAVAILABLE`: then nothing may leave
   */
  release(by: Requester, wanted: WantedExport): Promise<void>;
}

const MOST_NOTE = 500;
const APPROVAL_HOURS = 24;
const HOUR_MS = 3_600_000;
const LISTED = 500;

const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const stored = z.object({
  id: z.string(),
  requestedById: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  reason: z.string(),
  selection: z.string(),
  selectionKey: z.string(),
  rowCount: z.number(),
  status: z.enum(["PENDING", "APPROVED", "DECLINED", "USED"]),
  decidedBy: optionalText,
  decidedAt: optionalText,
  note: optionalText,
  expiresAt: optionalText,
});
const requestRow = z.object({ request: stored });
const lockedRow = z.object({ request: stored, issuedById: optionalText });
type StoredRequest = z.infer<typeof stored>;

function modelOf({ selectionKey: _key, ...request }: StoredRequest, now: Date): ExportRequestModel {
  const expired = request.status === "APPROVED" && (request.expiresAt ?? "") <= now.toISOString();
  return expired ? { ...request, status: "EXPIRED" } : request;
}

function approvalRefused(zh: string, en: string): AppError {
  return new AppError("EXPORT_APPROVAL_REFUSED", zh, en);
}

/** @throws AppError `EXPORT_APPROVAL_REFUSED` when the request does not allow exactly this export, now, to this requester */
function assertAllows(
  request: StoredRequest | undefined,
  by: Requester,
  wanted: WantedExport,
  now: Date,
): asserts request is StoredRequest {
  if (request === undefined || request.requestedById !== by.actor.id)
    throw approvalRefused("没有找到您的这项审批，请重新申请。", "There is no such approval of yours; ask for one again.");
  const { status } = modelOf(request, now);
  if (status === "PENDING") throw approvalRefused("该申请尚未审批，请等待。", "Nobody has decided on this request yet; wait for it.");
  if (status === "DECLINED")
    throw approvalRefused("该申请未获批准，不能导出。", "This request was declined, so the export is not possible.");
  if (status === "USED") throw approvalRefused("该审批已使用过，请重新申请。", "This approval was used already; ask for one again.");
  if (status === "EXPIRED") throw approvalRefused("该审批已过期，请重新申请。", "This approval has expired; ask for one again.");
  if (request.selectionKey !== selectionText(wanted.selection))
    throw approvalRefused(
      "导出的名单与获批的名单不一致，请按获批的条件导出。",
      "The list is not the one that was approved; export with the approved conditions.",
    );
  if (wanted.count > request.rowCount)
    throw approvalRefused(
      `名单已增至 ${wanted.count} 人，超过获批的 ${request.rowCount} 人，请重新申请。`,
      `The list has grown to ${wanted.count} people, more than the ${request.rowCount} that were approved; ask for approval again.`,
    );
}

class GraphExports implements ExportsService {
  readonly #options: ExportsOptions;

  constructor(options: ExportsOptions) {
    this.#options = options;
  }

  get rowCap(): number {
    return this.#options.rowCap;
  }

  async request(by: Requester, selection: ExportSelection, given: string, count: number): Promise<Outcome<ExportRequestModel>> {
    const { rowCap, clock, audit } = this.#options;
    const reason = reasonOf(given);
    if (reason === undefined) return refuse({ field: "reason", ...REASON_RULE });
    if (count <= rowCap)
      return refuse({
        field: "filter",
        zh: `名单有 ${count} 人，不超过 ${rowCap} 人，可直接导出，无需审批。`,
        en: `The list has ${count} people, not more than ${rowCap}: export it directly, no approval is needed.`,
      });
    const now = clock();
    const request = {
      id: newId(now.getTime()),
      requestedById: by.actor.id,
      requestedBy: by.actor.name,
      requestedAt: now.toISOString(),
      reason,
      selection: selectionAddress(selection),
      selectionKey: selectionText(selection),
      rowCount: count,
      status: "PENDING",
      demo: by.actor.demo,
    };
    return await this.#write(async (transaction) => {
      const [row] = decodeRows(requestRow, await transaction.run(CREATE_EXPORT_REQUEST, { request }));
      const detail = { what: "REQUESTED", reason, count, selection: request.selection };
      await audit.appendIn(transaction, this.#event(by, "EXPORT_APPROVAL", [request.id], detail));
      return row === undefined ? refuse(NOT_THERE) : { done: modelOf(row.request, now) };
    });
  }

  async decide(by: Requester, id: string, approve: boolean, given: string): Promise<Outcome<ExportRequestModel>> {
    const note = given.trim();
    if (note === "" || note.length > MOST_NOTE)
      return refuse({ field: "note", zh: `请写明审批意见，最多 ${MOST_NOTE} 个字。`, en: `Say why, in at most ${MOST_NOTE} characters.` });
    const now = this.#options.clock();
    return await this.#write(async (transaction) => {
      const [locked] = decodeRows(lockedRow, await transaction.run(LOCK_EXPORT_REQUEST, { id }));
      if (locked === undefined) return refuse(NOT_THERE);
      const { request } = locked;
      // A script acts for whoever issued its token.
      if ([request.requestedById, locked.issuedById].includes(by.actor.id)) return refuse(OWN);
      if (request.status !== "PENDING") return refuse(DECIDED);
      const changes = {
        status: approve ? "APPROVED" : "DECLINED",
        decidedById: by.actor.id,
        decidedBy: by.actor.name,
        decidedAt: now.toISOString(),
        note,
        expiresAt: approve ? new Date(now.getTime() + APPROVAL_HOURS * HOUR_MS).toISOString() : null,
      };
      const [row] = decodeRows(requestRow, await transaction.run(CHANGE_EXPORT_REQUEST, { id, changes }));
      const detail = { what: changes.status, before: "PENDING", note, requestedBy: request.requestedBy, count: request.rowCount };
      await this.#options.audit.appendIn(transaction, this.#event(by, "EXPORT_APPROVAL", [id, request.requestedById], detail));
      return row === undefined ? refuse(NOT_THERE) : { done: modelOf(row.request, now) };
    });
  }

  async list(requesterId: string | null): Promise<ExportRequestModel[]> {
    const { driver, database, clock } = this.#options;
    const rows =
      requesterId === null
        ? await read(driver, database, EXPORT_REQUESTS, { limit: LISTED })
        : await read(driver, database, EXPORT_REQUESTS_OF, { requestedById: requesterId, limit: LISTED });
    return decodeRows(requestRow, rows).map(({ request }) => modelOf(request, clock()));
  }

  async release(by: Requester, wanted: WantedExport): Promise<void> {
    const { audit, rowCap } = this.#options;
    const reason = requiredReason(wanted.reason);
    const selection = selectionText(wanted.selection);
    const detail = { ...wanted.detail, reason, count: wanted.count, format: wanted.format, selection };
    if (wanted.count <= rowCap) return await audit.append(this.#event(by, "EXPORT", [], detail));
    try {
      await this.#spendApproval(by, wanted, detail);
    } catch (error) {
      if (error instanceof AppError && REFUSALS.has(error.code)) {
        await audit.append({ ...this.#event(by, "EXPORT", [], { ...detail, refusal: error.code, cap: rowCap }), result: "REFUSED" });
      }
      throw error;
    }
  }

  async #spendApproval(by: Requester, wanted: WantedExport, detail: AuditDetail): Promise<void> {
    const { rowCap, clock, audit } = this.#options;
    const id = wanted.approval;
    if (id === undefined) {
      throw new AppError(
        "EXPORT_NEEDS_APPROVAL",
        `名单有 ${wanted.count} 人，超过 ${rowCap} 人，须先申请另一人审批。`,
        `The list has ${wanted.count} people, more than ${rowCap}: ask a second person for approval first.`,
      );
    }
    await this.#write(async (transaction) => {
      const now = clock();
      const [locked] = decodeRows(lockedRow, await transaction.run(LOCK_EXPORT_REQUEST, { id }));
      assertAllows(locked?.request, by, wanted, now);
      await transaction.run(CHANGE_EXPORT_REQUEST, { id, changes: { status: "USED", usedAt: now.toISOString() } });
      await audit.appendIn(transaction, this.#event(by, "EXPORT", [id], { ...detail, approvedBy: locked?.request.decidedBy ?? null }));
    });
  }

  #event({ actor, origin }: Requester, action: AuditEvent["action"], subjectIds: readonly string[], detail: AuditDetail): AuditEvent {
    return { actor, origin, action, subjectIds, detail, result: "OK" };
  }

  #write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return writeTransaction(this.#options.driver, this.#options.database, work);
  }
}

const REFUSALS = new Set(["EXPORT_NEEDS_APPROVAL", "EXPORT_APPROVAL_REFUSED"]);
const NOT_THERE = { field: "id", zh: "没有找到这项导出申请。", en: "There is no such request." };
const OWN = { field: null, zh: "不能审批自己的导出申请，须由另一人审批。", en: "Nobody decides on an own request; a second person must." };
const DECIDED = { field: null, zh: "该申请已有审批结果。", en: "This request has been decided on already." };

/** Exports with their row cap, approvals and records. */
export function createExportsService(options: ExportsOptions): ExportsService {
  return new GraphExports(options);
}
