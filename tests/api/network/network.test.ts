import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken } from "../../support/sign-in.ts";
import { emptyDatabase } from "../db/test-database.ts";
import { makeWorld } from "./world.ts";

const driver = await emptyDatabase();
const clock = (): Date => new Date("2026-06-01T00:00:00Z");
let app: TestApp;

beforeAll(async () => {
  await makeWorld(driver);
  app = await startTestApp(clock, { role: "ANALYST" });
  // The first search plans its statements; how long that takes is not what is asked here.
  await search({ to: "target", first: 20 });
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const part = z.object({ name: z.string(), factor: z.number() });
const hop = z.object({
  fromPerson: z.object({ id: z.string(), name: z.string() }),
  toPerson: z.object({ id: z.string(), name: z.string() }),
  from: z.object({ id: z.string() }).nullable(),
  link: z.string(),
  alsoLinked: z.array(z.string()),
  evidence: z.array(z.string()),
  strength: z.number(),
  parts: z.array(part),
  weak: z.boolean(),
  weakBecause: z.array(z.string()),
  firstYear: z.number().nullable(),
  lastYear: z.number().nullable(),
});
const path = z.object({
  score: z.number(),
  parts: z.array(z.object({ kind: z.string(), hop: z.number().nullable(), factor: z.number() })),
  hops: z.array(hop),
});
const found = z.object({
  introductionSearch: z.object({
    outcome: z.string(),
    starts: z.number(),
    cuts: z.array(z.object({ reason: z.string() })),
    paths: z.array(path),
  }),
});
const SEARCH = `query ($to: ID!, $from: [ID!], $fromInstitutions: [ID!], $ours: Boolean, $via: [IntroductionLink!], $notVia: [IntroductionLink!], $notThrough: [ID!], $since: Int, $maxHops: Int, $first: Int) {
  introductionSearch(to: $to, from: $from, fromInstitutions: $fromInstitutions, fromOurPeople: $ours, via: $via, notVia: $notVia, notThrough: $notThrough, since: $since, maxHops: $maxHops, first: $first) {
    outcome starts cuts { reason text } paths { score parts { kind hop factor } hops { fromPerson { id name } toPerson { id name } from { id } link alsoLinked evidence strength parts { name factor }
      weak weakBecause firstYear lastYear } } } }`;

async function search(variables: Record<string, unknown>, headers: Record<string, string> = {}) {
  return (await app.ask(found, SEARCH, variables, headers)).introductionSearch;
}
const routes = ({ paths }: Awaited<ReturnType<typeof search>>): string[] =>
  paths.map(({ hops }) => [hops[0]?.fromPerson.id, ...hops.map((each) => `${each.link} ${each.toPerson.id}`)].join(" "));

describe("introductions", () => {
  test("from our people: those in the zone now, and those linked to an account in use; nobody who died or objected is on a path", async () => {
    const answer = await search({ to: "target", first: 20 });
    expect(answer.starts).toBe(2);
    expect(answer.cuts).toEqual([]);
    expect(routes(answer)).toEqual([
      "linked TEAM pupil PROJECT target",
      "ours COLLEAGUE mid COAUTHOR target",
      "linked TEAM pupil ADVISOR mate ALUMNI target",
      "ours COLLEAGUE mid COAUTHOR a-free COAUTHOR target",
    ]);
  });

  test("an installation may weigh links by other numbers", async () => {
    const variables = { NETWORK_RULES: '{"links":{"HOMETOWN":{"base":0.36}},"perPerson":0.5}' };
    const other = await startTestApp(clock, { role: "ANALYST", variables });
    try {
      const theirs = async (asked: Record<string, unknown>) => (await other.ask(found, SEARCH, asked)).introductionSearch;
      const home = { to: "target", from: ["home"], via: ["HOMETOWN"] };
      const [usual, changed] = [await search(home), await theirs(home)];
      expect(usual.paths).toHaveLength(1);
      expect(changed.paths[0]?.score).toBeCloseTo(3 * (usual.paths[0]?.score ?? 0), 10);
      const far = { to: "target", from: ["ours"] };
      expect((await theirs(far)).paths[0]?.score).toBeCloseTo(((await search(far)).paths[0]?.score ?? 0) * (0.5 / 0.8), 10);
    } finally {
      await other.close();
    }
  });

  test("each hop says what it rests on, to the word, in both languages", async () => {
    const zh = await search({ to: "target", from: ["ours"] });
    expect(zh.paths[0]?.hops.map(({ evidence }) => evidence)).toEqual([
      ["同在金凤实验室任职（2017–2020，共 3 人）；来源：名录"],
      ["合作论文《T-w1》（2024，共 2 位作者）；来源：Anthology", "合作论文《T-w2》（2018，共 3 位作者）；来源：Anthology"],
    ]);
    const en = await search({ to: "target", from: ["ours"] }, { "accept-language": "en" });
    expect(en.paths[0]?.hops.map(({ evidence }) => evidence)).toEqual([
      ["Both employed by Jinfeng Laboratory (2017–2020, 3 people); source: 名录"],
      ["Joint paper “T-w1” (2024, 2 authors); source: Anthology", "Joint paper “T-w2” (2018, 3 authors); source: Anthology"],
    ]);
  });

  test("strengths are those of the rules, and scores the product of their parts", async () => {
    const [best] = (await search({ to: "target", from: ["ours"] })).paths;
    const [colleague, coauthor] = best?.hops ?? [];
    expect(colleague?.strength).toBeCloseTo(0.8 * (1 - Math.exp(-1)) * 0.5 ** 0.6, 10);
    expect(coauthor?.strength).toBeCloseTo(0.95 * (1 - Math.exp(-(0.5 ** (2 / 8) + 0.5 * 0.5 ** (8 / 8)))), 10);
    expect(coauthor).toMatchObject({ firstYear: 2018, lastYear: 2024, weak: false, weakBecause: [], from: { id: "mid" } });
    expect(best?.score).toBeCloseTo((colleague?.strength ?? 0) * (coauthor?.strength ?? 0) * 0.8, 10);
    expect(best?.parts.map(({ kind, hop: index }) => [kind, index])).toEqual([
      ["HOP", 0],
      ["HOP", 1],
      ["LENGTH", null],
    ]);
    expect(best?.parts.reduce((product, each) => product * each.factor, 1)).toBeCloseTo(best?.score ?? 0, 10);
    expect(coauthor?.parts.reduce((product, each) => product * each.factor, 1)).toBeCloseTo(coauthor?.strength ?? 0, 10);
  });

  test("kinds of link: award year, adviser, adjacent schooling, patent, home county, each with its evidence", async () => {
    const answer = await search({ to: "target", from: ["unlinked"], maxHops: 3, first: 5 });
    expect(routes(answer)).toEqual(["unlinked COAWARDED mate ADVISOR pupil PROJECT target", "unlinked COAWARDED mate ALUMNI target"]);
    expect(answer.paths.map(({ hops }) => hops.flatMap(({ evidence }) => evidence))).toEqual([
      [
        "同届获奖（2020，共 2 人）；来源：名录",
        "师承人mate（2010–2014，共 1 人）；来源：名录",
        "合作专利《T-w7》（2022，共 2 位作者）；来源：Anthology",
      ],
      ["同届获奖（2020，共 2 人）；来源：名录", "同在一大学就读（1994–1995，共 2 人）；来源：名录"],
    ]);
    const [home] = (await search({ to: "target", from: ["home"] })).paths;
    expect(home?.hops).toMatchObject([
      { link: "HOMETOWN", weak: true, weakBecause: ["HOME_ONLY"], evidence: ["籍贯或出生地同为甲县（共 2 人）；来源：名录"] },
    ]);
  });

  test("exclusions: not through somebody, without kinds, only some kinds, only since a year", async () => {
    expect(routes(await search({ to: "target", from: ["ours"], notThrough: ["mid"] }))).toEqual([]);
    expect(routes(await search({ to: "target", from: ["home"], notVia: ["HOMETOWN"] }))).toEqual([]);
    expect(routes(await search({ to: "target", from: ["ours"], via: ["COAUTHOR"] }))).toEqual([]);
    expect(routes(await search({ to: "target", from: ["home"], since: 1900 }))).toEqual([]);
    expect(routes(await search({ to: "target", from: ["ours"], since: 2021 }))).toEqual([]);
    const since = await search({ to: "target", from: ["ours"], since: 2020 });
    expect(since.paths[0]?.hops.map(({ evidence, firstYear }) => [firstYear, evidence.length])).toEqual([
      [2020, 1],
      [2024, 1],
    ]);
    expect(routes(await search({ to: "target", from: ["ours"], maxHops: 1 }))).toEqual([]);
  });

  test("nobody within so many hops, nobody to start from, nobody with that id, and who is not to be approached are answers", async () => {
    const outcomes = [
      { to: "lone", from: ["ours"] },
      { to: "target", from: ["nobody"] },
      { to: "nobody", from: ["ours"] },
      { to: "shy", from: ["ours"] },
      { to: "gone", from: ["ours"] },
      { to: "target", from: ["shy", "gone"] },
    ].map(async (variables) => (await search(variables)).outcome);
    expect(await Promise.all(outcomes)).toEqual([
      "NOBODY_WITHIN_HOPS",
      "NO_STARTS",
      "UNKNOWN_PERSON",
      "NOT_TO_BE_APPROACHED",
      "NOT_TO_BE_APPROACHED",
      "NO_STARTS",
    ]);
  });

  test("from an institution: those who work there now", async () => {
    const answer = await search({ to: "target", fromInstitutions: ["lab"], maxHops: 2 });
    expect([answer.starts, routes(answer)]).toEqual([1, ["ours COLLEAGUE mid COAUTHOR target"]]);
  });

  test("the plain list is the same paths; too much is refused in one sentence", async () => {
    const { introductionPaths } = await app.ask(
      z.object({ introductionPaths: z.array(z.object({ score: z.number() })) }),
      `{ introductionPaths(to: "target", from: ["ours"]) { score } }`,
    );
    expect(introductionPaths).toEqual((await search({ to: "target", from: ["ours"] })).paths.map(({ score }) => ({ score })));
    const refused = await app.gql(`{ introductionPaths(to: "target", maxHops: 5) { score } }`);
    expect(refused.errors?.[0]).toMatchObject({
      message: "最多步数 须在 1 与 4 之间，请修改后再试。",
      extensions: { code: "BAD_USER_INPUT" },
    });
  });

  test("is recorded as a search with the ids asked for, and refused to those whose work it is not", async () => {
    await search({ to: "target", from: ["former"] });
    expect((await latestAuditRecords(driver, 1))[0]).toMatchObject({
      action: "SEARCH",
      result: "OK",
      actorRole: "ANALYST",
      detail: { what: "introductionSearch", to: "target", from: ["former"] },
    });
    for (const role of ["AMBASSADOR", "EXPERT", "SERVICE", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const) {
      const authorization = `Bearer ${await issueToken(driver, role, clock)}`;
      const answer = await app.gql(SEARCH, { to: "target" }, { authorization });
      expect([role, answer.errors?.[0]?.extensions.code, answer.data]).toEqual([role, "FORBIDDEN", undefined]);
    }
  });
});

const network = z.object({
  collaborationNetwork: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        scientist: z.object({ id: z.string() }).nullable(),
        degree: z.number(),
        depth: z.number(),
      }),
    ),
    edges: z.array(
      z.object({
        source: z.string(),
        target: z.string(),
        works: z.number(),
        firstYear: z.number().nullable(),
        lastYear: z.number().nullable(),
      }),
    ),
    omittedNodes: z.number(),
    omittedEdges: z.number(),
    cuts: z.array(z.object({ reason: z.string() })),
  }),
});
const NETWORK = `query ($around: [ID!]!, $depth: Int, $years: YearRange, $minWorks: Int, $limit: Int) {
  collaborationNetwork(around: $around, depth: $depth, years: $years, minWorks: $minWorks, limit: $limit) {
    nodes { id name scientist { id } degree depth } edges { source target works firstYear lastYear } omittedNodes omittedEdges cuts { reason } } }`;

