import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { ScientistRow } from "../../../seeds/rows.ts";
import { decodeRows } from "../../../server/db/records.ts";
import { read } from "../../../server/db/run.ts";
import { importScientistRows, seed } from "../../../server/db/seed/index.ts";
import { createRefusalRegister } from "../../../server/features/privacy/index.ts";
import { STORED_OPERATIONS } from "../../../server/graphql/stored/generated.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { testEnv } from "../../support/sign-in.ts";
import { TestBrowser } from "../auth/browser.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { FULL_SCIENTIST, sampleScientist, sampleSeeds } from "../scientists/sample-rows.ts";
import { COUNT_HELD, EVERYTHING_KEPT } from "./privacy.cypher.ts";

const REGISTER = /* GraphQL */ `mutation ($input: RegisterSubjectRequestInput!) { registerSubjectRequest(input: $input) { __typename
  ... on SubjectRequestSaved { request { id dueOn status scientist { id } } } ... on InvalidInput { field } ... on NotAllowed { message } } }`;
const CLOSE = /* GraphQL */ `mutation ($id: ID!, $outcome: SubjectRequestOutcome!, $note: String!) {
  closeSubjectRequest(id: $id, outcome: $outcome, note: $note) { __typename
  ... on SubjectRequestSaved { request { id status closedBy scientist { id } scientistId } } ... on InvalidInput { field } ... on NotAllowed { message } } }`;
const LIST = /* GraphQL */ `query ($status: SubjectRequestStatus) { subjectRequests(status: $status) { id kind status dueOn } }`;
const FIND = /* GraphQL */ `query ($query: String!) { scientists(query: $query) { totalCount } dataStatus { scientistCount } }`;
const ADD_CONTACT = /* GraphQL */ `mutation ($input: AddContactInput!) { addContact(input: $input) { __typename } }`;

const request = z.looseObject({ id: z.string(), dueOn: z.string().optional(), status: z.string() });
const registered = z.object({ registerSubjectRequest: z.object({ request }) });
const closed = z.object({ closeSubjectRequest: z.looseObject({ __typename: z.string(), request: request.optional() }) });
const list = z.object({ subjectRequests: z.array(z.looseObject({ id: z.string(), dueOn: z.string() })) });
const found = z.object({ scientists: z.object({ totalCount: z.number() }), dataStatus: z.object({ scientistCount: z.number() }) });
const answer = z.record(z.string(), z.looseObject({ __typename: z.string() }));
const counted = z.object({ count: z.number() });
const kept = z.object({ label: z.string(), properties: z.record(z.string(), z.unknown()) });
const record = z.looseObject({
  person: z.looseObject({ id: z.string() }),
  relationships: z.array(z.looseObject({ type: z.string(), label: z.string(), other: z.looseObject({ id: z.string() }) })),
});

const DAY = new Date("2026-03-02T08:00:00Z");
const provenance = { source: "academy", confidence: 0.9 };
const born = (value: string): Partial<ScientistRow> => ({ birthDate: [{ value, provenance, inUse: true }] });
const REFUSER: ScientistRow = { ...FULL_SCIENTIST, nameZh: [{ value: "欧阳无忌", provenance, inUse: true }] };
const person = seedId("Scientist", REFUSER.key);
const objector = seedId("Scientist", "objector");

const driver = await emptyDatabase();
let app: TestApp;

