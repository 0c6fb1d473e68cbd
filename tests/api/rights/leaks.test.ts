import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { seed } from "../../../server/db/seed/index.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { rightsSeeds, TIERED } from "./people.ts";
import { type SpiedApp, startSpiedApp } from "./spied-app.ts";

const TIERED_ID = seedId("Scientist", TIERED.key);
const POLICY_ID = seedId("Source", "policy");
let driver = await emptyDatabase();
let app: SpiedApp;

async function startWith(tiered: boolean): Promise<void> {
  await seed(driver, DATABASE, silent, rightsSeeds(tiered));
  app = await startSpiedApp();
}

beforeAll(() => startWith(true));
afterAll(async () => {
  await app.close();
  await driver.close();
});

/** Ways to learn the tier, or the contacts, of somebody: all must be refused to a role that may not see it, before any statement. */
const TIER_WAYS: readonly (readonly [string, string, object?])[] = [
  ["the field", "query ($id: ID!) { scientist(id: $id) { tier } }", { id: TIERED_ID }],
  ["a page of a list", "{ scientists { edges { node { id tier } } } }"],
  ["an alias", "query ($id: ID!) { s: scientist(id: $id) { birthDate: tier } }", { id: TIERED_ID }],
  [
    "a fragment",
    "query ($id: ID!) { scientist(id: $id) { ...A } } fragment A on Scientist { ...B } fragment B on Scientist { tier }",
    { id: "x" },
  ],
  ["an inline fragment", "{ scientists { edges { node { ... on Scientist { ... { tier } } } } } }"],
  ["somebody related", "query ($id: ID!) { scientist(id: $id) { related { scientist { tier } } } }", { id: TIERED_ID }],
  ["a directive that includes it", "query ($yes: Boolean = true) { scientists { edges { node { tier @include(if: $yes) } } } }"],
  ["a directive that does not skip it", "query ($no: Boolean!) { scientists { edges { node { tier @skip(if: $no) } } } }", { no: false }],
  ["a filter", "{ scientists(filter: {tiers: [YOUNG]}) { totalCount } }"],
  ["a filter in a variable", "query ($f: ScientistFilter) { scientists(filter: $f) { totalCount } }", { f: { tiers: ["YOUNG"] } }],
  ["a filter by default", "query ($f: ScientistFilter = {tiers: [YOUNG]}) { scientists(filter: $f) { totalCount } }"],
  ["a value in a variable", "query ($t: [Tier!]) { scientists(filter: {tiers: $t}) { totalCount } }", { t: ["YOUNG"] }],
  ["an empty filter", "{ scientists(filter: {tiers: []}) { totalCount } }"],
  ["the map", "{ talentMap(view: BIRTHPLACE, zoom: 3, filter: {tiers: [YOUNG]}) { total } }"],
  ["flows", "{ flows(from: BIRTHPLACE, to: WORKPLACE, level: CITY, filter: {tiers: [YOUNG]}) { count } }"],
  ["a facet", '{ scientists { facets(keys: ["fields", "tiers"]) { values { count } } } }'],
  ["a facet in a variable", "query ($k: [String!]) { scientists { facets(keys: $k) { values { count } } } }", { k: ["tiers"] }],
  ["the source that gives tiers", `{ scientists(filter: {sources: ["${POLICY_ID}"]}) { totalCount } }`],
  ["the facet of that source", '{ scientists { facets(keys: ["sources"]) { values { id count } } } }'],
  [
    "an export over the cap",
    "mutation ($i: RequestExportInput!) { requestExport(input: $i) { __typename } }",
    { i: { reason: "x", filter: { tiers: ["YOUNG"] } } },
  ],
];
const CONTACT_WAYS: readonly (readonly [string, string, object?])[] = [
  ["the field", "query ($id: ID!) { scientist(id: $id) { contacts { masked } } }", { id: TIERED_ID }],
  ["a page of a list", "{ scientists { edges { node { contacts { kind } } } } }"],
  ["somebody related", "query ($id: ID!) { scientist(id: $id) { related { scientist { contacts { id } } } } }", { id: TIERED_ID }],
  ["whether there are any", "query ($id: ID!) { scientist(id: $id) { contacts { __typename } } }", { id: TIERED_ID }],
  ["revealing", 'mutation { revealContact(id: "x", reason: "y") { ... on ContactRevealed { value } } }'],
  ["revealing, whatever it answers", 'mutation { revealContact(id: "x", reason: "y") { __typename } }'],
  ["requests of the people concerned", "{ subjectRequests { scientist { contacts { masked } } } }"],
];

