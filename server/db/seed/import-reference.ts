import type { Driver } from "neo4j-driver";
import { z } from "zod";
import { readSequence, recordChange } from "../changes.ts";
import { decodeRows } from "../records.ts";
import { read, type Transaction, writeTransaction } from "../run.ts";
import {
  planAward,
  planField,
  planInstitution,
  planPlace,
  planSource,
  REFERENCE_STATEMENTS,
  type ReferenceLabel,
  type ReferencePlan,
  type ReferenceStatements,
} from "./reference-plan.ts";
import { refuseWrongPoints } from "./refuse-points.ts";
import { UnknownKeyError } from "./scientist-plan.ts";
import { UNKNOWN_SOURCES } from "./scientist-rows.cypher.ts";
import type { ImportOptions, ImportResult, ReferenceRows } from "./seed.types.ts";

const BATCH = 2_000;
const BATCH_TIMEOUT_MS = 60_000;

const existing = z.object({ key: z.string(), hash: z.string().nullable() });
const counted = z.object({ count: z.number() });
const keyed = z.object({ key: z.string() });

function batches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) => items.slice(index * BATCH, (index + 1) * BATCH));
}

async function refuseUnknown(transaction: Transaction, statement: string, kind: string, keys: readonly string[]): Promise<void> {
  const [missing] = decodeRows(keyed, await transaction.run(statement, { keys: [...new Set(keys)] }));
  if (missing !== undefined) throw new UnknownKeyError(kind, missing.key);
}

async function writeNodes(transaction: Transaction, statements: ReferenceStatements, plans: readonly ReferencePlan[]): Promise<void> {
  await recordChange(transaction, { kind: "REFERENCE", scientistIds: [] });
  const sources = plans.flatMap((plan) => plan.source ?? []);
  if (sources.length > 0) await refuseUnknown(transaction, UNKNOWN_SOURCES, "source", sources);
  await transaction.run(statements.upsert, { rows: plans.map(({ key, id, properties }) => ({ key, id, properties })) });
}

/** The hash is written with the relationships, last, so that a run that was stopped in between is completed by the next. */
async function writeLinks(transaction: Transaction, statements: ReferenceStatements, plans: readonly ReferencePlan[]): Promise<void> {
  await recordChange(transaction, { kind: "REFERENCE", scientistIds: [] });
  if (statements.unlink !== undefined) await transaction.run(statements.unlink, { keys: plans.map((plan) => plan.key) });
  const kinds = new Map(plans.flatMap((plan) => plan.links.map((links) => [links.create, links] as const)));
  for (const { create, target, unknown } of kinds.values()) {
    const links = plans.flatMap((plan) =>
      plan.links.filter((made) => made.create === create).flatMap((made) => made.to.map((to) => ({ from: plan.key, to }))),
    );
    if (links.length === 0) continue;
    const [made] = decodeRows(counted, await transaction.run(create, { links }));
    if (made?.count !== links.length)
      await refuseUnknown(
        transaction,
        unknown,
        target,
        links.map((link) => link.to),
      );
  }
  await transaction.run(statements.mark, { rows: plans.map(({ key, hash }) => ({ key, hash })) });
}

async function importLabel(
  driver: Driver,
  database: string,
  label: ReferenceLabel,
  plans: readonly ReferencePlan[],
  options: ImportOptions,
): Promise<Omit<ImportResult, "sequence" | "refused">> {
  const statements: ReferenceStatements = REFERENCE_STATEMENTS[label];
  const hashes = decodeRows(existing, await read(driver, database, statements.hashes, { keys: plans.map((plan) => plan.key) }));
  const byKey = new Map(hashes.map((row) => [row.key, row.hash]));
  const changed = plans.filter((plan) => byKey.get(plan.key) !== plan.hash);
  // All nodes first: a place may lie within one that comes later.
  for (const step of [writeNodes, writeLinks]) {
    for (const batch of batches(changed)) {
      options.signal?.throwIfAborted();
      await writeTransaction(driver, database, (transaction) => step(transaction, statements, batch), { timeoutMs: BATCH_TIMEOUT_MS });
    }
  }
  const created = changed.filter((plan) => !byKey.has(plan.key)).length;
  return { created, changed: changed.length - created, unchanged: plans.length - changed.length };
}

/**
 * Creates or updates sources, places, fields, institutions and awards, in this order. Rows whose content was written before are skipped.
 * @throws UnknownKeyError when a row names a source, place or field that is neither in the graph nor among the rows; its transaction is undone
 * @throws WrongPointError when an institution lies far from the city or county among the rows that it names; then nothing is written
 */
export async function importReferenceRows(
  driver: Driver,
  database: string,
  rows: ReferenceRows,
  options: ImportOptions = {},
): Promise<Omit<ImportResult, "refused">> {
  refuseWrongPoints(rows);
  const steps: ReadonlyArray<readonly [ReferenceLabel, readonly ReferencePlan[]]> = [
    ["Source", (rows.sources ?? []).map(planSource)],
    ["Place", (rows.places ?? []).map(planPlace)],
    ["Field", (rows.fields ?? []).map(planField)],
    ["Institution", (rows.institutions ?? []).map(planInstitution)],
    ["Award", (rows.awards ?? []).map(planAward)],
  ];
  const total = { created: 0, changed: 0, unchanged: 0 };
  for (const [label, plans] of steps) {
    if (plans.length === 0) continue;
    const done = await importLabel(driver, database, label, plans, options);
    total.created += done.created;
    total.changed += done.changed;
    total.unchanged += done.unchanged;
  }
  return { ...total, sequence: await readSequence(driver, database) };
}