beforeAll(async () => {
  await seed(driver, DATABASE, silent, sampleSeeds([REFUSER, sampleScientist("objector"), sampleScientist("c", born("1970"))]));
  app = await startTestApp(() => DAY);
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

async function register(kind: string, scientistId: string, more: object = {}): Promise<z.infer<typeof request>> {
  const input = { kind, scientistId, requester: "本人，护照核验", description: "请按规定办理", ...more };
  return (await app.ask(registered, REGISTER, { input })).registerSubjectRequest.request;
}

/** Labels of the nodes in which a text stands. */
async function mentions(text: string): Promise<string[]> {
  const nodes = decodeRows(kept, await read(driver, DATABASE, EVERYTHING_KEPT));
  return nodes.filter(({ properties }) => JSON.stringify(properties).includes(text)).map(({ label }) => label);
}

test("a request is due 15 days after its receipt, and the list begins with what is due first", async () => {
  const late = await register("CORRECTION", objector);
  const early = await register("ACCESS", objector, { receivedOn: "2026-02-20" });
  expect([early.dueOn, late.dueOn]).toEqual(["2026-03-07", "2026-03-17"]);
  const { subjectRequests } = await app.ask(list, LIST, { status: "OPEN" });
  expect(subjectRequests.map((each) => each.id)).toEqual([early.id, late.id]);
  const decline = { id: late.id, outcome: "DECLINED", note: "来源无误，已答复本人" };
  expect((await app.ask(closed, CLOSE, decline)).closeSubjectRequest.request).toMatchObject({ status: "DECLINED" });
  expect((await app.ask(closed, CLOSE, decline)).closeSubjectRequest).toMatchObject({ __typename: "NotAllowed" });
});

test.each([
  ["requester", { requester: "x" }],
  ["description", { description: "" }],
  ["receivedOn", { receivedOn: "2026-03-03" }],
  ["scientistId", { scientistId: "nobody" }],
])("a request with a wrong %s is refused", async (field, wrong) => {
  const input = { kind: "ACCESS", scientistId: objector, requester: "本人，护照核验", description: "请按规定办理", ...wrong };
  expect(await app.ask(answer, REGISTER, { input })).toMatchObject({ registerSubjectRequest: { __typename: "InvalidInput", field } });
});

test.each(["ERASURE", "OBJECTION"])("the trial desk completes no %s of a real person", async (kind) => {
  const trial = await startTestApp(() => DAY, { variables: { TRIAL_DESK: "on" } });
  const browser = new TestBrowser(trial.app);
  expect((await browser.post("/auth/trial", { role: "OFFICER" })).status).toBe(200);
  const { id } = await register(kind, objector);
  const hash = Object.entries(STORED_OPERATIONS).find(([, text]) => text.startsWith("mutation Requests_Close"))?.[0];
  const close = async (outcome: string): Promise<unknown> => {
    const payload = { extensions: { persistedQuery: { sha256Hash: hash } }, variables: { id, outcome, note: "试用台办理" } };
    const headers = { cookie: browser.cookie ?? "", "content-type": "application/json" };
    return (await trial.app.inject({ method: "POST", url: "/graphql", headers, payload })).json();
  };
  expect(await close("COMPLETED")).toMatchObject({ data: { closeSubjectRequest: { __typename: "NotAllowed" } } });
  expect((await app.ask(list, LIST, { status: "OPEN" })).subjectRequests.map((each) => each.id)).toContain(id);
  expect((await app.ask(found, FIND, { query: "" })).dataStatus.scientistCount).toBe(3);
  expect(await close("DECLINED")).toMatchObject({ data: { closeSubjectRequest: { __typename: "SubjectRequestSaved" } } });
  await trial.close();
});

test("who objects loses the contacts that are held and gets no new ones", async () => {
  const input = { scientistId: objector, kind: "EMAIL", value: "o@example.cn", statedSource: "本人提供", lawfulBasis: "CONSENT" };
  expect(await app.ask(answer, ADD_CONTACT, { input })).toMatchObject({ addContact: { __typename: "ContactAdded" } });
  const { id } = await register("OBJECTION", objector);
  await app.ask(closed, CLOSE, { id, outcome: "COMPLETED", note: "已停止联系" });
  expect(await app.ask(answer, ADD_CONTACT, { input })).toMatchObject({ addContact: { __typename: "NotAllowed" } });
  expect(await mentions("o****@example.cn")).toEqual([]);
});

test("S25 a copy holds everything that hangs on the person, in JSON and to print, and is on record", async () => {
  const get = (format: string, query = "?reason=本人申请查阅") =>
    app.app.inject({ url: encodeURI(`/export/person/${person}/${format}${query}`), headers: { authorization: `Bearer ${app.token}` } });
  const json = record.parse((await get("json")).json());
  const [held] = decodeRows(counted, await read(driver, DATABASE, COUNT_HELD, { id: person }));
  expect(json.relationships.length).toBe(held?.count);
  expect(held?.count).toBeGreaterThan(10);
  const page = (await get("html")).body;
  expect(json.relationships.filter(({ other }) => !page.includes(other.id))).toEqual([]);
  expect(page).toContain("欧阳无忌");
  expect((await get("json", "")).statusCode).toBe(400);
  const [entry] = await latestAuditRecords(driver, 1, "EXPORT");
  expect(entry).toMatchObject({ subjectIds: [person], detail: { way: "export.person", format: "html", reason: "本人申请查阅" } });
});

test("S25 erasing removes the person everywhere, and no import brings them back under any name", async () => {
  const before = await app.ask(found, FIND, { query: "欧阳无忌" });
  expect(before.scientists.totalCount).toBe(1);
  const { id } = await register("ERASURE", person);
  const { request: done } = (await app.ask(closed, CLOSE, { id, outcome: "COMPLETED", note: "已核验并删除" })).closeSubjectRequest;
  expect(done).toMatchObject({ status: "COMPLETED", scientist: null, scientistId: person });
  const after = await app.ask(found, FIND, { query: "欧阳无忌" });
  expect(after).toEqual({ scientists: { totalCount: 0 }, dataStatus: { scientistCount: before.dataStatus.scientistCount - 1 } });
  expect(await mentions("欧阳无忌")).toEqual([]);
  expect(await latestAuditRecords(driver, 1, "ERASURE")).toMatchObject([{ subjectIds: [person], detail: { request: id } }]);

  const others: ScientistRow[] = [
    REFUSER,
    sampleScientist("under-orcid", { orcid: "0000-0001-2345-6789" }),
    { ...sampleScientist("under-pinyin", born("1941-05-02")), nameZh: [], nameEn: [{ value: "OUYANG Wuji", provenance, inUse: true }] },
    {
      ...sampleScientist("under-employer"),
      nameZh: [{ value: "歐陽無忌", provenance, inUse: true }],
      worksAt: [{ stated: "一大学", provenance }],
    },
  ];
  const namesake = { ...sampleScientist("namesake", born("1988")), nameZh: [{ value: "欧阳无忌", provenance, inUse: true }] };
  const options = { refusals: createRefusalRegister(openSecret(testEnv())) };
  const result = await importScientistRows(driver, DATABASE, [...others, namesake], options);
  expect(result).toMatchObject({ created: 1, changed: 0, refused: 4 });
  // Written by another process, as it were: the app shows it when it has looked.
  await expect.poll(async () => (await app.ask(found, FIND, { query: "欧阳无忌" })).scientists.totalCount, { timeout: 5_000 }).toBe(1);
  await expect(importScientistRows(driver, DATABASE, [REFUSER])).rejects.toMatchObject({ code: "IMPORT_WITHOUT_REFUSALS" });
});
