import DataLoader from "dataloader";
import type { Database } from "../../db/records.ts";
import { writeTransaction } from "../../db/run.ts";
import type { AddContactInput, AuditAction, AuditResult } from "../../graphql/generated.ts";
import { chinaDayOf, isDayUpTo } from "../../shared/dates.ts";
import { newId } from "../../shared/ids.ts";
import { type Outcome, refuse } from "../../shared/refusals.ts";
import type { Secret } from "../../shared/secret.ts";
import type { AuditDetail, AuditEvent, AuditTrail } from "../audit/audit.types.ts";
import { CONTACT_REFUSALS } from "./contact-refusals.ts";
import { readContactValue } from "./contact-value.ts";
import * as repository from "./contacts.repository.ts";
import type { ContactModel, Writer } from "./contacts.types.ts";

/** Ways to reach people: masked for everyone, the clear text one at a time, with a reason, on record before it is told. */
export interface ContactsService {
  /** Masked contacts by person, for one request. */
  createLoader(): DataLoader<string, ContactModel[]>;
  add(input: AddContactInput, by: Writer): Promise<Outcome<ContactModel>>;
  remove(id: string, reason: string, by: Writer): Promise<Outcome<ContactModel>>;
  reveal(id: string, reason: string, by: Writer): Promise<Outcome<{ readonly contact: ContactModel; readonly value: string }>>;
}

/** What the service is made with. */
export interface ContactsOptions extends Database {
  readonly secret: Secret;
  readonly audit: AuditTrail;
  readonly clock: () => Date;
}

/** Length in characters of a reason and of a stated source. */
const WORDS = { min: 4, max: 200 };

function isSaid(text: string): boolean {
  const length = text.trim().length;
  return length >= WORDS.min && length <= WORDS.max;
}

function event(by: Writer, action: AuditAction, scientistId: string, detail: AuditDetail, result: AuditResult = "OK"): AuditEvent {
  return { ...by, action, subjectIds: [scientistId], detail, result };
}

function kept(contact: ContactModel): AuditDetail {
  const { id, kind, masked, statedSource, lawfulBasis, obtainedOn } = contact;
  return { id, kind, masked, statedSource, lawfulBasis, obtainedOn };
}

/** The service on one database. */
export function createContactsService({ driver, database, secret, audit, clock }: ContactsOptions): ContactsService {
  const at = { driver, database };
  return {
    createLoader: () => new DataLoader((ids) => repository.contactsOf(at, ids)),

    async add(input, by) {
      const today = chinaDayOf(clock());
      const obtainedOn = input.obtainedOn ?? today;
      const read = readContactValue(input.kind, input.value);
      if (read === null) return refuse(CONTACT_REFUSALS.value);
      if (!isSaid(input.statedSource)) return refuse(CONTACT_REFUSALS.statedSource);
      if (!isDayUpTo(obtainedOn, today)) return refuse(CONTACT_REFUSALS.obtainedOn);
      const contact: ContactModel = {
        id: newId(clock().getTime()),
        kind: input.kind,
        masked: read.masked,
        statedSource: input.statedSource.trim(),
        lawfulBasis: input.lawfulBasis,
        obtainedOn,
        demo: by.actor.demo,
      };
      return writeTransaction(driver, database, async (transaction) => {
        const person = await repository.reachability(transaction, input.scientistId);
        if (person !== "REACHABLE") return refuse(person === "MISSING" ? CONTACT_REFUSALS.noSuchPerson : CONTACT_REFUSALS.objected);
        await repository.createContact(transaction, input.scientistId, { ...contact, sealed: secret.seal("contact", read.value) });
        await audit.appendIn(transaction, event(by, "CONTACT", input.scientistId, { before: null, after: kept(contact) }));
        return { done: contact };
      });
    },

    async remove(id, reason, by) {
      if (!isSaid(reason)) return refuse(CONTACT_REFUSALS.reason);
      return writeTransaction(driver, database, async (transaction) => {
        const found = await repository.findContactIn(transaction, id);
        if (found === null) return refuse(CONTACT_REFUSALS.noSuchContact);
        await repository.deleteContact(transaction, id);
        const detail = { reason: reason.trim(), before: kept(found.contact), after: null };
        await audit.appendIn(transaction, event(by, "CONTACT", found.scientistId, detail));
        return { done: found.contact };
      });
    },

    async reveal(id, reason, by) {
      if (!isSaid(reason)) return refuse(CONTACT_REFUSALS.reason);
      const found = await repository.findContact(at, id);
      if (found === null) return refuse(CONTACT_REFUSALS.noSuchContact);
      await audit.append(event(by, "UNMASK", found.scientistId, { reason: reason.trim(), contact: kept(found.contact) }));
      return { done: { contact: found.contact, value: secret.open("contact", found.sealed) } };
    },
  };
}
