import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { readTransaction } from "../../db/run.ts";
import type { AuditAction, AuditFilter, AuditIntegrity, AuditRecord } from "../../graphql/generated.ts";
import { chinaDayStart, daysAfter, isDay } from "../../shared/dates.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import { ROLES } from "../../shared/roles.ts";
import type { Secret } from "../../shared/secret.ts";
import { AUDIT_PAGE, COUNT_ALL_AUDIT_RECORDS, COUNT_AUDIT_RECORDS } from "./audit.cypher.ts";
import { verifyChain } from "./audit-verify.ts";

/** A page of the trail, the latest record first. */
export interface AuditPage {
  readonly totalCount: number;
  readonly records: readonly AuditRecord[];
  readonly hasNextPage: boolean;
}

/** What the auditor reads. */
export interface AuditReader {
  /** @throws InvalidInputError when a day or the cursor is not one */
  page(filter: AuditFilter, first: number, after: string | null): Promise<AuditPage>;
  /** Checks the whole chain; who asks while a check runs gets its outcome. */
  integrity(): Promise<AuditIntegrity>;
}

/** What a reader is made of. */
export interface AuditReaderOptions extends Database {
  readonly secret: Secret;
  readonly clock: () => Date;
}

const MAX_FIRST = 200;
const READ_TIMEOUT_MS = 20_000;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
/** Every action of the contract: one that is missing here is an error of types, not of the auditor's page. */
const ACTIONS = {
  SIGN_IN: "SIGN_IN",
  SIGN_OUT: "SIGN_OUT",
  CREDENTIALS: "CREDENTIALS",
  ACCOUNT: "ACCOUNT",
  SEARCH: "SEARCH",
  DOSSIER: "DOSSIER",
  EXPORT: "EXPORT",
  EXPORT_APPROVAL: "EXPORT_APPROVAL",
  UNMASK: "UNMASK",
  CONTACT: "CONTACT",
  SUBJECT_REQUEST: "SUBJECT_REQUEST",
  ERASURE: "ERASURE",
  RETENTION: "RETENTION",
  IMPORT: "IMPORT",
  REFERRAL: "REFERRAL",
  ENGAGEMENT: "ENGAGEMENT",
  CONTRIBUTION: "CONTRIBUTION",
  INTRODUCTION: "INTRODUCTION",
  MEASURE: "MEASURE",
  TEAM: "TEAM",
  SETTINGS: "SETTINGS",
  ANALYSIS: "ANALYSIS",
  AUDIT: "AUDIT",
  REFUSAL: "REFUSAL",
} as const satisfies { readonly [Action in AuditAction]: Action };
const record = z.object({
  index: z.number().int(),
  at: z.string(),
  actorId: text,
  actorName: text,
  actorRole: z
    .enum(ROLES)
    .nullish()
    .transform((value) => value ?? null),
  demo: z.boolean(),
  ip: text,
  action: z.enum(ACTIONS),
  subjectIds: z.array(z.string()),
  detail: z.string(),
  result: z.enum(["OK", "REFUSED", "FAILED"]),
  requestId: text,
  hash: z.string(),
});
const pageRow = z.object({ record });
const countRow = z.object({ count: z.number() });

/** A day, when it is one. */
function dayGiven(day: string): string {
  if (isDay(day)) return day;
  throw new InvalidInputError(
    `“${day.slice(0, 20)}”不是日期，请写成 YYYY-MM-DD。`,
    `"${day.slice(0, 20)}" is not a date; write it as YYYY-MM-DD.`,
  );
}

/** The cursor of a record; opaque to clients. */
export function cursorOf(index: number): string {
  return Buffer.from(`audit:${index}`).toString("base64url");
}

function indexOfCursor(cursor: string): number {
  const match = /^audit:(\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  if (match === null)
    throw new InvalidInputError("翻页位置无效，请从第一页重新查看。", "The position is not valid; start again from the first page.");
  return Number(match[1]);
}

function conditionsOf(filter: AuditFilter) {
  return {
    actor: filter.actor ?? null,
    actions: filter.actions ?? null,
    results: filter.results ?? null,
    subject: filter.subject ?? null,
    from: filter.from == null ? null : chinaDayStart(dayGiven(filter.from)).toISOString(),
    until: filter.to == null ? null : chinaDayStart(daysAfter(dayGiven(filter.to), 1)).toISOString(),
  };
}

/** The auditor's view of the trail in a database. */
export function createAuditReader({ driver, database, secret, clock }: AuditReaderOptions): AuditReader {
  let checking: Promise<AuditIntegrity> | undefined;
  const check = async (): Promise<AuditIntegrity> => {
    const report = await verifyChain({ driver, database }, secret);
    return {
      intact: report.intact,
      records: report.records,
      firstBadIndex: report.firstBadIndex,
      headHash: report.last.hash === "" ? null : report.last.hash,
      checkedAt: clock().toISOString(),
    };
  };
  return {
    page: (filter, first, after) => {
      const conditions = conditionsOf(filter);
      const before = after === null ? Number.MAX_SAFE_INTEGER : indexOfCursor(after);
      const size = Math.min(Math.max(first, 0), MAX_FIRST);
      const all = Object.values(conditions).every((condition) => condition === null);
      return readTransaction(
        driver,
        database,
        async (transaction) => {
          const [counted] = decodeRows(countRow, await transaction.run(all ? COUNT_ALL_AUDIT_RECORDS : COUNT_AUDIT_RECORDS, conditions));
          const rows = decodeRows(pageRow, await transaction.run(AUDIT_PAGE, { ...conditions, before, limit: size + 1 }));
          const records = rows.slice(0, size).map((row) => row.record);
          return { totalCount: counted?.count ?? 0, records, hasNextPage: rows.length > size };
        },
        { timeoutMs: READ_TIMEOUT_MS },
      );
    },
    integrity: () => {
      checking ??= check().finally(() => {
        checking = undefined;
      });
      return checking;
    },
  };
}
