import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { read, write } from "../../../server/db/run.ts";
import { seed } from "../../../server/db/seed/index.ts";
import { createAuditTrail } from "../../../server/features/audit/index.ts";
import { applyRetention } from "../../../server/features/privacy/index.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { testEnv } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { sampleScientist, sampleSeeds } from "../scientists/sample-rows.ts";
import { KEPT_CONTACTS, OBTAINED_EARLIER } from "./privacy.cypher.ts";

const ADD = /* GraphQL */ `mutation ($input: AddContactInput!) { addContact(input: $input) { __typename
  ... on ContactAdded { contact { id masked kind demo obtainedOn } } ... on InvalidInput { field message } ... on NotAllowed { message } } }`;
const REVEAL = /* GraphQL */ `mutation ($id: ID!, $reason: String!) { revealContact(id: $id, reason: $reason) { __typename
  ... on ContactRevealed { value contact { masked } } ... on InvalidInput { field message } } }`;
const REMOVE = /* GraphQL */ `mutation ($id: ID!, $reason: String!) { removeContact(id: $id, reason: $reason) { __typename ... on InvalidInput { field } } }`;
const CONTACTS = /* GraphQL */ `query ($id: ID!) { scientist(id: $id) { contacts { id masked statedSource lawfulBasis } } }`;

const PHONE = "13800131234";
const added = z.object({
  addContact: z.object({ __typename: z.literal("ContactAdded"), contact: z.looseObject({ id: z.string(), masked: z.string() }) }),
});
const contacts = z.object({ scientist: z.object({ contacts: z.array(z.looseObject({ id: z.string(), masked: z.string() })) }) });
const answer = z.record(z.string(), z.looseObject({ __typename: z.string(), field: z.string().optional() }));

const driver = await emptyDatabase();
const person = seedId("Scientist", "a");
const input = { scientistId: person, kind: "PHONE", value: "138-0013-1234", statedSource: "本人名片", lawfulBasis: "CONSENT" };
let app: TestApp;

beforeAll(async () => {
  await seed(driver, DATABASE, silent, sampleSeeds([sampleScientist("a"), sampleScientist("b")]));
  app = await startTestApp();
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

test("S29 contact data is masked, sealed in the graph, and told only with a reason that is on record first", async () => {
  const { addContact } = await app.ask(added, ADD, { input });
  const { id } = addContact.contact;
  expect(addContact.contact.masked).toBe("138****1234");
  const shown = await app.gql(CONTACTS, { id: person });
  expect(shown.text).toContain("138****1234");
  expect(shown.text).not.toContain(PHONE);
  expect(JSON.stringify(await read(driver, DATABASE, KEPT_CONTACTS))).not.toContain(PHONE);

  const silently = await app.ask(answer, REVEAL, { id, reason: "  " });
  expect(silently.revealContact).toMatchObject({ __typename: "InvalidInput", field: "reason" });
  expect(await latestAuditRecords(driver, 5, "UNMASK")).toEqual([]);

  const revealed = await app.ask(answer, REVEAL, { id, reason: "约定会面时间" });
  expect(revealed.revealContact).toMatchObject({ __typename: "ContactRevealed", value: PHONE });
  const [record] = await latestAuditRecords(driver, 1, "UNMASK");
  expect(record).toMatchObject({ actorRole: "OFFICER", subjectIds: [person], detail: { reason: "约定会面时间" }, result: "OK" });
  expect(JSON.stringify(await latestAuditRecords(driver, 100))).not.toContain(PHONE);
});

test.each([
  ["value", { value: "not a number" }],
  ["statedSource", { statedSource: "?" }],
  ["obtainedOn", { obtainedOn: "2999-01-01" }],
  ["obtainedOn", { obtainedOn: "2026-02-30" }],
  ["scientistId", { scientistId: "01HZZZZZZZZZZZZZZZZZZZZZZZ" }],
])("a contact with a wrong %s is refused and nothing is kept", async (field, wrong) => {
  const before = await read(driver, DATABASE, KEPT_CONTACTS);
  const { addContact } = await app.ask(answer, ADD, { input: { ...input, ...wrong } });
  expect(addContact).toMatchObject({ __typename: "InvalidInput", field });
  expect(await read(driver, DATABASE, KEPT_CONTACTS)).toEqual(before);
});

test("a contact of today is one of today in China, where the next day begins at 16:00 UTC", async () => {
  const late = await startTestApp(() => new Date("2026-11-22T16:00:00Z"));
  const add = (obtainedOn: string) => late.ask(answer, ADD, { input: { ...input, scientistId: seedId("Scientist", "b"), obtainedOn } });
  expect(await add("2026-11-24")).toMatchObject({ addContact: { __typename: "InvalidInput", field: "obtainedOn" } });
  const { addContact } = await late.ask(added, ADD, {
    input: { ...input, scientistId: seedId("Scientist", "b"), obtainedOn: "2026-11-23" },
  });
  await late.ask(answer, REMOVE, { id: addContact.contact.id, reason: "号码已停用" });
  await late.close();
});

test("removing a contact needs a reason and leaves what was removed in the trail", async () => {
  const { addContact } = await app.ask(added, ADD, { input: { ...input, scientistId: seedId("Scientist", "b") } });
  const { id } = addContact.contact;
  expect(await app.ask(answer, REMOVE, { id, reason: "" })).toMatchObject({ removeContact: { field: "reason" } });
  expect(await app.ask(answer, REMOVE, { id, reason: "号码已停用" })).toMatchObject({ removeContact: { __typename: "ContactRemoved" } });
  expect((await app.ask(contacts, CONTACTS, { id: seedId("Scientist", "b") })).scientist.contacts).toEqual([]);
  const [record] = await latestAuditRecords(driver, 1, "CONTACT");
  expect(record?.detail).toMatchObject({ reason: "号码已停用", before: { id, masked: "138****1234" }, after: null });
});

test("S30 retention removes contacts on their day in China and not before", async () => {
  const kept = async () => (await app.ask(contacts, CONTACTS, { id: person })).scientist.contacts.length;
  const audit = createAuditTrail({ driver, database: DATABASE, secret: openSecret(testEnv()), clock: () => new Date(), log: silent });
  const options = { driver, database: DATABASE, audit, contactKeepDays: 30 };
  await write(driver, DATABASE, OBTAINED_EARLIER, { day: "2026-01-01" });
  const held = await kept();
  expect(held).toBeGreaterThan(0);
  expect(await applyRetention(options, new Date("2026-01-31T15:59:59Z"))).toMatchObject({ contacts: 0 });
  expect(await kept()).toBe(held);
  expect(await applyRetention(options, new Date("2026-01-31T16:00:00Z"))).toMatchObject({ contacts: held });
  expect(await kept()).toBe(0);
  const [record] = await latestAuditRecords(driver, 1, "RETENTION");
  expect(record).toMatchObject({ subjectIds: [person], detail: { kind: "contacts", count: held } });
  expect(record?.actorId ?? null).toBeNull();
});
