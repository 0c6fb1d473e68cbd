import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { read, write } from "../../../server/db/run.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase } from "../db/test-database.ts";
import * as measures from "../measures/measures.test-queries.cypher.ts";
import * as world from "../network/network.test-queries.cypher.ts";
import { tie } from "../network/world.ts";
import * as cypher from "./teams.test-queries.cypher.ts";

const driver = await emptyDatabase();
const clock = (): Date => new Date("2026-06-01T00:00:00Z");
let app: TestApp;
let analyst: Record<string, string>;

beforeAll(async () => {
  const rows = (statement: string, list: readonly Record<string, unknown>[]) => write(driver, DATABASE, statement, { rows: list });
  const run = (statement: string, parameters: Record<string, unknown>) => write(driver, DATABASE, statement, parameters);
  await rows(world.CREATE_SOURCES, [
    { id: "s1", key: "s1", title: "名录", url: "https://s1.example/", publisher: "P", licence: "L", retrievedAt: "2026-01-01" },
  ]);
  await rows(
    world.CREATE_SCIENTISTS,
    ["a", "b", "c", "d", "local", "far"].map((id) => ({ id, nameZh: `人${id}` })),
  );
  await rows(world.CREATE_AUTHORS, [{ id: "x", name: "X. Author" }]);
  await rows(
    measures.COLLABORATE,
    [
      ["a", "b", 4],
      ["a", "c", 3],
      ["b", "c", 5],
      ["c", "d", 1],
    ].map(([a, b, works]) => ({ a, b, works, last: 2024 })),
  );
  await rows(measures.CREATE_FIELDS, [
    { id: "nlp", key: "nlp", scheme: "TOPIC", nameZh: "自然语言处理", nameEn: "NLP", synonyms: [], sourceId: "s1" },
  ]);
  await rows(
    measures.SPECIALISE,
    ["a", "b", "local", "far"].map((person) => ({ person, to: "nlp" })),
  );
  await rows(world.CREATE_PLACES, [
    { id: "cq", key: "cq", level: "PROVINCE", nameZh: "重庆市", code: "500000", aliases: [] },
    { id: "bj", key: "bj", level: "PROVINCE", nameZh: "北京市", code: "110000", aliases: [] },
  ]);
  await rows(world.CREATE_INSTITUTIONS, [
    { node: { id: "near", key: "near", nameZh: "近处的研究所", aliases: [], kind: "RESEARCH_INSTITUTE", sourceId: "s1" }, place: "cq" },
    { node: { id: "away", key: "away", nameZh: "远处的研究所", aliases: [], kind: "RESEARCH_INSTITUTE", sourceId: "s1" }, place: "bj" },
  ]);
  await rows(world.EMPLOY, [tie("local", "near", { from: "2015" }), tie("far", "away", { from: "2015" })]);
  await run(world.SAME_AS, { author: "x", scientist: "d" });
  app = await startTestApp(clock, { role: "OFFICER" });
  analyst = { authorization: `Bearer ${await issueToken(driver, "ANALYST", clock)}` };
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const TEAM = `fragment T on Team { id name proposed version members { person { id name } role from to stated verifiedBy } needs { id kind description institution { id } assignedBy }
  fields { count field { id } } institutes { people institution { id } } }`;
const SAVE = `${TEAM} mutation ($input: SaveTeamInput!) { saveTeam(input: $input) { __typename ... on TeamSaved { team { ...T } } ... on TeamConflict { message team { ...T } } ... on InvalidInput { field message } } }`;
const team = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number(),
  members: z.array(z.object({ person: z.object({ id: z.string() }), role: z.string().nullable(), verifiedBy: z.string().nullable() })),
  needs: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      institution: z.object({ id: z.string() }).nullable(),
      assignedBy: z.string().nullable(),
    }),
  ),
  fields: z.array(z.object({ count: z.number(), field: z.object({ id: z.string() }) })),
  institutes: z.array(z.object({ people: z.number(), institution: z.object({ id: z.string() }) })),
});
const answer = z.object({
  __typename: z.string(),
  team: team.optional(),
  field: z.string().optional(),
  message: z.string().optional(),
  id: z.string().optional(),
});

