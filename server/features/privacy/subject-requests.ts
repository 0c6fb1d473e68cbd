import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, type Transaction, writeTransaction } from "../../db/run.ts";
import { removeScientistIn } from "../../db/seed/index.ts";
import { type WorkTransaction, workTransaction } from "../../db/work-changes.ts";
import type { RegisterSubjectRequestInput, SubjectRequestOutcome, SubjectRequestStatus } from "../../graphql/generated.ts";
import { chinaDayOf, daysAfter, isDayUpTo } from "../../shared/dates.ts";
import { newId } from "../../shared/ids.ts";
import { type Outcome, type Refusal, refuse } from "../../shared/refusals.ts";
import type { AuditActor, AuditDetail, AuditTrail, RequestOrigin } from "../audit/audit.types.ts";
import type { HeldWork, SubjectRequestModel } from "./privacy.types.ts";
import type { Identity } from "./refusal-keys.ts";
import type { RefusalRegister } from "./refusal-register.ts";
import * as cypher from "./subject-requests.cypher.ts";

/** On whose behalf something is written, and from where. */
export interface Writer {
  readonly actor: AuditActor;
  readonly origin: RequestOrigin;
}

/** Requests under 个人信息保护法 art. 44–50. Closing an erasure erases: the person, all that hangs on them, and every way back in. */
export interface SubjectRequests {
  /** At most 1,000, open ones first, those due soonest before others. */
  list(status: SubjectRequestStatus | null): Promise<SubjectRequestModel[]>;
  register(input: RegisterSubjectRequestInput, by: Writer): Promise<Outcome<SubjectRequestModel>>;
  close(id: string, outcome: SubjectRequestOutcome, note: string, by: Writer): Promise<Outcome<SubjectRequestModel>>;
}

/** What the requests are made with. */
export interface SubjectRequestsOptions extends Database {
  readonly register: RefusalRegister;
  readonly work: HeldWork;
  /** Removes what imports of works hold of a scientist, and answers what the register must know of it. `now` in milliseconds. */
  readonly eraseImported: (transaction: Transaction, scientistId: string, now: number) => Promise<readonly Identity[]>;
  /** Takes a scientist who is erased out of requests for introductions. */
  readonly eraseIntroductions: (transaction: WorkTransaction, scientistId: string) => Promise<void>;
  /** Ends requests for introductions that lead over a scientist who objects to being contacted. */
  readonly endIntroductions: (transaction: WorkTransaction, scientistId: string) => Promise<void>;
  readonly audit: AuditTrail;
  readonly clock: () => Date;
  /** Returns once lists and maps show a change of the graph, so that who erases sees it done. */
  readonly shown: (sequence: number) => Promise<void>;
}

/** Days until an answer is due: GB/T 35273-2020 §8.7 allows 30; the office promises half. */
const DUE_DAYS = 15;
const LIST_LIMIT = 1_000;
const WORDS = { min: 4, max: 1_000 };
const STATUSES: readonly SubjectRequestStatus[] = ["OPEN", "COMPLETED", "DECLINED"];

/** What cannot be taken back, and so is not for somebody who only tries the product. */
const FOR_GOOD: ReadonlySet<SubjectRequestModel["kind"]> = new Set(["ERASURE", "OBJECTION"]);

