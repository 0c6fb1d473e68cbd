import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { write } from "../../../server/db/run.ts";
import { newId } from "../../../server/shared/ids.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { DATABASE, emptyDatabase } from "../db/test-database.ts";
import { CREATE_SCIENTISTS, EMPLOY } from "./network.test-queries.cypher.ts";
import { makeWorld, tie } from "./world.ts";

const driver = await emptyDatabase();
const clock = (): Date => new Date("2026-06-01T00:00:00Z");
let app: TestApp;

/** Lists know people by ids as the product makes them. */
const LISTED = [newId(1), newId(2)].sort();

beforeAll(async () => {
  await makeWorld(driver);
  await write(driver, DATABASE, CREATE_SCIENTISTS, { rows: LISTED.map((id) => ({ id, nameZh: `人${id}`, aliases: [] })) });
  await write(driver, DATABASE, EMPLOY, { rows: LISTED.map((id) => tie(id, "uni", { from: "2010", order: 0 })) });
  app = await startTestApp(clock, { role: "ANALYST" });
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const LIVING = ["target", "mid", "ours", "former", "linked", "unlinked", "home", "pupil", "mate", "lone"];
const ALL = ["COAUTHOR", "PROJECT", "ADVISOR", "TEAM", "COLLEAGUE", "ALUMNI", "COAWARDED", "HOMETOWN"];

const network = z.object({
  collaborationNetwork: z.object({
    nodes: z.array(z.object({ id: z.string(), depth: z.number() })),
    edges: z.array(
      z.object({
        source: z.string(),
        target: z.string(),
        works: z.number(),
        firstYear: z.number().nullable(),
        lastYear: z.number().nullable(),
        links: z.array(z.string()),
        strength: z.number(),
        weak: z.boolean(),
      }),
    ),
    omittedNodes: z.number(),
    omittedEdges: z.number(),
    cuts: z.array(z.object({ reason: z.string(), considered: z.number(), of: z.number().nullable() })),
  }),
});
const NETWORK = `query ($around: [ID!]!, $depth: Int, $years: YearRange, $minWorks: Int, $limit: Int, $links: [IntroductionLink!], $query: String, $filter: ScientistFilter, $institutions: [ID!], $team: ID) {
  collaborationNetwork(around: $around, depth: $depth, years: $years, minWorks: $minWorks, limit: $limit, links: $links, query: $query, filter: $filter, fromInstitutions: $institutions, team: $team) {
    nodes { id depth } edges { source target works firstYear lastYear links strength weak } omittedNodes omittedEdges cuts { reason considered of } } }`;

async function read(variables: Record<string, unknown>) {
  return (await app.ask(network, NETWORK, { around: [], ...variables })).collaborationNetwork;
}
const people = ({ nodes }: Awaited<ReturnType<typeof read>>): string[] => nodes.map(({ id }) => id).sort();

describe("links of every kind", () => {
  test("among everybody they are what introductions of one hop find, with the same strengths: no more and no fewer", async () => {
    const hops = z.object({
      introductionSearch: z.object({
        paths: z.array(
          z.object({
            hops: z.array(z.object({ link: z.string(), alsoLinked: z.array(z.string()), strength: z.number(), weak: z.boolean() })),
          }),
        ),
      }),
    });
    const expected = new Map<string, { links: string[]; strength: number }>();
    for (const [at, source] of LIVING.entries())
      for (const target of LIVING.slice(at + 1)) {
        const text = `query ($a: ID!, $b: ID!) { introductionSearch(to: $b, from: [$a], maxHops: 1) { paths { hops { link alsoLinked strength weak } } } }`;
        const hop = (await app.ask(hops, text, { a: source, b: target })).introductionSearch.paths[0]?.hops[0];
        if (hop) expected.set([source, target].sort().join(" "), { links: [hop.link, ...hop.alsoLinked], strength: hop.strength });
      }
    const { edges, cuts } = await read({ around: LIVING, depth: 0, links: ALL });
    expect(expected.size).toBeGreaterThan(6);
    expect(cuts).toEqual([]);
    expect(edges.map(({ source, target }) => `${source} ${target}`).sort()).toEqual([...expected.keys()].sort());
    for (const { source, target, links, strength } of edges) {
      const known = expected.get(`${source} ${target}`);
      expect(links).toEqual(known?.links);
      expect(strength).toBeCloseTo(known?.strength ?? -1, 10);
    }
  });

  test("of the kinds asked for only; the home county is weak, and years shut out what they do not hold", async () => {
    const home = await read({ around: ["home"], depth: 1, links: ["HOMETOWN"] });
    expect(home.edges).toMatchObject([{ source: "home", target: "target", links: ["HOMETOWN"], weak: true, works: 0, firstYear: null }]);
    expect((await read({ around: ["home"], depth: 1, links: ["HOMETOWN"], years: { to: 2030 } })).edges).toEqual([]);
    const lab = { around: ["mid"], depth: 1, links: ["COLLEAGUE"] };
    expect((await read(lab)).edges).toMatchObject([
      { source: "mid", target: "ours", firstYear: 2017, lastYear: 2020, links: ["COLLEAGUE"] },
    ]);
    expect((await read({ ...lab, years: { to: 2018 } })).edges).toMatchObject([{ firstYear: 2017, lastYear: 2018 }]);
    expect((await read({ ...lab, years: { from: 2021 } })).edges).toEqual([]);
    expect((await read({ ...lab, years: { to: 2016 } })).edges).toEqual([]);
  });

  test("patents and projects alone, and beside papers; fewest joint works leave links of other kinds", async () => {
    const projects = await read({ around: ["target"], depth: 1, links: ["PROJECT"] });
    expect(projects.edges.map(({ source, links }) => [source, links])).toEqual([["pupil", ["PROJECT"]]]);
    expect(people(projects)).toEqual(["pupil", "target"]);
    const often = await read({ around: LIVING, depth: 0, links: ALL, minWorks: 2 });
    expect(often.edges.filter(({ works }) => works > 0).map(({ source, target }) => `${source} ${target}`)).toEqual(["mid target"]);
    expect(often.edges.some(({ links }) => links.includes("ADVISOR"))).toBe(true);
  });

  test("two steps by links of several kinds", async () => {
    const two = await read({ around: ["linked"], depth: 2, links: ["TEAM", "ADVISOR"] });
    expect(two.nodes.map(({ id, depth }) => [id, depth])).toEqual([
      ["linked", 0],
      ["pupil", 1],
      ["mate", 2],
    ]);
  });
});

describe("where a network starts", () => {
  test("from a selection of the list, an institution's people now, and a team", async () => {
    expect(people(await read({ depth: 0, filter: { employers: ["uni"] } }))).toEqual(LISTED);
    expect(people(await read({ depth: 0, institutions: ["lab"] }))).toEqual(["ours"]);
    expect(people(await read({ depth: 0, team: "team" }))).toEqual(["linked", "pupil"]);
    expect(people(await read({ depth: 0, around: ["home"], team: "team" }))).toEqual(["home", "linked", "pupil"]);
  });

  test("when there is no room for all who start, those with many collaborators come first, and the rest is counted", async () => {
    const few = await read({ depth: 0, around: ["lone", "home", "target", "mid"], limit: 2 });
    expect([people(few), few.omittedNodes]).toEqual([["mid", "target"], 2]);
  });

  test("too much is refused in one sentence", async () => {
    const refused = await app.gql(NETWORK, { around: Array.from({ length: 2_001 }, (_, at) => `p${at}`), depth: 1 });
    expect(refused.errors?.[0]).toMatchObject({
      message: "所列人员或机构的个数须在 0 与 2000 之间，请修改后再试。",
      extensions: { code: "BAD_USER_INPUT" },
    });
    const many = Array.from({ length: 9_999 }, (_, at) => `p${at}`);
    expect((await read({ depth: 0, around: [...many, "target"], limit: 10_000 })).nodes).toEqual([{ id: "target", depth: 0 }]);
  });
});

describe("the card of a pair", () => {
  const card = z.object({
    networkEdge: z
      .object({
        source: z.object({ id: z.string() }),
        strength: z.number(),
        weak: z.boolean(),
        works: z.number(),
        links: z.array(
          z.object({ link: z.string(), strength: z.number(), weakBecause: z.array(z.string()), evidence: z.array(z.string()) }),
        ),
        jointWorks: z.array(
          z.object({ id: z.string(), title: z.string(), year: z.number().nullable(), authors: z.number(), sources: z.array(z.string()) }),
        ),
      })
      .nullable(),
  });
  const ask = async (source: string, target: string, years: Record<string, unknown> | null = null) =>
    (
      await app.ask(
        card,
        `query ($source: ID!, $target: ID!, $years: YearRange) { networkEdge(source: $source, target: $target, years: $years) {
          source { id } strength weak works links { link strength weakBecause evidence } jointWorks { id title year authors sources } } }`,
        { source, target, years },
      )
    ).networkEdge;

  test("tells every kind of link with its evidence, and the joint works, the latest first", async () => {
    const pair = await ask("mid", "target");
    expect(pair?.links.map(({ link }) => link)).toEqual(["COAUTHOR"]);
    expect(pair?.jointWorks).toEqual([
      { id: "w1", title: "T-w1", year: 2024, authors: 2, sources: ["Anthology"] },
      { id: "w2", title: "T-w2", year: 2018, authors: 3, sources: ["Anthology"] },
    ]);
    const [edge] = (await read({ around: ["mid", "target"], depth: 0, links: ALL })).edges;
    expect(pair?.strength).toBeCloseTo(edge?.strength ?? -1, 10);
    expect((await ask("ours", "mid"))?.links.map(({ evidence }) => evidence)).toEqual([
      ["同在金凤实验室任职（2017–2020，共 3 人）；来源：名录"],
    ]);
    expect((await ask("home", "target"))?.links[0]?.weakBecause).toEqual(["HOME_ONLY"]);
  });

  test("of an author who is a scientist it is the scientist's; only of some years; of nobody and of strangers none", async () => {
    expect(await ask("a-mid", "target")).toEqual(await ask("mid", "target"));
    expect((await ask("mid", "target", { to: 2020 }))?.works).toBe(1);
    expect(await ask("mid", "nobody")).toBeNull();
    expect(await ask("mid", "mid")).toBeNull();
    expect(await ask("lone", "target")).toBeNull();
  });

  test("people of networks by id, in the order asked for, and nobody else", async () => {
    const found = z.object({ networkPeople: z.array(z.object({ id: z.string(), scientist: z.object({ id: z.string() }).nullable() })) });
    const { networkPeople } = await app.ask(
      found,
      `{ networkPeople(ids: ["a-free", "nobody", "target", "a-mid"]) { id scientist { id } } }`,
    );
    expect(networkPeople).toEqual([
      { id: "a-free", scientist: null },
      { id: "target", scientist: { id: "target" } },
      { id: "mid", scientist: { id: "mid" } },
    ]);
  });

  test("authors by name are those who are no scientists", async () => {
    const found = z.object({ networkAuthors: z.object({ totalCount: z.number(), authors: z.array(z.object({ id: z.string() })) }) });
    const named = async (name: string) =>
      (await app.ask(found, `query ($name: String!) { networkAuthors(name: $name) { totalCount authors { id } } }`, { name }))
        .networkAuthors;
    expect(await named("free")).toEqual({ totalCount: 1, authors: [{ id: "a-free" }] });
    expect(await named("mid")).toEqual({ totalCount: 0, authors: [] });
  });
});
