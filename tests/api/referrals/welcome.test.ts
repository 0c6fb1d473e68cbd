import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { decodeRows } from "../../../server/db/records.ts";
import { read } from "../../../server/db/run.ts";
import { createAuditTrail } from "../../../server/features/audit/index.ts";
import { removeEndedReferrals } from "../../../server/features/referrals/index.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { testEnv } from "../../support/sign-in.ts";
import { DATABASE, silent } from "../db/test-database.ts";
import { act, attach, claim, contact, employed, engage, FILES, move, type Office, openOffice, submit, type Worker } from "./office.ts";
import { WORK_KEPT } from "./referrals.test-queries.cypher.ts";

const REGISTER = /* GraphQL */ `mutation ($input: RegisterSubjectRequestInput!) { registerSubjectRequest(input: $input) { __typename
  ... on SubjectRequestSaved { request { id scientistId } } ... on InvalidInput { field } } }`;
const CLOSE = /* GraphQL */ `mutation ($id: ID!) { closeSubjectRequest(id: $id, outcome: COMPLETED, note: "已核验并办理") { __typename } }`;
const CANDIDATE = /* GraphQL */ `query ($id: ID!) { referral(id: $id) { candidate { id scientist { id } } } }`;
const IDENTIFY = /* GraphQL */ `mutation ($candidateId: ID!, $scientistId: ID) { identifyCandidate(candidateId: $candidateId, scientistId: $scientistId) { __typename
  ... on CandidateSaved { candidate { id name scientist { id } } } ... on InvalidInput { field message } ... on NotAllowed { message } } }`;
const registered = z.object({ registerSubjectRequest: z.object({ request: z.object({ id: z.string(), scientistId: z.string() }) }) });
const closed = z.object({ closeSubjectRequest: z.object({ __typename: z.literal("SubjectRequestSaved") }) });
const candidateRead = z.object({
  referral: z.object({ candidate: z.object({ id: z.string(), scientist: z.object({ id: z.string() }).nullable() }) }),
});
const identified = z.object({ identifyCandidate: z.looseObject({ __typename: z.string() }) });
const thing = z.object({ label: z.string(), properties: z.record(z.string(), z.unknown()) });
const copy = z.looseObject({
  person: z.looseObject({ id: z.string() }),
  work: z.array(thing),
});

const erased = employed("erased", "冯演示", ["ror:thu"]);
const objector = employed("objector", "蒋演示", ["ror:thu"]);
const twin = employed("twin", "韩演示", ["ror:thu"]);
let office: Office;
let first: Worker;
let second: Worker;

beforeAll(async () => {
  office = await openOffice([erased, objector, twin]);
  [first, second] = [await office.hire("AMBASSADOR"), await office.hire("AMBASSADOR")];
});
afterAll(() => office.close());

/** Everything of the daily work but the sequence of its changes. */
async function kept(): Promise<z.infer<typeof thing>[]> {
  return decodeRows(thing, await read(office.driver, DATABASE, WORK_KEPT));
}

async function mentions(text: string): Promise<string[]> {
  return (await kept()).filter(({ properties }) => JSON.stringify(properties).includes(text)).map(({ label }) => label);
}

async function fulfil(kind: "ERASURE" | "OBJECTION", scientistId: string): Promise<string> {
  const input = { kind, scientistId, requester: "本人，护照核验", description: "请按规定办理" };
  const { request } = (await office.officer.ask(registered, REGISTER, { input })).registerSubjectRequest;
  await office.officer.ask(closed, CLOSE, { id: request.id });
  return request.scientistId;
}

async function candidateOf(referralId: string) {
  return (await office.officer.ask(candidateRead, CANDIDATE, { id: referralId })).referral.candidate;
}

async function expectRefused(by: Worker, person: Readonly<Record<string, unknown>>): Promise<void> {
  const before = await kept();
  expect(await submit(by, person)).toMatchObject({
    __typename: "InvalidInput",
    field: "name",
    message: expect.stringContaining("感谢推荐"),
  });
  expect(await kept()).toEqual(before);
  const [record] = await latestAuditRecords(office.driver, 1, "REFERRAL");
  expect(record).toMatchObject({ result: "REFUSED", subjectIds: [], detail: { what: "SUBMIT" } });
  expect(JSON.stringify(record)).not.toContain("演示");
}

test("who is erased goes with referral, file, engagement, contact and keys, and comes back under no form of the name", async () => {
  const id = await claim(first, { name: "冯演示", employer: "清华大学", note: "备注提到冯演示" });
  const waiting = await submit(second, { name: "Yanshi Feng", employer: "Tsinghua" });
  expect(waiting).toMatchObject({ __typename: "AlreadyInProgress" });
  expect((await attach(office, first, id, [{ name: "冯演示名片.pdf", bytes: FILES.pdf }])).statusCode).toBe(201);
  const opened = await engage(office.officer, { referralId: id });
  await contact(office.officer, opened.id, "2026-03-02");
  await move(office.officer, { id: opened.id, version: opened.version + 1, stage: "CONTACT" });
  expect((await mentions("冯演示")).sort()).toEqual(["Attachment", "Candidate", "CandidateKey", "CandidateKey", "Referral", "Scientist"]);

  await fulfil("ERASURE", seedId("Scientist", "erased"));
  expect(await mentions("冯演示")).toEqual([]);
  expect(await mentions("Feng")).toEqual([]);
  expect(await mentions("feng")).toEqual([]);
  expect((await kept()).filter(({ label }) => !["Scientist", "Institution", "PipelineSettings"].includes(label))).toEqual([]);
  const [record] = await latestAuditRecords(office.driver, 1, "ERASURE");
  expect(record?.subjectIds).toContain(seedId("Scientist", "erased"));
  expect(record?.subjectIds).toHaveLength(2);

  for (const [name, employer] of [
    ["冯演示", "清华大学"],
    ["馮演示教授", "Tsinghua University"],
    ["Yanshi Feng", "THU"],
    ["FENG, Yan-shi", "School of Physics, Tsinghua University"],
  ])
    await expectRefused(first, { name, employer });
  // Another employer is another person: a name alone says nothing.
  await claim(first, { name: "冯演示", employer: "四川大学" });
});

