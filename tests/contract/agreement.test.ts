import { readSheet } from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ask, fetchSigned, idOf, NAMED, totalOf, totalsOf } from "../support/http.ts";

const VIEWS = ["WORKPLACE", "BIRTHPLACE", "ANCESTRAL_HOME", "ALMA_MATER"];
const ZOOMS = [0, 3, 6, 10, 22];

const LIST = `query ($query: String, $filter: ScientistFilter, $first: Int, $after: String) {
  scientists(query: $query, filter: $filter, first: $first, after: $after) {
    totalCount edges { node { id } } pageInfo { hasNextPage endCursor } facets(first: 8) { key distinctCount values { id count } }
  }
}`;
const MAP = `query ($view: MapView!, $zoom: Float!, $query: String, $filter: ScientistFilter, $bounds: BoundsInput) {
  talentMap(view: $view, zoom: $zoom, query: $query, filter: $filter, bounds: $bounds) {
    total located unlocated unlocatedReasons { reason count } features { count bounds { west south east north } }
  }
}`;

const list = z.object({
  scientists: z.object({
    totalCount: z.number(),
    edges: z.array(z.object({ node: z.object({ id: z.string() }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    facets: z.array(z.object({ key: z.string(), values: z.array(z.object({ id: z.string(), count: z.number() })) })),
  }),
});
const counted = z.array(z.object({ count: z.number() }));
const map = z.object({
  talentMap: z.object({
    total: z.number(),
    located: z.number(),
    unlocated: z.number(),
    unlocatedReasons: counted,
    features: z.array(z.object({ count: z.number(), bounds: z.unknown() })),
  }),
});
const end = z.object({ id: z.string() });
const moves = z.object({ flows: z.array(z.object({ count: z.number(), from: end, to: end })) });

interface Case {
  name: string;
  query: string | null;
  filter: Record<string, unknown>;
}

const cases: Case[] = [];

beforeAll(async () => {
  const data = await ask(
    z.object({ places: NAMED, countries: NAMED, fields: NAMED }),
    "{ places(level: PROVINCE) { id nameZh } countries: places(level: COUNTRY) { id nameZh } fields { id nameZh } }",
  );
  cases.push(
    { name: "everyone", query: null, filter: {} },
    { name: "born in 江苏", query: null, filter: { birthPlaces: [idOf(data.places, "江苏省")] } },
    {
      name: "works in 美国, life science",
      query: null,
      filter: { countries: [idOf(data.countries, "美国")], fields: [idOf(data.fields, "生命科学")] },
    },
    {
      name: "two key values and a decade",
      query: null,
      filter: { homeRegions: [idOf(data.places, "四川省"), idOf(data.places, "重庆市")], birthDecades: ["1940", "1960"] },
    },
    { name: "a typed name", query: "wang", filter: {} },
    { name: "a typed sentence", query: "70后 院士", filter: {} },
    { name: "prose", query: "superconductivity", filter: { living: true } },
    { name: "outside China", query: null, filter: { countriesExcluded: [idOf(data.countries, "中国")], tiers: ["TOP"] } },
    { name: "in a box", query: null, filter: { bounds: { west: 100, south: 25, east: 120, north: 40 }, boundsView: "BIRTHPLACE" } },
  );
});

async function everyCase(check: (each: Case) => Promise<void>): Promise<void> {
  expect(cases.length).toBe(9);
  for (const each of cases) {
    await check(each);
  }
}

describe("one selection, many projections", () => {
  it("opens every facet value to a list exactly as long as its count", async () => {
    await everyCase(async ({ name, query, filter }) => {
      const { scientists } = await ask(list, LIST, { query, filter, first: 0 });
      expect(scientists.totalCount, name).toBeGreaterThan(0);
      const opened = scientists.facets.flatMap(({ key, values }) =>
        values.map(({ id, count }) => ({ filter: { ...filter, [key]: [id] }, expected: { key, id, count } })),
      );
      const totals = await totalsOf(
        opened.map((each) => each.filter),
        query,
      );
      expect(
        opened.map(({ expected }, index) => ({ ...expected, count: totals[index] })),
        name,
      ).toEqual(opened.map(({ expected }) => expected));
    });
  });

  it("puts the same people on the map as in the list, in every view and at every zoom", async () => {
    await everyCase(async ({ name, query, filter }) => {
      const total = await totalOf(filter, query);
      for (const view of VIEWS) {
        for (const zoom of ZOOMS) {
          const { talentMap } = await ask(map, MAP, { view, zoom, query, filter });
          const label = `${name} ${view} ${zoom}`;
          expect(talentMap.total, label).toBe(total);
          expect(talentMap.located + talentMap.unlocated, label).toBe(total);
          expect(sum(talentMap.features), label).toBe(talentMap.located);
          expect(sum(talentMap.unlocatedReasons), label).toBe(talentMap.unlocated);
        }
      }
    });
  });

  it("keeps the counts adding up when only a part of the map is asked for", async () => {
    const bounds = { west: 97, south: 26, east: 110.5, north: 34.5 };
    const { talentMap } = await ask(map, MAP, { view: "BIRTHPLACE", zoom: 8, filter: {}, bounds });
    expect(sum(talentMap.features)).toBe(talentMap.located);
  });

  it("opens every counted point to exactly its people", async () => {
    const { features } = (await ask(map, MAP, { view: "BIRTHPLACE", zoom: 5, filter: {} })).talentMap;
    expect(features.length).toBeGreaterThan(50);
    const totals = await totalsOf(features.map(({ bounds }) => ({ bounds, boundsView: "BIRTHPLACE" })));
    expect(totals).toEqual(features.map(({ count }) => count));
  });

  it("lists the people who have no point", async () => {
    for (const view of VIEWS) {
      const { talentMap } = await ask(map, MAP, { view, zoom: 2, filter: {} });
      expect(await totalOf({ unlocatedIn: view })).toBe(talentMap.unlocated);
    }
  });

  it("opens a flow to exactly its people", async () => {
    const { flows } = await ask(
      moves,
      "{ flows(from: BIRTHPLACE, to: WORKPLACE, level: PROVINCE, first: 20) { count from { id } to { id } } }",
    );
    expect(flows).toHaveLength(20);
    const totals = await totalsOf(flows.map(({ from, to }) => ({ birthPlaces: [from.id], workPlaces: [to.id] })));
    expect(totals).toEqual(flows.map(({ count }) => count));
  });

  it("pages through everybody once", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { edges, pageInfo }: z.infer<typeof list>["scientists"] = (
        await ask(list, LIST, { query: null, filter: {}, first: 200, after })
      ).scientists;
      seen.push(...edges.map((edge) => edge.node.id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(await totalOf({}));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("exports exactly the listed people, in CSV and in XLSX", async () => {
    await everyCase(async ({ name, query, filter }) => {
      const total = await totalOf(filter, query);
      const address = `?${new URLSearchParams({ ...(query === null ? {} : { query }), filter: JSON.stringify(filter), lang: "zh", reason: "契约测试" })}`;
      const csv = await (await fetchSigned(`/export/scientists.csv${address}`)).bytes();
      expect([...csv.slice(0, 3)], name).toEqual([0xef, 0xbb, 0xbf]);
      const lines = new TextDecoder()
        .decode(csv)
        .split("\r\n")
        .filter((line) => line !== "");
      expect(
        lines.filter((line) => !line.startsWith("#")),
        name,
      ).toHaveLength(total + 1);
      expect(lines.at(-4), name).toBe(`# 人数,${total}`);
      expect(lines.at(-1), name).toMatch(/^# 水印,/);
      const xlsx = await (await fetchSigned(`/export/scientists.xlsx${address}`)).arrayBuffer();
      const sheet = await readSheet(Buffer.from(xlsx));
      expect(sheet, name).toHaveLength(total + 2);
      expect(sheet.at(-1)?.[0], name).toBe("# 水印");
    });
  });
});

function sum(items: readonly { count: number }[]): number {
  return items.reduce((total, item) => total + item.count, 0);
}
