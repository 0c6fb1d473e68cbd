import type { Driver } from "neo4j-driver";
import { z } from "zod";
import type { ScientistRow } from "../../../seeds/rows.ts";
import { AppError } from "../../shared/errors.ts";
import { readSequence, recordChange } from "../changes.ts";
import { decodeRows } from "../records.ts";
import { read, type Transaction, writeTransaction } from "../run.ts";
import { type KnownSource, type PlannedLink, planScientist, type ScientistPlan, UnknownKeyError } from "./scientist-plan.ts";
import * as cypher from "./scientist-rows.cypher.ts";
import type { ImportOptions, ImportResult, RefusalCheck } from "./seed.types.ts";

/** Somebody has refused, and this import could not tell whether it would bring them back. Code `IMPORT_WITHOUT_REFUSALS`. */
export class RefusalCheckMissingError extends AppError {
  constructor() {
    super(
      "IMPORT_WITHOUT_REFUSALS",
      "有人已要求删除其信息，本次导入无法核对拒绝登记，未导入任何数据。请使用本系统的导入命令。",
      "Somebody asked to be erased and this import cannot check the register of refusals; nothing was imported. Use the import command of this product.",
    );
  }
}

const BATCH = 500;
const BATCH_TIMEOUT_MS = 60_000;

const existing = z.object({ key: z.string(), id: z.string(), hash: z.string().nullable() });
const source = z.object({ key: z.string(), id: z.string(), retrievedAt: z.string() });
const statedByPeople = z.object({ id: z.string(), properties: z.array(z.string()) });
const counted = z.object({ count: z.number() });
const keyed = z.object({ key: z.string() });

type LinkName = "bornIn" | "ancestralHome" | "studiedAt" | "worksAt" | "specialisesIn" | "received";

const LINKS: ReadonlyArray<{ name: LinkName; create: string; target: string; unknown: string }> = [
  { name: "bornIn", create: cypher.CREATE_BORN_IN, target: "place", unknown: cypher.UNKNOWN_PLACES },
  { name: "ancestralHome", create: cypher.CREATE_ANCESTRAL_HOME, target: "place", unknown: cypher.UNKNOWN_PLACES },
  { name: "studiedAt", create: cypher.CREATE_STUDIED_AT, target: "institution", unknown: cypher.UNKNOWN_INSTITUTIONS },
  { name: "worksAt", create: cypher.CREATE_WORKS_AT, target: "institution", unknown: cypher.UNKNOWN_INSTITUTIONS },
  { name: "specialisesIn", create: cypher.CREATE_SPECIALISES_IN, target: "field", unknown: cypher.UNKNOWN_FIELDS },
  { name: "received", create: cypher.CREATE_RECEIVED, target: "award", unknown: cypher.UNKNOWN_AWARDS },
];

async function readSources(driver: Driver, database: string, rows: readonly ScientistRow[]): Promise<Map<string, KnownSource>> {
  const keys = new Set<string>();
  for (const row of rows) {
    for (const list of Object.values(row)) {
      if (!Array.isArray(list)) continue;
      for (const item of list) if (typeof item === "object") keys.add(item.provenance.source);
    }
  }
  const found = decodeRows(source, await read(driver, database, cypher.SOURCES_BY_KEY, { keys: [...keys] }));
  return new Map(found.map(({ key, id, retrievedAt }) => [key, { id, retrievedAt }]));
}

/** A value that people stated and put in use stays in use: the import's own values are kept beside it, not in use. */
function yieldTo(plan: ScientistPlan, stated: ReadonlySet<string>): ScientistPlan {
  const demote = (links: readonly PlannedLink[], property: string): readonly PlannedLink[] =>
    stated.has(property) ? links.map((link) => ({ ...link, properties: { ...link.properties, inUse: false } })) : links;
  return {
    ...plan,
    facts: plan.facts.map((fact) => (stated.has(fact.property) ? { ...fact, inUse: false } : fact)),
    bornIn: demote(plan.bornIn, "birthPlace"),
    ancestralHome: demote(plan.ancestralHome, "ancestralHome"),
  };
}

async function createLinks(transaction: Transaction, plans: readonly ScientistPlan[]): Promise<void> {
  const facts = plans.flatMap((plan) => plan.facts.map((properties) => ({ from: plan.id, properties })));
  if (facts.length > 0) await transaction.run(cypher.CREATE_FACTS, { links: facts });
  for (const { name, create, target, unknown } of LINKS) {
    const links = plans.flatMap((plan) => plan[name].map((link) => ({ from: plan.id, ...link })));
    if (links.length === 0) continue;
    const [made] = decodeRows(counted, await transaction.run(create, { links }));
    if (made?.count === links.length) continue;
    const [missing] = decodeRows(keyed, await transaction.run(unknown, { keys: links.map((link) => link.to) }));
    throw new UnknownKeyError(target, missing?.key ?? "");
  }
}