describe("S14: a hidden field is refused on every way, whole and before any statement", () => {
  test.each(TIER_WAYS)("the tier to an ambassador: %s", async (_way, query, variables = {}) => {
    const { answer, data } = await app.post("AMBASSADOR", { query, variables });
    expect([answer.status, answer.errors?.[0]?.extensions.code, data.length], answer.text).toEqual([403, "FORBIDDEN", 0]);
    expect(answer.data).toBeUndefined();
  });

  test.each(CONTACT_WAYS)("contacts to analyst, ambassador, expert and the administrators: %s", async (_way, query, variables = {}) => {
    for (const role of ["ANALYST", "AMBASSADOR", "EXPERT", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const) {
      const { answer, data } = await app.post(role, { query, variables });
      expect([role, answer.status, answer.errors?.[0]?.extensions.code, data.length]).toEqual([role, 403, "FORBIDDEN", 0]);
    }
  });

  test("what a directive leaves out, or a variable leaves null, is not used", async () => {
    const query =
      "query ($no: Boolean!, $f: ScientistFilter) { scientists(filter: $f, first: 1) { edges { node { id tier @include(if: $no) needs @skip(if: true) { id } } } } }";
    const { answer } = await app.post("AMBASSADOR", { query, variables: { no: false, f: { tiers: null } } });
    expect([answer.status, answer.errors]).toEqual([200, undefined]);
  });

  test("facets that were not asked for by name leave hidden ones out", async () => {
    const query = "{ scientists { facets { key } } }";
    const facets = z.object({ scientists: z.object({ facets: z.array(z.object({ key: z.string() })) }) });
    const keys = async (role: "OFFICER" | "AMBASSADOR") =>
      facets.parse((await app.post(role, { query })).answer.data).scientists.facets.map((facet) => facet.key);
    const officer = await keys("OFFICER");
    expect(officer).toEqual(expect.arrayContaining(["tiers", "sources"]));
    expect(await keys("AMBASSADOR")).toEqual(officer.filter((key) => key !== "tiers" && key !== "sources"));
  });

  test("an export is refused by the way it takes, and by what it is chosen by", async () => {
    for (const [role, refused] of [
      ["AMBASSADOR", true],
      ["EXPERT", true],
      ["SERVICE", true],
      ["SYSTEM_ADMIN", true],
    ] as const) {
      const authorization = `Bearer ${await app.token(role)}`;
      const url = `/export/scientists.csv?reason=test&filter=${encodeURIComponent('{"tiers":["YOUNG"]}')}`;
      const { result, data } = await app.watch(async () => app.app.inject({ method: "GET", url, headers: { authorization } }));
      expect([role, result.statusCode, result.json().code, data.length]).toEqual([role, refused ? 403 : 200, "FORBIDDEN", 0]);
    }
  });
});

const searched = z.object({
  scientists: z.object({
    totalCount: z.number(),
    interpretation: z.array(z.object({ key: z.string(), text: z.string() })),
    edges: z.array(z.object({ node: z.object({ id: z.string() }), matched: z.array(z.object({ field: z.string() })) })),
  }),
});
const SEARCH =
  "query ($q: String) { scientists(query: $q) { totalCount interpretation { key text } edges { node { id } matched { field } } } }";

test("S14: typed text is understood as a tier only by those who may filter by it", async () => {
  const find = async (role: "OFFICER" | "AMBASSADOR") =>
    searched.parse((await app.post(role, { query: SEARCH, variables: { q: "青年科学家" } })).answer.data).scientists;
  const officer = await find("OFFICER");
  expect(officer.interpretation.map((chip) => chip.key)).toContain("tiers");
  expect(officer.edges.map((edge) => edge.node.id)).toEqual([TIERED_ID]);
  const ambassador = await find("AMBASSADOR");
  expect(ambassador.interpretation.every((chip) => chip.key === "text")).toBe(true);
  expect(ambassador.edges).toEqual([]);
});

const WHOLE = `query ($id: ID!, $q: String) {
  scientist(id: $id) { id nameZh specialty birthDate facts { property value inUse source { title } } related { scientist { id } reasons { kind } } }
  scientists(query: $q) { totalCount interpretation { key } edges { score matched { field text } node { id } } facets { key distinctCount values { id count } } }
  talentMap(view: BIRTHPLACE, zoom: 5, query: $q) { total located features { id count label } }
}`;

/** All that an ambassador can be told around a person, in one text. */
async function toldToAmbassador(): Promise<string[]> {
  const told: string[] = [];
  for (const q of [null, "青年", "青年科学家", "young", "领军人才", "低温", "人tiered", "Policy of tiers"]) {
    const { answer } = await app.post("AMBASSADOR", { query: WHOLE, variables: { id: TIERED_ID, q } });
    expect([answer.status, answer.errors], answer.text).toEqual([200, undefined]);
    told.push(JSON.stringify(answer.data));
  }
  const refused = await app.post("AMBASSADOR", { query: "query ($id: ID!) { scientist(id: $id) { tier } }", variables: { id: TIERED_ID } });
  told.push(refused.answer.errors?.[0]?.message ?? "");
  return told;
}

test("S14: the facts of a person leave out what would tell the tier", async () => {
  const query = "query ($id: ID!) { scientist(id: $id) { facts { property source { title } } } }";
  const facts = z.object({
    scientist: z.object({ facts: z.array(z.object({ property: z.string(), source: z.object({ title: z.string() }) })) }),
  });
  const of = async (role: "OFFICER" | "AMBASSADOR") =>
    facts.parse((await app.post(role, { query, variables: { id: TIERED_ID } })).answer.data).scientist.facts;
  expect((await of("OFFICER")).filter((fact) => fact.property === "tier")).toEqual([
    { property: "tier", source: { title: "Policy of tiers" } },
  ]);
  expect((await of("AMBASSADOR")).filter((fact) => fact.property === "tier" || fact.source.title === "Policy of tiers")).toEqual([]);
});

test("S15: a refusal is the same for somebody who exists and somebody who does not", async () => {
  const query = "query ($id: ID!) { scientist(id: $id) { tier contacts { masked } } }";
  const there = await app.post("AMBASSADOR", { query, variables: { id: TIERED_ID } });
  const nowhere = await app.post("AMBASSADOR", { query, variables: { id: "01JUNKJUNKJUNKJUNKJUNKJUNK" } });
  const seen = ({ answer, data }: typeof there) => [answer.status, answer.errors?.[0]?.message, answer.errors?.[0]?.extensions.code, data];
  expect(seen(there)).toEqual(seen(nowhere));
});

test("S14: with and without a tier a person looks the same to an ambassador, in every list, count, map, fact and sentence", async () => {
  const withTier = await toldToAmbassador();
  await app.close();
  await driver.close();
  driver = await emptyDatabase();
  await startWith(false);
  expect(await toldToAmbassador()).toEqual(withTier);
});
