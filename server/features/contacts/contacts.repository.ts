import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, readBatch, type Transaction } from "../../db/run.ts";
import * as cypher from "./contacts.cypher.ts";
import type { ContactModel } from "./contacts.types.ts";

const contact = z.object({
  id: z.string(),
  kind: z.enum(["EMAIL", "PHONE", "MESSENGER"]),
  masked: z.string(),
  statedSource: z.string(),
  lawfulBasis: z.enum(["CONSENT", "CONTRACT", "LEGAL_DUTY", "PUBLIC_DISCLOSURE"]),
  obtainedOn: z.string(),
  demo: z.boolean(),
});
const contactsRow = z.object({ key: z.string(), items: z.array(contact) });
const sealedRow = z.object({ contact, sealed: z.string(), scientistId: z.string() });
const personRow = z.object({ objectedOn: z.string().nullable() });

/** A contact with its sealed text. */
export type SealedContact = z.infer<typeof sealedRow>;

/** Properties of a contact as written. */
export interface NewContact extends ContactModel {
  readonly sealed: string;
}

/** Contacts of each of some people, oldest first, in the order of the ids. */
export async function contactsOf({ driver, database }: Database, ids: readonly string[]): Promise<ContactModel[][]> {
  return (await readBatch(driver, database, cypher.CONTACTS_OF, ids, contactsRow)).map((row) => row?.items ?? []);
}

/** One contact, or null. */
export async function findContact({ driver, database }: Database, id: string): Promise<SealedContact | null> {
  return decodeRows(sealedRow, await read(driver, database, cypher.CONTACT_BY_ID, { id }))[0] ?? null;
}

/** One contact as the transaction sees it, or null. */
export async function findContactIn(transaction: Transaction, id: string): Promise<SealedContact | null> {
  return decodeRows(sealedRow, await transaction.run(cypher.CONTACT_BY_ID, { id }))[0] ?? null;
}

/** Whether a person may be given contacts: `MISSING` when there is none of that id, `OBJECTED` when they object to being contacted. */
export async function reachability(transaction: Transaction, scientistId: string): Promise<"REACHABLE" | "MISSING" | "OBJECTED"> {
  const [row] = decodeRows(personRow, await transaction.run(cypher.REACHABLE_PERSON, { id: scientistId }));
  if (row === undefined) return "MISSING";
  return row.objectedOn === null ? "REACHABLE" : "OBJECTED";
}

/** Adds a contact to a person. */
export async function createContact(transaction: Transaction, scientistId: string, properties: NewContact): Promise<void> {
  await transaction.run(cypher.CREATE_CONTACT, { scientistId, properties: { ...properties } });
}

/** Removes a contact. */
export async function deleteContact(transaction: Transaction, id: string): Promise<void> {
  await transaction.run(cypher.DELETE_CONTACT, { id });
}
