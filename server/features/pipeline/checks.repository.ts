import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { readBatch, type Transaction } from "../../db/run.ts";
import type { OpenEngagementCheck } from "../../graphql/generated.ts";
import { type CheckStanding, checkStanding, stateOfCheck, type Workplace, workplaceOf } from "./check-state.ts";
import * as cypher from "./checks.cypher.ts";

const text = z.string().nullable();
const check = z.object({
  id: z.string(),
  at: z.string(),
  byId: z.string(),
  byName: z.string(),
  informedOfDisclosure: z.boolean(),
  commitment: z.enum(["FULL_TIME", "PART_TIME", "UNDECIDED"]),
  dualPost: z.boolean(),
  restrictedField: z.boolean(),
  note: text,
  cleared: z.boolean().nullable(),
  decidedById: text,
  decidedByName: text,
  decidedAt: text,
  decisionNote: text,
});
const checksRow = z.object({ key: z.string(), items: z.array(check) });
const decideRow = z.object({
  engagementId: z.string(),
  check: check.pick({ informedOfDisclosure: true, restrictedField: true, cleared: true }),
  recordedBy: z.string(),
  decidedBy: z.string(),
});
const workplacesRow = z.object({
  key: z.string(),
  items: z.array(
    z.object({
      from: text,
      to: text,
      asOf: text,
      order: z.number(),
      institution: z.string(),
      places: z.array(z.object({ code: text, level: z.string(), nameZh: z.string(), nameEn: text })),
    }),
  ),
});

/** A check as recorded. */
export type CheckModel = z.infer<typeof check>;

/** Checks of engagements, latest first. */
export async function checksOf({ driver, database }: Database, ids: readonly string[]): Promise<CheckModel[][]> {
  return (await readBatch(driver, database, cypher.CHECKS_OF, ids, checksRow)).map((row) => row?.items ?? []);
}

/** Where scientists work by their latest employment. */
export async function workplacesOf({ driver, database }: Database, ids: readonly string[]): Promise<Workplace[]> {
  return (await readBatch(driver, database, cypher.WORKPLACES_OF, ids, workplacesRow)).map((row) => workplaceOf(row?.items ?? []));
}

/** The last check of an engagement as the transaction sees it, or null. */
export async function latestCheckIn(transaction: Transaction, engagementId: string): Promise<CheckModel | null> {
  return decodeRows(checksRow, await transaction.run(cypher.CHECKS_OF, { keys: [engagementId] }))[0]?.items[0] ?? null;
}

/** Where the check of an engagement stands as the transaction sees it. */
export async function standingIn(transaction: Transaction, engagementId: string, scientistId: string | null): Promise<CheckStanding> {
  const rows = scientistId === null ? [] : await transaction.run(cypher.WORKPLACES_OF, { keys: [scientistId] });
  const workplace = workplaceOf(decodeRows(workplacesRow, rows)[0]?.items ?? []);
  return checkStanding(workplace, await latestCheckIn(transaction, engagementId));
}

/** A check that is to be decided, or null. */
export async function checkToDecide(transaction: Transaction, id: string, byId: string): Promise<z.infer<typeof decideRow> | null> {
  return decodeRows(decideRow, await transaction.run(cypher.CHECK_TO_DECIDE, { id, byId }))[0] ?? null;
}

/** A check as the contract shows it. */
export function shownCheck({ byId, byName, decidedById, decidedByName, cleared, ...kept }: CheckModel): OpenEngagementCheck {
  const decidedBy = decidedById === null || decidedByName === null ? null : { id: decidedById, name: decidedByName };
  return { ...kept, by: { id: byId, name: byName }, decidedBy, state: stateOfCheck({ ...kept, cleared }) };
}
