import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { decodeRows } from "../../../server/db/records.ts";
import { read } from "../../../server/db/run.ts";
import { DATABASE } from "../db/test-database.ts";
import { COUNT_TASKS, POSITIONS_OF } from "./introductions.test-queries.cypher.ts";
import { link, move, type Office, openOffice, ownTasks, requested, type Worker } from "./office.ts";

let office: Office;
let officer: Worker;
let colleague: Worker;
let ambassador: Worker;

beforeAll(async () => {
  office = await openOffice();
  officer = await office.hire("OFFICER", "引才甲");
  colleague = await office.hire("OFFICER", "引才乙");
  ambassador = await office.hire("AMBASSADOR", "大使丙");
});
afterAll(() => office.close());

const zone = z.object({
  version: z.number(),
  places: z.array(z.object({ id: z.string() })),
  institutions: z.array(z.object({ id: z.string() })),
  changedBy: z.string().nullable(),
});
const ours = z.object({
  ourPeople: z.object({
    accounts: z.array(z.object({ id: z.string(), own: z.boolean(), scientist: z.object({ id: z.string() }).nullable() })),
    zone,
  }),
});
const OURS = "{ ourPeople { accounts { id own scientist { id } } zone { version places { id } institutions { id } changedBy } } }";
const SET = `mutation ($input: IntroductionZoneInput!) { done: setIntroductionZone(input: $input) { __typename
  ... on IntroductionZoneSaved { zone { version places { id } institutions { id } changedBy } } ... on InvalidInput { field } } }`;
const set = z.object({ done: z.object({ __typename: z.string(), zone: zone.optional(), field: z.string().optional() }) });

const setZone = async (input: Record<string, unknown>) => (await officer.ask(set, SET, { input })).done;
const starts = async (): Promise<number> => {
  const found = z.object({ introductionSearch: z.object({ starts: z.number() }) });
  return (await officer.ask(found, '{ introductionSearch(to: "target") { starts } }')).introductionSearch.starts;
};
const accountsOf = async (by: Worker) => (await by.ask(ours, OURS)).ourPeople.accounts;