test("who objects is refused politely, and is not linked with a candidate either", async () => {
  const unknown = await claim(first, { name: "蒋演示", employer: "某公司" });
  await fulfil("OBJECTION", seedId("Scientist", "objector"));
  await expectRefused(second, { name: "Yanshi Jiang", employer: "Tsinghua" });
  await expectRefused(second, { name: "蒋演示", scientistId: seedId("Scientist", "objector") });
  const { id } = await candidateOf(unknown);
  const answer = await office.officer.ask(identified, IDENTIFY, { candidateId: id, scientistId: seedId("Scientist", "objector") });
  expect(answer.identifyCandidate.__typename).not.toBe("CandidateSaved");
  expect((await candidateOf(unknown)).scientist).toBeNull();
});

test("a candidate whom nobody has identified can be copied, object and be erased", async () => {
  const person = { name: "魏演示", employer: "演示医院", orcid: "0000-0002-1825-0097" };
  const referralId = await claim(first, { ...person, note: "只给引才办看的备注" });
  const { id } = await candidateOf(referralId);
  const answer = await office.app.app.inject({
    url: `/export/person/${id}/json?reason=${encodeURIComponent("本人申请查阅")}`,
    headers: { authorization: `Bearer ${office.officer.bearer}` },
  });
  const held = copy.parse(answer.json());
  expect(held.person.id).toBe(id);
  const referral = held.work.find(({ label }) => label === "Referral");
  expect(referral?.properties).toMatchObject({ id: referralId, note: "只给引才办看的备注", referrer: "AMBASSADOR" });
  expect(JSON.stringify(held)).not.toMatch(/test AMBASSADOR|referrerId|submissionKey/);

  expect(await fulfil("OBJECTION", id)).toBe(id);
  await expectRefused(second, { name: "Yanshi Wei", employer: "演示医院" });
  await expectRefused(second, { name: "某人", orcid: person.orcid });
  expect(await fulfil("ERASURE", id)).toBe(id);
  expect(await mentions("魏演示")).toEqual([]);
  await expectRefused(second, { name: "Wei Yanshi", employer: "演示医院" });
  await expectRefused(second, { name: "某人", orcid: person.orcid });
});

test("when two candidates turn out to be one person the first claim stays and the other waits behind it", async () => {
  const known = await claim(first, { name: "韩演示", employer: "清华大学" });
  office.at("2026-03-02T03:00:00Z");
  const elsewhere = await claim(second, { name: "韩演示", employer: "演示公司" });
  expect((await candidateOf(elsewhere)).scientist).toBeNull();
  const { id } = await candidateOf(elsewhere);
  const scientistId = seedId("Scientist", "twin");
  expect(await office.officer.ask(identified, IDENTIFY, { candidateId: id, scientistId })).toMatchObject({
    identifyCandidate: { __typename: "CandidateSaved", candidate: { id, scientist: { id: scientistId } } },
  });
  expect(await submit(second, { name: "韩演示", employer: "演示公司" })).toMatchObject({ __typename: "AlreadyInProgress" });
  expect(await act(office.officer, "transfer", { from: known, to: elsewhere, reason: "由第二位继续跟进" })).toMatchObject({
    referral: { id: elsewhere, status: "CLAIMED" },
  });
  // A request about the candidate is one about the scientist.
  expect(await fulfil("ERASURE", id)).toBe(scientistId);
  expect((await mentions("韩演示")).filter((label) => label !== "SubjectRequest")).toEqual([]);
});

test("what ended without an engagement is let go two years later, and nothing else", async () => {
  const ended = await claim(first, { name: "唐演示", employer: "演示公司" });
  await act(first, "withdraw", { id: ended });
  const engaged = await claim(first, { name: "沈演示", employer: "演示公司" });
  await engage(office.officer, { referralId: engaged });
  const env = testEnv();
  const audit = createAuditTrail({ driver: office.driver, database: DATABASE, secret: openSecret(env), clock: office.clock, log: silent });
  const database = { driver: office.driver, database: DATABASE };
  await removeEndedReferrals(database, audit, "2026-03-02");
  expect(await mentions("唐演示")).not.toEqual([]);
  expect(await removeEndedReferrals(database, audit, "2026-06-01")).toBeGreaterThan(0);
  expect(await mentions("唐演示")).toEqual([]);
  expect(await mentions("tang")).toEqual([]);
  expect(await mentions("沈演示")).toContain("Referral");
  expect(await latestAuditRecords(office.driver, 1, "RETENTION")).toMatchObject([{ detail: { kind: "referrals" } }]);
});
