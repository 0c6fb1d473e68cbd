import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { type Colleague, type DeskOffice, list, look, move, openDesk, opened, worker } from "./desk.ts";

let desk: DeskOffice;
let admin: Colleague;

beforeAll(async () => {
  desk = await openDesk(Array.from({ length: 4 }, (_, at) => worker(`s${at}`, `演示${at}`, "ror:1")));
  admin = await desk.hire("SYSTEM_ADMIN");
});
afterAll(() => desk.close());

const stage = z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string(), limitDays: z.number().nullable() });
const settings = z.object({
  version: z.number(),
  changedBy: z.string().nullable(),
  stages: z.array(stage),
  desks: z.array(stage.omit({ limitDays: true })),
  claimDays: z.number(),
  claimReminderDays: z.number(),
  points: z.array(z.object({ kind: z.string(), points: z.number() })),
});
type Settings = z.infer<typeof settings>;
const FIELDS =
  "version changedBy stages { id nameZh nameEn limitDays } desks { id nameZh nameEn } claimDays claimReminderDays points { kind points }";

async function current(): Promise<Settings> {
  return (await admin.ask(z.object({ pipelineSettings: settings }), `{ pipelineSettings { ${FIELDS} } }`)).pipelineSettings;
}

const saved = z.object({
  done: z.object({ __typename: z.string(), field: z.string().optional(), message: z.string().optional(), settings: settings.optional() }),
});
async function save(changes: Partial<Settings>) {
  const { changedBy: _by, ...now } = await current();
  const text = `mutation ($input: PipelineSettingsInput!) { done: updatePipelineSettings(input: $input) { __typename
    ... on PipelineSettingsSaved { settings { ${FIELDS} } } ... on InvalidInput { field message } ... on NotAllowed { message } } }`;
  return (await admin.ask(saved, text, { input: { ...now, ...changes } })).done;
}

test("the product comes with version 1", async () => {
  const first = await current();
  expect(first).toMatchObject({ version: 1, changedBy: null, claimDays: 90, claimReminderDays: 14 });
  expect(first.stages.map((each) => each.nameZh)).toEqual(["线索", "接触", "意向", "评估", "评审", "签约", "落地"]);
  expect(first.desks).toEqual([{ id: "RECRUITING", nameZh: "引才专班", nameEn: "Recruiting desk" }]);
  expect(first.points).toEqual([
    { kind: "FIRST_REPORT", points: 10 },
    { kind: "INTRODUCTION", points: 20 },
    { kind: "VISIT", points: 20 },
    { kind: "OUTCOME", points: 100 },
  ]);
});

test.each([
  ["two stages", (now: Settings) => ({ stages: now.stages.slice(-2) }), "stages"],
  ["a stage twice", (now: Settings) => ({ stages: [...now.stages.slice(0, 1), ...now.stages] }), "stages"],
  [
    "an id in small letters",
    (now: Settings) => ({ stages: [{ id: "lead", nameZh: "线", nameEn: "L", limitDays: 1 }, ...now.stages] }),
    "stages",
  ],
  ["a stage without a name", (now: Settings) => ({ stages: now.stages.map((each) => ({ ...each, nameZh: " " })) }), "stages"],
  ["a limit of no days", (now: Settings) => ({ stages: now.stages.map((each) => ({ ...each, limitDays: 0 })) }), "stages"],
  ["another last stage", (now: Settings) => ({ stages: now.stages.slice(0, -1) }), "stages"],
  ["the last stage in the middle", (now: Settings) => ({ stages: now.stages.toReversed() }), "stages"],
  ["no desk", () => ({ desks: [] }), "desks"],
  ["claims without end", () => ({ claimDays: 731 }), "claimDays"],
  ["a reminder before the claim", () => ({ claimDays: 10, claimReminderDays: 11 }), "claimReminderDays"],
  ["a contribution without points", (now: Settings) => ({ points: now.points.slice(1) }), "points"],
  ["too many points", (now: Settings) => ({ points: now.points.map((each) => ({ ...each, points: 1_001 })) }), "points"],
  ["an old version", () => ({ version: 0 }), "version"],
] as const)("%s is refused with a sentence, and nothing changes", async (_what, changes, field) => {
  const before = await current();
  expect(await save(changes(before))).toMatchObject({ __typename: "InvalidInput", field, message: /。$/ });
  expect(await current()).toEqual(before);
});

