import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { box, filterOf, VIEWS, world } from "../../../tests/support/random-world.ts";
import { Oracle } from "../../../tests/support/world-oracle.ts";
import { tableOf } from "../../../tests/support/world-table.ts";
import type { ScientistFilter } from "../../graphql/generated.ts";
import { DEFAULT_FACETS, FURTHER_FACETS, facetsOf } from "./facets.ts";
import { flowsOf } from "./flows.ts";
import type { PersonTable } from "./person-table.ts";
import { selectRows } from "./select.ts";
import { talentMapOf } from "./talent-map.ts";

const RUNS = 150;
const asked = world.chain((of) => fc.tuple(fc.constant(of), filterOf(of)));

function idsOf(table: PersonTable, filter: ScientistFilter): string[] {
  return [...selectRows(table, filter, null).rows].map((row) => table.ids.at(row)).sort();
}

function countOf(table: PersonTable, filter: ScientistFilter): number {
  return selectRows(table, filter, null).rows.length;
}

describe("a selection of random people by a random filter", () => {
  it("holds exactly those whom the contract's words describe", () => {
    fc.assert(
      fc.property(asked, ([of, filter]) => {
        expect(idsOf(tableOf(of), filter)).toEqual([...new Oracle(of).matching(filter)].sort());
      }),
      { numRuns: RUNS * 4 },
    );
  });

  it("has facets of which every value opens a list exactly as long as its count", () => {
    fc.assert(
      fc.property(asked, ([of, filter]) => {
        const table = tableOf(of);
        const oracle = new Oracle(of);
        for (const facet of facetsOf(selectRows(table, filter, null), [...DEFAULT_FACETS, ...FURTHER_FACETS], 1000)) {
          expect(facet.distinctCount).toBe(facet.values.length);
          for (const value of facet.values) {
            const opened = { ...filter, [facet.key]: [value.id] };
            expect([facet.key, countOf(table, opened)]).toEqual([facet.key, value.count]);
            expect(oracle.matching(opened).size).toBe(value.count);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it("lists every value that anybody has, largest first, and no more than asked for", () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 5 }), ([of, filter], first) => {
        const table = tableOf(of);
        const selection = selectRows(table, filter, null);
        const [all] = facetsOf(selection, ["employers"], 1000);
        const [some] = facetsOf(selection, ["employers"], first);
        const used = of.institutions.filter((one) => countOf(table, { ...filter, employers: [one.id] }) > 0);
        expect(all?.values.map((value) => value.id).sort()).toEqual(used.map((one) => one.id).sort());
        const counts = all?.values.map((value) => value.count) ?? [];
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        expect(some?.values).toEqual(all?.values.slice(0, first));
        expect(some?.distinctCount).toBe(used.length);
      }),
      { numRuns: RUNS },
    );
  });
});

describe("the map of a random selection", () => {
  const drawn = fc.tuple(asked, fc.constantFrom(...VIEWS), fc.integer({ min: 0, max: 22 }), fc.option(box, { nil: null }));

  it("adds up, and every feature opens a list of exactly its people", () => {
    fc.assert(
      fc.property(drawn, ([[of, filter], view, zoom, bounds]) => {
        const table = tableOf(of);
        const { bounds: _, boundsView: __, ...rest } = filter;
        const map = talentMapOf(selectRows(table, rest, null), { view, zoom, bounds });
        expect(map.total).toBe(countOf(table, rest));
        expect(map.located + map.unlocated).toBe(map.total);
        expect(map.features.reduce((sum, feature) => sum + feature.count, 0)).toBe(map.located);
        expect(map.unlocatedReasons.reduce((sum, one) => sum + one.count, 0)).toBe(map.unlocated);
        if (!rest.unlocatedIn) expect(countOf(table, { ...rest, unlocatedIn: view })).toBe(map.unlocated);
        for (const feature of map.features) {
          const opened = JSON.parse(JSON.stringify({ ...rest, bounds: feature.bounds, boundsView: view }));
          expect([feature.id, countOf(table, opened)]).toEqual([feature.id, feature.count]);
        }
      }),
      { numRuns: RUNS * 2 },
    );
  });

  it("keeps each feature's point in its box, and says PERSON and shared only when true", () => {
    fc.assert(
      fc.property(drawn, ([[of, filter], view, zoom, bounds]) => {
        const table = tableOf(of);
        const map = talentMapOf(selectRows(table, filter, null), { view, zoom, bounds });
        expect(new Set(map.features.map((feature) => feature.id)).size).toBe(map.features.length);
        for (const { kind, count, longitude, latitude, bounds: tight, scientistId, sharedId } of map.features) {
          expect(tight && longitude >= tight.west && longitude <= tight.east && latitude >= tight.south && latitude <= tight.north).toBe(
            true,
          );
          expect(kind === "PERSON").toBe(count === 1);
          expect(scientistId !== null).toBe(kind === "PERSON");
          const members = idsOf(table, { ...filter, bounds: tight ?? null, boundsView: view });
          if (kind === "PERSON" && !filter.bounds) expect(members).toEqual([scientistId]);
          const homes = of.people
            .filter((person) => members.includes(person.id))
            .map((person) => (view === "BIRTHPLACE" ? person.birthPlaceId : sharedId));
          if (sharedId !== null && !filter.bounds) expect(homes.every((home) => home === sharedId)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe("the flows of a random selection", () => {
  const KEYS = {
    WORKPLACE: "workPlaces",
    BIRTHPLACE: "birthPlaces",
    ANCESTRAL_HOME: "ancestralHomes",
    ALMA_MATER: "almaMaterPlaces",
  } as const;

  it("count the people of the list behind them", () => {
    fc.assert(
      fc.property(
        world,
        fc.constantFrom(...VIEWS),
        fc.constantFrom(...VIEWS),
        fc.constantFrom("COUNTRY", "PROVINCE", "CITY", "COUNTY"),
        (of, from, to, level) => {
          const table = tableOf(of);
          for (const flow of flowsOf(selectRows(table, {}, null), { from, to, level, first: 1000 })) {
            expect(flow.fromId).not.toBe(flow.toId);
            const both = of.people.filter((person) => {
              const oracle = new Oracle(of);
              return oracle.around(person, from).includes(flow.fromId) && oracle.around(person, to).includes(flow.toId);
            });
            expect(flow.count).toBe(both.length);
            if (from !== to) expect(countOf(table, { [KEYS[from]]: [flow.fromId], [KEYS[to]]: [flow.toId] })).toBe(flow.count);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