const REFUSALS = {
  noSuchPerson: {
    field: "scientistId",
    zh: "没有这位科学家，可能已被删除。",
    en: "There is no such scientist; the record may have been removed.",
  },
  noSuchRequest: { field: "id", zh: "没有这条请求。", en: "There is no such request." },
  trial: {
    field: null,
    zh: "试用台不能删除真实人员或停止与其联系；请由正式账号办理。",
    en: "The trial desk erases nobody and ends no contact with real people; let somebody with an account of their own handle it.",
  },
  closed: { field: null, zh: "这条请求已经办结。", en: "This request has already been closed." },
  requester: {
    field: "requester",
    zh: "请用 4 到 1000 个字写明请求人及核验身份的方式。",
    en: "Say in 4 to 1,000 characters who asked and how they were identified.",
  },
  description: { field: "description", zh: "请用 4 到 1000 个字写明请求内容。", en: "Say in 4 to 1,000 characters what they ask." },
  receivedOn: {
    field: "receivedOn",
    zh: "收到日期应为不晚于今天的日期，格式 YYYY-MM-DD。",
    en: "The date of receipt must be today or earlier, as YYYY-MM-DD.",
  },
  note: { field: "note", zh: "请用 4 到 1000 个字写明办理结果。", en: "Say in 4 to 1,000 characters how it was handled." },
} as const satisfies Readonly<Record<string, Refusal>>;

const requestRow = z.object({
  request: z.object({
    id: z.string(),
    kind: z.enum(["ACCESS", "CORRECTION", "ERASURE", "OBJECTION"]),
    scientistId: z.string(),
    requester: z.string(),
    description: z.string(),
    receivedOn: z.string(),
    dueOn: z.string(),
    status: z.enum(["OPEN", "COMPLETED", "DECLINED"]),
    note: z.string().nullable(),
    closedBy: z.string().nullable(),
    closedAt: z.string().nullable(),
    demo: z.boolean(),
  }),
});

function isSaid(text: string): boolean {
  const length = text.trim().length;
  return length >= WORDS.min && length <= WORDS.max;
}

/** Particulars for the trail: who asked is kept in the request, not in a record that nobody can correct. */
function particulars({ id, kind, status, dueOn }: SubjectRequestModel): AuditDetail {
  return { request: id, kind, status, dueOn };
}

function invalid(input: RegisterSubjectRequestInput, receivedOn: string, today: string): Refusal | undefined {
  if (!isSaid(input.requester)) return REFUSALS.requester;
  if (!isSaid(input.description)) return REFUSALS.description;
  return isDayUpTo(receivedOn, today) ? undefined : REFUSALS.receivedOn;
}