test("stages that nobody is in can go, change and come; what engagements are in cannot; moves follow at once", async () => {
  const engagement = await opened(desk.officer, "s0");
  await move(desk.officer, { id: engagement.id, version: 1, stage: "CONTACT" });
  const before = await current();
  const without = (id: string) => before.stages.filter((each) => each.id !== id);
  expect(await save({ stages: without("CONTACT") })).toMatchObject({ __typename: "InvalidInput", field: "stages", message: /“接触”/ });
  const done = await save({ stages: without("INTENT"), claimDays: 60 });
  expect(done.settings).toMatchObject({ version: 2, changedBy: "test SYSTEM_ADMIN", claimDays: 60 });
  const now = await look(desk.officer, engagement.id);
  expect(now?.allowedMoves.map((each) => each.stage?.id ?? each.status)).toEqual(["ASSESSMENT", "LEAD", "PAUSED", "STOPPED"]);
  expect(await move(desk.officer, { id: engagement.id, version: 2, stage: "INTENT" })).toMatchObject({ __typename: "InvalidInput" });
  expect((await list(desk.officer)).byStage).toEqual({ LEAD: 0, CONTACT: 1, ASSESSMENT: 0, REVIEW: 0, SIGNING: 0, LANDED: 0 });
  const [record] = await latestAuditRecords(desk.driver, 1, "SETTINGS");
  expect(record).toMatchObject({
    action: "SETTINGS",
    detail: { before: { version: 1, claimDays: 90 }, after: { version: 2, claimDays: 60 } },
  });
});

test("a stopped engagement keeps its stage in the settings, too; histories name stages that are gone", async () => {
  const engagement = await opened(desk.officer, "s1");
  const on = await move(desk.officer, { id: engagement.id, version: 1, stage: "CONTACT" });
  await move(desk.officer, { id: engagement.id, version: on.engagement?.version, stage: "ASSESSMENT" });
  await move(desk.officer, { id: engagement.id, version: 3, status: "STOPPED", reason: "对方已另有安排" });
  const before = await current();
  const stages = before.stages.filter((each) => each.id !== "ASSESSMENT");
  expect(await save({ stages })).toMatchObject({ __typename: "InvalidInput", field: "stages" });
  await move(desk.officer, { id: engagement.id, version: 4, status: "OPEN", reason: "对方重新联系" });
  await move(desk.officer, { id: engagement.id, version: 5, stage: "CONTACT", reason: "从头谈起来" });
  expect((await save({ stages })).__typename).toBe("PipelineSettingsSaved");
  const text = "query ($id: ID!) { engagement(id: $id) { moves { toStage { nameZh } } } }";
  expect(JSON.stringify((await desk.app.gql(text, { id: engagement.id })).data)).toContain("评估");
});

test("a desk that engagements belong to cannot go; of two who edit the same version one is told", async () => {
  const before = await current();
  const another = { id: "OVERSEAS", nameZh: "海外专班", nameEn: "Overseas desk" };
  expect(await save({ desks: [another] })).toMatchObject({ __typename: "InvalidInput", field: "desks", message: /引才专班/ });
  const answers = await Promise.all([1, 2].map(() => save({ version: before.version, desks: [...before.desks, another] })));
  expect(answers.map((each) => each.__typename).sort()).toEqual(["InvalidInput", "PipelineSettingsSaved"]);
  expect((await opened(desk.officer, "s2", { deskId: "OVERSEAS" })).desk.id).toBe("OVERSEAS");
});