async function writeBatch(transaction: Transaction, plans: readonly ScientistPlan[], known: ReadonlySet<string>): Promise<void> {
  const ids = plans.map((plan) => plan.id);
  const old = ids.filter((id) => known.has(id));
  const people = new Map<string, ReadonlySet<string>>();
  if (old.length > 0) {
    const rows = await transaction.run(cypher.PROPERTIES_STATED_BY_PEOPLE, { ids: old });
    for (const row of decodeRows(statedByPeople, rows)) people.set(row.id, new Set(row.properties));
    for (const statement of [cypher.DELETE_SEEDED_FACTS, cypher.DELETE_SEEDED_LINKS, cypher.CLEAR_OUTER_IDS])
      await transaction.run(statement, { ids: old });
  }
  const settled = plans.map((plan) => yieldTo(plan, people.get(plan.id) ?? new Set()));
  const rows = settled.map(({ key, id, hash, node, scalars }) => ({
    key,
    id,
    hash,
    node,
    scalars: Object.fromEntries(Object.entries(scalars).filter(([name]) => people.get(id)?.has(name) !== true)),
  }));
  await transaction.run(cypher.UPSERT_SCIENTISTS, { rows });
  await createLinks(transaction, settled);
}

const NOBODY: ReadonlySet<string> = new Set();

/** Keys of the rows of people who refused. Read under the lock that the erasing transaction takes too, so that none slips in between. */
async function refusedAmong(
  transaction: Transaction,
  rows: readonly ScientistRow[],
  check: RefusalCheck | undefined,
): Promise<ReadonlySet<string>> {
  if (check !== undefined) return check.refusedKeys(transaction, rows);
  if ((await transaction.run(cypher.ANY_REFUSAL)).length > 0) throw new RefusalCheckMissingError();
  return NOBODY;
}

async function importBatch(
  driver: Driver,
  database: string,
  rows: readonly ScientistRow[],
  check: RefusalCheck | undefined,
): Promise<Omit<ImportResult, "sequence">> {
  const sources = await readSources(driver, database, rows);
  const plans = rows.map((row) => planScientist(row, sources));
  const found = decodeRows(existing, await read(driver, database, cypher.SCIENTIST_HASHES, { keys: plans.map((plan) => plan.key) }));
  const byKey = new Map(found.map((row) => [row.key, row]));
  // A person that already has this key keeps the id under which they are known.
  const changed = plans
    .filter((plan) => byKey.get(plan.key)?.hash !== plan.hash)
    .map((plan) => ({ ...plan, id: byKey.get(plan.key)?.id ?? plan.id }));
  let refused = NOBODY;
  if (changed.length > 0) {
    const known = new Set(found.map((row) => row.id));
    const work = async (transaction: Transaction): Promise<ReadonlySet<string>> => {
      await recordChange(transaction, { kind: "SCIENTISTS", scientistIds: changed.map((plan) => plan.id) });
      const keys = new Set(changed.map((plan) => plan.key));
      const among = await refusedAmong(
        transaction,
        rows.filter((row) => keys.has(row.key)),
        check,
      );
      const welcome = changed.filter((plan) => !among.has(plan.key));
      if (welcome.length > 0) await writeBatch(transaction, welcome, known);
      return among;
    };
    refused = await writeTransaction(driver, database, work, { timeoutMs: BATCH_TIMEOUT_MS });
  }
  const written = changed.filter((plan) => !refused.has(plan.key));
  const created = written.filter((plan) => !byKey.has(plan.key)).length;
  return { created, changed: written.length - created, unchanged: rows.length - changed.length, refused: refused.size };
}

/**
 * Creates or updates people from rows, 500 in a transaction, each transaction numbered. A row whose content was written before is skipped;
 * of a changed row exactly the facts that an import wrote are replaced, never those that people stated.
 * Rows of people who refused are left out and counted.
 * @throws RefusalCheckMissingError when somebody has refused and `options.refusals` is not given
 * @throws UnknownKeyError when a row names a source, place, institution, field or award that is not in the graph; its transaction is undone
 */
export async function importScientistRows(
  driver: Driver,
  database: string,
  rows: readonly ScientistRow[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  const total = { created: 0, changed: 0, unchanged: 0, refused: 0 };
  for (let start = 0; start < rows.length; start += BATCH) {
    options.signal?.throwIfAborted();
    const batch = await importBatch(driver, database, rows.slice(start, start + BATCH), options.refusals);
    total.created += batch.created;
    total.changed += batch.changed;
    total.unchanged += batch.unchanged;
    total.refused += batch.refused;
    options.onProgress?.(Math.min(start + BATCH, rows.length));
  }
  return { ...total, sequence: await readSequence(driver, database) };
}

/** Deletes a person with all their facts. Unknown ids change nothing. Returns the last change number of the graph. */
export async function removeScientist(driver: Driver, database: string, id: string): Promise<{ sequence: number }> {
  const found = await read(driver, database, cypher.SCIENTIST_EXISTS, { id });
  if (found.length === 0) return { sequence: await readSequence(driver, database) };
  return writeTransaction(driver, database, async (transaction) => {
    return { sequence: await removeScientistIn(transaction, id) };
  });
}

/** As {@link removeScientist}, inside a transaction that has not written yet. Returns its change number. */
export async function removeScientistIn(transaction: Transaction, id: string): Promise<number> {
  const sequence = await recordChange(transaction, { kind: "SCIENTISTS", scientistIds: [id] });
  await transaction.run(cypher.DELETE_SCIENTIST, { id });
  return sequence;
}
