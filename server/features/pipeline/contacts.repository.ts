import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { readBatch, type Transaction } from "../../db/run.ts";
import type { ContactEntry } from "../../graphql/generated.ts";
import * as cypher from "./contacts.cypher.ts";
import type { OfficeContactModel } from "./pipeline.types.ts";

const text = z.string().nullable();
const kind = z.enum(["CALL", "MAIL", "VISIT", "MEETING", "EVENT"]);
const entry = z
  .object({
    id: z.string(),
    kind,
    on: z.string(),
    summary: z.string(),
    language: text,
    byId: z.string(),
    byName: z.string(),
    loggedAt: z.string(),
    engagementId: z.string(),
    promises: z.array(z.object({ id: z.string(), text: z.string(), dueOn: text, keptOn: text })),
  })
  .transform(({ byId, byName, ...contact }): ContactEntry => ({ ...contact, by: { id: byId, name: byName } }));
const lastRow = z.object({ key: z.string(), contact: z.object({ on: z.string(), kind, deskId: z.string() }) });
const itemsRow = z.object({ key: z.string(), items: z.array(entry) });
const sentRow = z.object({ id: z.string(), engagementId: z.string() });
const promiseRow = z.object({ promise: z.object({ id: z.string(), keptOn: text }), engagementId: z.string() });

/** Contacts logged under engagements, latest first. */
export async function contactsUnder({ driver, database }: Database, ids: readonly string[]): Promise<ContactEntry[][]> {
  return (await readBatch(driver, database, cypher.CONTACTS_UNDER, ids, itemsRow)).map((row) => row?.items ?? []);
}

/** Contacts by id, null for those that are not there. */
export async function contactsById({ driver, database }: Database, ids: readonly string[]): Promise<Array<ContactEntry | null>> {
  return (await readBatch(driver, database, cypher.CONTACTS_BY_ID, ids, itemsRow)).map((row) => row?.items[0] ?? null);
}

/** The latest contact of the office with scientists, null where none is logged. */
export async function lastContactsWith({ driver, database }: Database, ids: readonly string[]): Promise<Array<OfficeContactModel | null>> {
  return (await readBatch(driver, database, cypher.LAST_CONTACTS_WITH, ids, lastRow)).map((row) => row?.contact ?? null);
}

/** The contact that a sending has written already, or null. */
export async function contactOfSending(transaction: Transaction, loggingKey: string): Promise<z.infer<typeof sentRow> | null> {
  return decodeRows(sentRow, await transaction.run(cypher.CONTACT_OF_SENDING, { loggingKey }))[0] ?? null;
}

/** A promise with the engagement it was made under, or null. */
export async function promiseIn(transaction: Transaction, id: string): Promise<z.infer<typeof promiseRow> | null> {
  return decodeRows(promiseRow, await transaction.run(cypher.PROMISE_BY_ID, { id }))[0] ?? null;
}
