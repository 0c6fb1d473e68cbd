import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, readTransaction, type Transaction } from "../../db/run.ts";
import type { ContributionStatus } from "../../graphql/generated.ts";
import { STATUSES } from "./contribution-rules.ts";
import * as cypher from "./contributions.cypher.ts";
import type {
  ContributionGround,
  ContributionModel,
  ContributionPage,
  ContributionSelection,
  SettlementRow,
} from "./contributions.types.ts";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const stored = z.object({
  id: z.string(),
  kind: z.enum(["FIRST_REPORT", "INTRODUCTION", "VISIT", "OUTCOME"]),
  ambassadorId: z.string(),
  ambassadorName: z.string(),
  proposedPoints: z.number(),
  points: z.number(),
  settingsVersion: z.number(),
  status: z.enum(STATUSES),
  evidence: text,
  on: z.string(),
  proposedAt: z.string(),
  dispute: text,
  decisionNote: text,
  decidedByName: text,
  decidedAt: text,
  settlement: text,
  demo: z.boolean(),
});
const row = z.object({ contribution: stored, referralId: z.string() });
const namedRow = row.extend({ personName: z.string() });
const lockedRow = row.extend({ subjectIds: z.array(z.string()), ambassadorIssuer: text, actorIssuer: text });
const groundRow = z.object({
  referralId: z.string(),
  ambassadorId: z.string(),
  ambassadorName: z.string(),
  demo: z.boolean(),
  subjectIds: z.array(z.string()),
  status: z.enum(STATUSES).nullable(),
  contributionId: z.string().nullable(),
});
const totals = z.object({ totalCount: z.number(), totalPoints: z.number(), demoCount: z.number(), demoPoints: z.number() });
const NONE = { totalCount: 0, totalPoints: 0, demoCount: 0, demoPoints: 0 };
const counted = z.object({ count: z.number() });
const numbered = z.object({ number: z.string() });
const settledRow = z.object({ ambassadorId: z.string(), referralId: z.string() });

function modelOf({ contribution, referralId }: z.infer<typeof row>): ContributionModel {
  return { ...contribution, referralId };
}

function namedOf(named: z.infer<typeof namedRow>): SettlementRow {
  return { ...modelOf(named), personName: named.personName };
}

/** A contribution in a transaction that may change it. */
export interface FoundContribution {
  readonly contribution: ContributionModel;
  readonly subjectIds: readonly string[];
  /** The hands it is of, and those of the asker: account, and for a script who issued its token. */
  readonly ambassadorHands: readonly string[];
  readonly actorHands: readonly string[];
}

/** Properties of a contribution as written. */
export interface NewContribution
  extends Omit<ContributionModel, "referralId" | "dispute" | "decisionNote" | "decidedByName" | "decidedAt" | "settlement"> {
  readonly occasion: string;
  readonly proposedById: string | null;
}

/** The referral behind a proposal, and the contribution that is there on the same occasion; null without such a referral. */
export async function findGround(
  transaction: Transaction,
  referralId: string,
  occasion: string,
): Promise<{ ground: ContributionGround; there: { id: string; status: ContributionStatus } | null } | null> {
  const [found] = decodeRows(groundRow, await transaction.run(cypher.CONTRIBUTION_GROUND, { referralId, occasion }));
  if (found === undefined) return null;
  const { status, contributionId, ...ground } = found;
  return { ground, there: status === null || contributionId === null ? null : { id: contributionId, status } };
}

/** Writes a contribution through a referral. */
export async function createContribution(transaction: Transaction, referralId: string, properties: NewContribution): Promise<void> {
  await transaction.run(cypher.CREATE_CONTRIBUTION, { referralId, properties: { ...properties } });
}

/** One contribution, or null. */
export async function findContribution(transaction: Transaction, id: string, actorId: string): Promise<FoundContribution | null> {
  const [found] = decodeRows(lockedRow, await transaction.run(cypher.CONTRIBUTION_BY_ID, { id, actorId }));
  if (found === undefined) return null;
  const hands = (own: string, issuer: string | null) => (issuer === null ? [own] : [own, issuer]);
  return {
    contribution: modelOf(found),
    subjectIds: found.subjectIds,
    ambassadorHands: hands(found.contribution.ambassadorId, found.ambassadorIssuer),
    actorHands: hands(actorId, found.actorIssuer),
  };
}

