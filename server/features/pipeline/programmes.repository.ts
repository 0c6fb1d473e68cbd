import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, readBatch, type Transaction } from "../../db/run.ts";
import type { ProgrammeModel } from "./pipeline.types.ts";
import * as cypher from "./programmes.cypher.ts";

const programme = z.object({
  id: z.string(),
  kind: z.enum(["PROGRAMME", "NEED"]),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  description: z.string().nullable(),
  closed: z.boolean(),
  demo: z.boolean(),
});
const row = z.object({ programme });
const keyedRow = row.extend({ key: z.string() });

/** Programmes and needs by name. */
export async function programmes({ driver, database }: Database, includeClosed: boolean): Promise<ProgrammeModel[]> {
  return decodeRows(row, await read(driver, database, cypher.PROGRAMMES, { includeClosed })).map((found) => found.programme);
}

/** Programmes by id, null for those that are not there. */
export async function programmesById({ driver, database }: Database, ids: readonly string[]): Promise<Array<ProgrammeModel | null>> {
  return (await readBatch(driver, database, cypher.PROGRAMMES_BY_ID, ids, keyedRow)).map((found) => found?.programme ?? null);
}

/** A programme as the transaction sees it, or null. */
export async function programmeIn(transaction: Transaction, id: string): Promise<ProgrammeModel | null> {
  return decodeRows(row, await transaction.run(cypher.PROGRAMMES_BY_ID, { keys: [id] }))[0]?.programme ?? null;
}

/** Adds a programme or writes it anew. */
export async function saveProgrammeIn(transaction: Transaction, { id, ...properties }: ProgrammeModel): Promise<void> {
  await transaction.run(cypher.SAVE_PROGRAMME, { id, properties });
}