test("an account is of one scientist and a scientist of one account; nobody confirms an account of their own", async () => {
  expect(await link(officer, officer.id, "mid")).toMatchObject({ __typename: "NotAllowed" });
  expect(await link(officer, ambassador.id, "nobody")).toMatchObject({ field: "scientistId" });
  expect(await link(officer, "nobody", "mid")).toMatchObject({ field: "accountId" });
  expect(await link(officer, ambassador.id, "mid")).toMatchObject({ __typename: "OurAccountSaved" });
  expect(await link(officer, colleague.id, "mid")).toMatchObject({ field: "scientistId" });
  expect(await link(officer, ambassador.id, "pupil")).toMatchObject({ __typename: "OurAccountSaved" });
  expect((await accountsOf(officer)).map(({ id, own, scientist }) => [id, own, scientist?.id ?? null]).sort()).toEqual(
    [
      [officer.id, true, null],
      [colleague.id, false, null],
      [ambassador.id, false, "pupil"],
    ].sort(),
  );
  expect((await ambassador.send(OURS)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
});

test("two officers who link one account at once leave it with one scientist", async () => {
  await Promise.all([link(officer, ambassador.id, "mate"), link(colleague, ambassador.id, "home")]);
  const [account] = (await accountsOf(officer)).filter(({ id }) => id === ambassador.id);
  expect(["mate", "home"]).toContain(account?.scientist?.id);
});

test("the zone is what officers say it is, and until then the places known as it", async () => {
  await link(officer, ambassador.id, null);
  // `ours` works at the lab of the place 重庆高新区 and `linked` has an account.
  expect(await starts()).toBe(2);
  expect((await officer.ask(ours, OURS)).ourPeople.zone).toEqual({ version: 0, places: [], institutions: [], changedBy: null });
  const none = await setZone({ version: 0, placeIds: [], institutionIds: [] });
  expect(none.zone).toMatchObject({ version: 1, changedBy: "test OFFICER" });
  expect(await starts()).toBe(1);
  expect(await setZone({ version: 0, placeIds: ["zone"], institutionIds: [] })).toMatchObject({ field: "version" });
  const said = await setZone({ version: 1, placeIds: ["nowhere"], institutionIds: ["lab", "lab"] });
  expect(said.zone).toMatchObject({ version: 2, places: [], institutions: [{ id: "lab" }] });
  expect(await starts()).toBe(2);
  const both = await Promise.all([1, 2, 3].map(() => setZone({ version: 2, placeIds: ["zone"], institutionIds: [] })));
  expect(both.filter(({ __typename }) => __typename === "IntroductionZoneSaved")).toHaveLength(1);
  expect(await starts()).toBe(2);
});

const REGISTER = `mutation ($input: RegisterSubjectRequestInput!) { registerSubjectRequest(input: $input) { ... on SubjectRequestSaved { request { id } } } }`;
const CLOSE = `mutation ($id: ID!) { closeSubjectRequest(id: $id, outcome: COMPLETED, note: "已按规定办理") { __typename } }`;
const registered = z.object({ registerSubjectRequest: z.object({ request: z.object({ id: z.string() }) }) });

async function fulfil(kind: "ERASURE" | "OBJECTION", scientistId: string): Promise<void> {
  const input = { kind, scientistId, requester: "本人，已核验身份", description: "请按法律规定处理" };
  const { registerSubjectRequest } = await officer.ask(registered, REGISTER, { input });
  const closed = await officer.send(CLOSE, { id: registerSubjectRequest.request.id });
  expect(closed.errors).toBeUndefined();
  expect(closed).toMatchObject({ data: { closeSubjectRequest: { __typename: "SubjectRequestSaved" } } });
}

const countTasks = async (): Promise<number | undefined> =>
  decodeRows(z.object({ count: z.number() }), await read(office.driver, DATABASE, COUNT_TASKS))[0]?.count;

test("the record of a person tells the tasks, and of the account no more than that there is one", async () => {
  await link(officer, ambassador.id, "linked");
  await requested(officer, { note: "请谈谈合作" });
  const answer = await office.app.app.inject({
    method: "GET",
    url: `/export/person/linked/json?reason=${encodeURIComponent("本人申请查阅")}`,
    headers: officer.headers,
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain("请谈谈合作");
  expect(answer.body).toContain(ambassador.id);
  for (const hidden of ["secret-hash", "passwordHash", "askingKey", "大使丙", officer.id]) expect(answer.body).not.toContain(hidden);
});

test("who objects ends the requests that lead over them; who is erased is taken out of what is kept", async () => {
  const [task] = await ownTasks(officer);
  if (task === undefined) throw new Error("No task.");
  await fulfil("OBJECTION", "pupil");
  const [ended] = await ownTasks(ambassador);
  expect(ended).toMatchObject({ id: task.id, status: "TAKEN_BACK", note: "请谈谈合作", allowedMoves: [] });
  await fulfil("ERASURE", "pupil");
  const [left] = await ownTasks(officer);
  expect(left).toMatchObject({ id: task.id, length: 3, note: null, answer: null });
  expect(left?.people.map(({ position, person }) => [position, person.id])).toEqual([
    [0, "linked"],
    [2, "target"],
  ]);
  const positions = decodeRows(z.object({ position: z.number() }), await read(office.driver, DATABASE, POSITIONS_OF, { id: task.id }));
  expect(positions.map((row) => row.position)).toEqual([0, 2]);
  const another = await requested(officer, { people: ["ours", "mid", "target"], links: ["COLLEAGUE", "COAUTHOR"] });
  expect(await countTasks()).toBe(2);
  await fulfil("ERASURE", "target");
  expect(await countTasks()).toBe(0);
  expect(await move(officer, another, "TAKE_BACK", "已不需要")).toMatchObject({ field: "id" });
});