/** Changes a contribution. @returns it as it is now; null when it is gone */
export async function changeContribution(
  transaction: Transaction,
  id: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<ContributionModel | null> {
  const [changed] = decodeRows(row, await transaction.run(cypher.CHANGE_CONTRIBUTION, { id, changes }));
  return changed === undefined ? null : modelOf(changed);
}

/** Removes a contribution. */
export async function deleteContribution(transaction: Transaction, id: string): Promise<void> {
  await transaction.run(cypher.DELETE_CONTRIBUTION, { id });
}

/** One page of a selection, latest first; `before` is the id after which it begins. */
export function readPage(
  { driver, database }: Database,
  { statuses, ambassadorId }: ContributionSelection,
  before: string | null,
  size: number,
): Promise<ContributionPage> {
  const conditions = { statuses: statuses ?? STATUSES, ambassadorId };
  return readTransaction(driver, database, async (transaction) => {
    const [total] = decodeRows(totals, await transaction.run(cypher.COUNT_CONTRIBUTIONS, conditions));
    const rows = decodeRows(row, await transaction.run(cypher.CONTRIBUTION_PAGE, { ...conditions, before, limit: size + 1 }));
    return {
      ...(total ?? NONE),
      items: rows.slice(0, size).map(modelOf),
      hasNextPage: rows.length > size,
    };
  });
}

/** The contributions of one ambassador, latest first. */
export async function contributionsOf({ driver, database }: Database, ambassadorId: string): Promise<ContributionModel[]> {
  return decodeRows(row, await read(driver, database, cypher.CONTRIBUTIONS_OF, { ambassadorId })).map(modelOf);
}

/** What waits for a decision, 演示 or not, oldest first. */
export async function waitingContributions({ driver, database }: Database, demo: boolean, limit: number): Promise<SettlementRow[]> {
  const parameters = { statuses: ["PROPOSED", "DISPUTED"], demo, limit };
  return decodeRows(namedRow, await read(driver, database, cypher.WAITING_CONTRIBUTIONS, parameters)).map(namedOf);
}

/** The own contributions that were decided since a time (ISO 8601), latest first. */
export async function decidedContributions(
  { driver, database }: Database,
  ambassadorId: string,
  since: string,
  limit: number,
): Promise<SettlementRow[]> {
  const parameters = { ambassadorId, statuses: ["CONFIRMED", "REJECTED"], since, limit };
  return decodeRows(namedRow, await read(driver, database, cypher.DECIDED_CONTRIBUTIONS, parameters)).map(namedOf);
}

/** The settlement numbers that begin with `prefix`. */
export async function settlementsOfDay(transaction: Transaction, prefix: string): Promise<string[]> {
  const rows = await transaction.run(cypher.SETTLEMENTS_OF_DAY, { status: "SETTLED", prefix });
  return decodeRows(numbered, rows).map(({ number }) => number);
}

/** How many contributions a settlement up to a day would hold. */
export async function countToSettle(transaction: Transaction, until: string, demo: boolean): Promise<number> {
  const rows = await transaction.run(cypher.COUNT_TO_SETTLE, { status: "CONFIRMED", until, demo });
  return decodeRows(counted, rows)[0]?.count ?? 0;
}

/** Settles what is confirmed up to a day under a number. @returns whose contributions, and through which referrals */
export async function settleContributions(
  transaction: Transaction,
  { until, demo, number }: { readonly until: string; readonly demo: boolean; readonly number: string },
): Promise<z.infer<typeof settledRow>[]> {
  const changes = { status: "SETTLED", settlement: number };
  const rows = await transaction.run(cypher.SETTLE_CONTRIBUTIONS, { status: "CONFIRMED", until, demo, changes });
  return decodeRows(settledRow, rows);
}

/** The rows of a settlement, by ambassador and day; none when there is no such settlement. */
export async function settlementRows(transaction: Transaction, number: string): Promise<SettlementRow[]> {
  return decodeRows(namedRow, await transaction.run(cypher.SETTLEMENT_ROWS, { status: "SETTLED", number })).map(namedOf);
}