let keys = 0;
async function save(input: Record<string, unknown>, headers: Record<string, string> = {}) {
  keys += 1;
  const given = {
    name: "语言智能团队",
    proposed: false,
    members: [],
    needs: [],
    ...(input.id ? {} : { key: `team-key-${keys}` }),
    ...input,
  };
  return (await app.ask(z.object({ saveTeam: answer }), SAVE, { input: given }, headers)).saveTeam;
}
const member = (person: string, more: Record<string, unknown> = {}) => ({ person, stated: "三年合作论文", ...more });

describe("teams", () => {
  test("a team keeps who says so; fields and institutes near us follow from its people", async () => {
    const { team: made } = await save({
      members: [member("a", { role: "负责人", from: "2020" }), member("b")],
      needs: [{ kind: "EQUIPMENT", description: "算力 200 卡" }],
    });
    expect(made).toMatchObject({
      version: 1,
      members: [{ person: { id: "a" }, role: "负责人", verifiedBy: "test OFFICER" }, { person: { id: "b" } }],
      fields: [{ count: 2, field: { id: "nlp" } }],
      institutes: [{ people: 1, institution: { id: "near" } }],
    });
    expect(await read(driver, DATABASE, cypher.MEMBERSHIPS, { id: made?.id })).toMatchObject([
      { id: "a", stated: "三年合作论文", verifiedOn: "2026-06-01", origin: "person", source: "本办团队登记" },
      { id: "b" },
    ]);
    const [record] = (await latestAuditRecords(driver, 10)).filter(({ action }) => action === "TEAM");
    expect(record).toMatchObject({ subjectIds: [made?.id], result: "OK" });
  });

  test("it is on the profile of its people and links them, unless it is only proposed", async () => {
    const shape = z.object({ scientist: z.object({ teams: z.array(z.object({ team: z.string() })) }) });
    const teamsOf = async (id: string) =>
      (await app.ask(shape, `query ($id: ID!) { scientist(id: $id) { teams { team } } }`, { id })).scientist.teams;
    await save({ name: "拟建队", proposed: true, members: [member("c"), member("d")] });
    expect(await teamsOf("a")).toEqual([{ team: "语言智能团队" }]);
    expect(await teamsOf("c")).toEqual([]);
    const paths = z.object({ introductionSearch: z.object({ paths: z.array(z.unknown()) }) });
    const search = `query ($to: ID!, $from: [ID!]) { introductionSearch(to: $to, from: $from, via: [TEAM]) { paths { score } } }`;
    expect((await app.ask(paths, search, { to: "a", from: ["b"] })).introductionSearch.paths).toHaveLength(1);
    expect((await app.ask(paths, search, { to: "c", from: ["d"] })).introductionSearch.paths).toHaveLength(0);
  });

  test("of two who change it at once one is told; what was not touched keeps who confirmed it", async () => {
    const { team: made } = await save({ members: [member("a"), member("b")] });
    const changed = { id: made?.id, version: 1, name: "改名", members: [member("a"), member("b", { role: "骨干" })] };
    const answers = await Promise.all([save(changed, analyst), save({ ...changed, name: "另改" })]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["TeamConflict", "TeamSaved"]);
    const after = answers.find(({ __typename }) => __typename === "TeamConflict")?.team;
    expect(after?.version).toBe(2);
    expect(after?.members[0]?.verifiedBy).toBe("test OFFICER");
  });

  test("the same key makes one team; what is wrong is refused with its field", async () => {
    const one = await Promise.all([1, 2].map(() => save({ key: "same-team-key", members: [member("a")] })));
    expect(new Set(one.map((each) => each.team?.id)).size).toBe(1);
    expect((await save({ name: "短", members: [member("a")] })).field).toBe("name");
    expect((await save({ members: [] })).field).toBe("members");
    expect((await save({ members: [member("a"), member("a")] })).field).toBe("members");
    expect((await save({ members: [member("nobody")] })).field).toBe("members");
    expect((await save({ members: [member("a", { stated: "" })] })).field).toBe("members");
    expect((await save({ members: [member("a", { from: "2024", to: "2020" })] })).field).toBe("members");
    expect((await save({ members: [member("a", { from: "2024-13" })] })).field).toBe("members");
    expect((await save({ members: [member("a")], needs: [{ kind: "DATA", description: "" }] })).field).toBe("needs");
    expect((await save({ id: "nothing", version: 1, members: [member("a")] })).field).toBe("id");
  });

  test("an officer says which institute covers a need, an analyst may not; removing the team takes its needs along", async () => {
    const ASSIGN = `${TEAM} mutation ($id: ID!, $institution: ID) { assignTeamNeed(id: $id, institution: $institution) { __typename ... on TeamSaved { team { ...T } } ... on InvalidInput { field } } }`;
    const shape = z.object({ assignTeamNeed: answer });
    const { team: made } = await save({ members: [member("a")], needs: [{ kind: "EQUIPMENT", description: "电镜" }] });
    const id = made?.needs[0]?.id;
    const assigned = (await app.ask(shape, ASSIGN, { id, institution: "near" })).assignTeamNeed.team;
    expect(assigned?.needs).toMatchObject([{ institution: { id: "near" }, assignedBy: "test OFFICER" }]);
    expect((await app.ask(shape, ASSIGN, { id, institution: "nowhere" })).assignTeamNeed.field).toBe("institution");
    const still = await save({
      id: made?.id,
      version: made?.version,
      members: [member("a")],
      needs: [{ id, kind: "EQUIPMENT", description: "冷冻电镜" }],
    });
    expect(still.team?.needs).toMatchObject([{ id, description: "冷冻电镜", institution: { id: "near" } }]);
    expect((await app.gql(ASSIGN, { id, institution: "near" }, analyst)).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const REMOVE = `mutation ($id: ID!, $version: Int!) { removeTeam(id: $id, version: $version) { __typename ... on TeamRemoved { id } } }`;
    const removed = z.object({ removeTeam: answer });
    expect((await app.ask(removed, REMOVE, { id: made?.id, version: 1 })).removeTeam.__typename).toBe("TeamConflict");
    expect((await app.ask(removed, REMOVE, { id: made?.id, version: 2 })).removeTeam.__typename).toBe("TeamRemoved");
    expect(await read(driver, DATABASE, cypher.LONELY_NEEDS)).toEqual([]);
  });

  test("groups of repeated joint work are suggested until they are a team", async () => {
    const shape = z.object({
      teamSuggestions: z.array(z.object({ people: z.array(z.object({ id: z.string() })), leastWorks: z.number() })),
    });
    const SUGGEST = `{ teamSuggestions(minWorks: 3) { leastWorks people { id name } } }`;
    const { teamSuggestions } = await app.ask(shape, SUGGEST, {});
    expect(teamSuggestions).toMatchObject([{ leastWorks: 3, people: [{ id: "b" }, { id: "c" }, { id: "a" }] }]);
    await save({ name: "常合作的三人", members: ["a", "b", "c"].map((id) => member(id)) });
    expect((await app.ask(shape, SUGGEST, {})).teamSuggestions).toEqual([]);
  });

  test("an author is shown as the scientist once identified; who is erased is in no team; others may not read", async () => {
    const { team: made } = await save({ name: "含作者", members: [member("x"), member("c")] });
    expect(made?.members.map(({ person }) => person.id)).toEqual(["d", "c"]);
    // Saved again, the membership is the scientist's, and who confirmed it stays.
    const again = await save({ id: made?.id, version: 1, name: "含作者", members: [member("d"), member("c")] }, analyst);
    expect(again.team?.members).toMatchObject([{ person: { id: "d" }, verifiedBy: "test OFFICER" }, { person: { id: "c" } }]);
    expect(await read(driver, DATABASE, cypher.MEMBERSHIPS, { id: made?.id })).toMatchObject([
      { id: "c" },
      { id: "d", stated: "三年合作论文" },
    ]);
    await write(driver, DATABASE, measures.ERASE, { id: "c" });
    const shape = z.object({ team: team.pick({ members: true }) });
    const { team: after } = await app.ask(shape, `${TEAM} query ($id: ID!) { team(id: $id) { ...T } }`, { id: made?.id });
    expect(after.members.map(({ person }) => person.id)).toEqual(["d"]);
    for (const role of ["AMBASSADOR", "EXPERT", "SERVICE", "SECURITY_ADMIN"] as const) {
      const authorization = `Bearer ${await issueToken(driver, role, clock)}`;
      expect((await app.gql("{ teams { id } }", {}, { authorization })).errors, role).toBeDefined();
    }
  });
});