/** The requests of one database. */
export function createSubjectRequests({
  driver,
  database,
  register,
  work,
  eraseImported,
  eraseIntroductions,
  endIntroductions,
  audit,
  clock,
  shown,
}: SubjectRequestsOptions): SubjectRequests {
  /** Notes the objection where the person is held. */
  async function object(transaction: WorkTransaction, id: string, on: string): Promise<void> {
    const { scientistId, candidateId } = await work.subjectOf(transaction, id);
    if (scientistId !== null) {
      await transaction.run(cypher.RECORD_OBJECTION, { scientistId, on });
      await endIntroductions(transaction, scientistId);
    } else if (candidateId !== null) await work.object(transaction, candidateId, on);
  }

  /** Removes the person with all the work on them, and enters them in the register. Returns the number of the change of the graph, or null when nobody of the map went. */
  async function erase(transaction: WorkTransaction, { id: requestId, scientistId: id }: SubjectRequestModel, by: Writer, now: Date) {
    const { scientistId, candidateId } = await work.subjectOf(transaction, id);
    const held = scientistId === null ? [] : await work.candidatesOf(transaction, scientistId);
    const candidateIds = [...new Set([...held, ...(candidateId === null ? [] : [candidateId])])];
    let refusalHashes = scientistId === null ? 0 : await register.enter(transaction, scientistId, requestId, now);
    const imported = scientistId === null ? [] : await eraseImported(transaction, scientistId, now.getTime());
    for (const identity of [...imported, ...(await work.identitiesOf(transaction, candidateIds))])
      refusalHashes += await register.enterIdentity(transaction, identity, requestId, now);
    await work.erase(transaction, candidateIds);
    if (scientistId !== null) await eraseIntroductions(transaction, scientistId);
    const sequence = scientistId === null ? null : await removeScientistIn(transaction, scientistId);
    const subjectIds = [...new Set([id, ...(scientistId === null ? [] : [scientistId]), ...candidateIds])];
    const detail = { request: requestId, refusalHashes };
    await audit.appendIn(transaction, { ...by, action: "ERASURE", subjectIds, detail, result: "OK" });
    return sequence;
  }

  /** Does what was asked. Returns the number of the change of the graph, or null when people in it stay as they are. */
  async function fulfil(transaction: WorkTransaction, request: SubjectRequestModel, by: Writer, now: Date): Promise<number | null> {
    if (request.kind === "OBJECTION") await object(transaction, request.scientistId, chinaDayOf(now));
    return request.kind === "ERASURE" ? erase(transaction, request, by, now) : null;
  }

  return {
    async list(status) {
      const statuses = status === null ? STATUSES : [status];
      const rows = await read(driver, database, cypher.SUBJECT_REQUESTS, { statuses, limit: LIST_LIMIT });
      return decodeRows(requestRow, rows).map((row) => row.request);
    },

    async register(input, by) {
      const now = clock();
      const receivedOn = input.receivedOn ?? chinaDayOf(now);
      const refused = invalid(input, receivedOn, chinaDayOf(now));
      if (refused !== undefined) return refuse(refused);
      const asked: SubjectRequestModel = {
        id: newId(now.getTime()),
        kind: input.kind,
        scientistId: input.scientistId,
        requester: input.requester.trim(),
        description: input.description.trim(),
        receivedOn,
        dueOn: daysAfter(receivedOn, DUE_DAYS),
        status: "OPEN",
        note: null,
        closedBy: null,
        closedAt: null,
        demo: by.actor.demo,
      };
      return writeTransaction(driver, database, async (transaction) => {
        // Who is identified is asked about as the scientist they are.
        const { scientistId } = await work.subjectOf(transaction, asked.scientistId);
        const request = { ...asked, scientistId: scientistId ?? asked.scientistId };
        const statement = scientistId === null ? cypher.CREATE_REQUEST_OF_CANDIDATE : cypher.CREATE_SUBJECT_REQUEST;
        const created = await transaction.run(statement, { scientistId: request.scientistId, properties: request });
        if (created.length === 0) return refuse(REFUSALS.noSuchPerson);
        const detail = { before: null, after: particulars(request) };
        await audit.appendIn(transaction, { ...by, action: "SUBJECT_REQUEST", subjectIds: [request.scientistId], detail, result: "OK" });
        return { done: request };
      });
    },

    async close(id, outcome, note, by) {
      if (!isSaid(note)) return refuse(REFUSALS.note);
      const { sequence, ...answer } = await workTransaction({ driver, database }, async (transaction) => {
        const now = clock();
        const [found] = decodeRows(requestRow, await transaction.run(cypher.LOCK_SUBJECT_REQUEST, { id }));
        if (found === undefined) return { ...refuse(REFUSALS.noSuchRequest), sequence: null };
        if (found.request.status !== "OPEN") return { ...refuse(REFUSALS.closed), sequence: null };
        if (by.actor.demo && outcome === "COMPLETED" && FOR_GOOD.has(found.request.kind)) {
          return { ...refuse(REFUSALS.trial), sequence: null };
        }
        const closing = { status: outcome, note: note.trim(), closedBy: by.actor.name, closedAt: now.toISOString() };
        const closed: SubjectRequestModel = { ...found.request, ...closing };
        const changed = outcome === "COMPLETED" ? await fulfil(transaction, closed, by, now) : null;
        await transaction.run(cypher.CLOSE_SUBJECT_REQUEST, { id, ...closing });
        const detail = { before: particulars(found.request), after: particulars(closed) };
        await audit.appendIn(transaction, { ...by, action: "SUBJECT_REQUEST", subjectIds: [closed.scientistId], detail, result: "OK" });
        return { done: closed, sequence: changed };
      });
      if (sequence !== null) await shown(sequence);
      return answer;
    },
  };
}