async function around(variables: Record<string, unknown>) {
  return (await app.ask(network, NETWORK, variables)).collaborationNetwork;
}

describe("the collaboration network", () => {
  test("the strongest collaborators first, authors who are nobody known among them", async () => {
    const answer = await around({ around: ["target"] });
    expect(answer.nodes.map(({ id, degree, depth }) => [id, degree, depth])).toEqual([
      ["target", 5, 0],
      ["mid", 2, 1],
      ["gone", 2, 1],
      ["shy", 2, 1],
      ["pupil", 1, 1],
      ["a-free", 2, 1],
    ]);
    expect(answer.nodes.find(({ id }) => id === "a-free")).toMatchObject({ name: "F. Free", scientist: null });
    expect(answer.edges).toEqual([
      { source: "mid", target: "target", works: 2, firstYear: 2018, lastYear: 2024 },
      { source: "gone", target: "target", works: 1, firstYear: 2025, lastYear: 2025 },
      { source: "shy", target: "target", works: 1, firstYear: 2025, lastYear: 2025 },
      { source: "pupil", target: "target", works: 1, firstYear: 2022, lastYear: 2022 },
      { source: "a-free", target: "mid", works: 1, firstYear: 2018, lastYear: 2018 },
      { source: "a-free", target: "target", works: 1, firstYear: 2018, lastYear: 2018 },
    ]);
    expect([answer.omittedNodes, answer.omittedEdges, answer.cuts]).toEqual([0, 0, []]);
  });

  test("an author who is a scientist is that scientist", async () => {
    expect((await around({ around: ["a-mid"] })).nodes[0]).toMatchObject({ id: "mid", name: "人mid", scientist: { id: "mid" } });
  });

  test("a second step, fewest works, and a limit whose omissions are counted", async () => {
    const two = await around({ around: ["target"], depth: 2 });
    expect(two.nodes.filter(({ depth }) => depth === 2).map(({ id }) => id)).toEqual(["ours"]);
    const often = await around({ around: ["target"], minWorks: 2 });
    expect(often.nodes.map(({ id }) => id)).toEqual(["target", "mid"]);
    const few = await around({ around: ["target"], limit: 3 });
    expect([few.nodes.length, few.edges.length, few.omittedNodes, few.omittedEdges]).toEqual([3, 2, 3, 3]);
  });

  test("only works of some years count, in people, edges and their numbers", async () => {
    const answer = await around({ around: ["target"], years: { from: 2018, to: 2022 } });
    expect(answer.nodes.map(({ id }) => id)).toEqual(["target", "pupil", "a-free", "mid"]);
    expect(answer.edges).toContainEqual({ source: "mid", target: "target", works: 1, firstYear: 2018, lastYear: 2018 });
  });

  test("what expanding somebody would bring, before it is read", async () => {
    const counts = z.object({
      networkPreview: z
        .object({
          neighbours: z.array(z.object({ link: z.string(), total: z.number(), inYears: z.number().nullable(), atMost: z.boolean() })),
        })
        .nullable(),
    });
    const ask = async (of: string) =>
      (
        await app.ask(
          counts,
          `query ($of: ID!) { networkPreview(of: $of, years: { from: 2024 }) { neighbours { link total inYears atMost } } }`,
          { of },
        )
      ).networkPreview;
    expect((await ask("target"))?.neighbours).toEqual([
      { link: "COAUTHOR", total: 5, inYears: 3, atMost: false },
      { link: "ALUMNI", total: 1, inYears: null, atMost: true },
      { link: "HOMETOWN", total: 1, inYears: null, atMost: true },
    ]);
    expect(await ask("nobody")).toBeNull();
  });

  test("is for those who work with people, and for nobody else", async () => {
    for (const role of ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const) {
      const authorization = `Bearer ${await issueToken(driver, role, clock)}`;
      const answer = await app.gql(NETWORK, { around: ["target"] }, { authorization });
      expect([role, answer.errors?.[0]?.extensions.code, answer.data]).toEqual([role, "FORBIDDEN", undefined]);
    }
  });
});
