import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { write } from "../../../server/db/run.ts";
import { createNetworkService, DEFAULT_BOUNDS, type NetworkService } from "../../../server/features/network/index.ts";
import { DATABASE, emptyDatabase } from "../db/test-database.ts";
import * as cypher from "./network.test-queries.cypher.ts";
import { makeWorld, tie } from "./world.ts";

/** One person with a paper of 5,001 authors, and a university with 50,000 people besides two who matter. */
const CROWD = 50_000;
const COAUTHORS = 5_000;

const driver = await emptyDatabase();
const clock = (): Date => new Date("2026-06-01T00:00:00Z");
const choose = () => Promise.resolve({ ids: [], total: 0 });
const options = { driver, database: DATABASE, clock, choose };
const network: NetworkService = createNetworkService(options);

beforeAll(async () => {
  await makeWorld(driver);
  const run = (statement: string, parameters: Record<string, unknown>) =>
    write(driver, DATABASE, statement, parameters, { timeoutMs: 120_000 });
  await run(cypher.CREATE_INSTITUTIONS, {
    rows: [{ node: { id: "giant", key: "giant", nameZh: "巨校", aliases: [], kind: "UNIVERSITY", sourceId: "s1" }, place: "county" }],
  });
  // First, since the store reads the latest of a crowd first: so these two are not among those read.
  await run(cypher.EMPLOY, {
    rows: [tie("lone", "giant", { from: "2010", to: "2024" }), tie("former", "giant", { from: "2010", to: "2024" })],
  });
  for (let done = 0; done < CROWD; done += 10_000)
    await run(cypher.CROWD_AT, { count: 10_000, institution: "giant", from: `crowd${done}-` });
  await run(cypher.CROWDED_WORK, { person: "lone", count: COAUTHORS, work: "crowded" });
});
afterAll(() => driver.close());

const NETWORK = { minWorks: 1, limit: 300, links: ["COAUTHOR" as const], selection: null, fromInstitutions: [], team: null };
const ASKED = {
  fromInstitutions: [],
  fromPlaces: [],
  fromOurPeople: false,
  via: null,
  notVia: [],
  notThrough: [],
  since: null,
  maxHops: 3,
  first: 5,
  language: "zh" as const,
};

describe("people and institutions that everybody is linked to", () => {
  test("two people of an institution of 50,000 are found to be colleagues though only some of it is read, and the cut is told", async () => {
    const answer = await network.introductions({ ...ASKED, to: "lone", from: ["former"], maxHops: 1 });
    expect(answer.paths.map(({ hops }) => hops.map(({ link, fromPerson, facts }) => [link, fromPerson.id, facts[0]?.people]))).toEqual([
      [["COLLEAGUE", "former", CROWD + 2]],
    ]);
    expect(answer.cuts).toContainEqual({ reason: "MEMBERS", link: "COLLEAGUE", considered: DEFAULT_BOUNDS.members, of: CROWD + 2 });
    expect(answer.cuts).toContainEqual({ reason: "LINKS", link: "COAUTHOR", considered: DEFAULT_BOUNDS.linksOfPerson, of: COAUTHORS });
  });

  test("a search from there over three hops ends within its rows, and says what it left out", async () => {
    const answer = await network.introductions({ ...ASKED, to: "lone", from: ["home"] });
    expect(answer.outcome).toBe("NOBODY_WITHIN_HOPS");
    expect(answer.cuts.map(({ reason }) => reason)).toContain("MEMBERS");
    const small = createNetworkService({
      ...options,
      bounds: { ...DEFAULT_BOUNDS, rows: 1_000, authorships: 300, members: 300 },
    });
    const bounded = await small.introductions({ ...ASKED, to: "lone", from: ["home"] });
    expect(bounded.cuts).toContainEqual({ reason: "WORKS", link: null, considered: 1, of: 1 });
    expect(bounded.cuts.find(({ reason }) => reason === "MEMBERS")?.considered).toBeLessThanOrEqual(600);
    const rows = bounded.cuts.find(({ reason }) => reason === "ROWS" || reason === "TIME");
    expect(rows?.considered ?? 0).toBeLessThanOrEqual(2_000);
  });

  test("a search whose time is over says so", async () => {
    const hurried = createNetworkService({ ...options, bounds: { ...DEFAULT_BOUNDS, timeMs: 0 } });
    const answer = await hurried.introductions({ ...ASKED, to: "lone", from: ["former"] });
    expect([answer.outcome, answer.cuts.map(({ reason }) => reason)]).toEqual(["NOBODY_WITHIN_HOPS", ["TIME"]]);
  });

  test("the network of somebody with 5,000 co-authors shows the limit and counts the rest", async () => {
    const answer = await network.collaboration({ ...NETWORK, around: ["lone"], depth: 2, years: null });
    expect([answer.nodes.length, answer.edges.length]).toEqual([300, 299]);
    expect([answer.omittedNodes, answer.omittedEdges]).toEqual([COAUTHORS - 299, COAUTHORS - 299]);
    const years = await network.collaboration({ ...NETWORK, around: ["lone"], depth: 1, years: { from: 2020, to: 2020 } });
    expect([years.nodes.length, years.omittedNodes]).toEqual([300, COAUTHORS - 299]);
  });

  test("what expanding them would bring is counted, not read", async () => {
    const preview = await network.preview({ of: "lone", years: null, minWorks: 1 });
    expect(preview?.neighbours).toEqual([
      { link: "COAUTHOR", total: COAUTHORS, inYears: COAUTHORS, atMost: false },
      { link: "COLLEAGUE", total: CROWD + 1, inYears: null, atMost: true },
    ]);
  });
});
