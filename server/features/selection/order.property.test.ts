import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { personOf, world } from "../../../tests/support/random-world.ts";
import { recordOf, tableOf } from "../../../tests/support/world-table.ts";
import type { ScientistSort } from "../../graphql/generated.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import { idsInOrder, pageOf } from "./order.ts";
import type { PersonTable } from "./person-table.ts";
import { rankedFromIds } from "./ranked-rows.ts";
import { selectRows } from "./select.ts";
import type { Selection } from "./selection.types.ts";

const sorts: fc.Arbitrary<ScientistSort> = fc.record({
  by: fc.constantFrom("NAME", "BIRTH_DATE", "LATEST_AWARD", "RELEVANCE"),
  direction: fc.constantFrom("ASCENDING", "DESCENDING"),
});
const everyone = (table: PersonTable): Selection => selectRows(table, {}, null);

describe("pages of a list", () => {
  it("put together are the whole list in order", () => {
    fc.assert(
      fc.property(world, sorts, fc.integer({ min: 1, max: 7 }), (of, sort, first) => {
        const table = tableOf(of);
        const ids: string[] = [];
        let after: string | null = null;
        for (;;) {
          const page = pageOf(everyone(table), sort, first, after);
          ids.push(...page.items.map((item) => item.id));
          expect(page.hasNextPage).toBe(ids.length < of.people.length);
          expect(page.endCursor).toBe(page.items.at(-1)?.cursor ?? null);
          if (!page.hasNextPage) break;
          after = page.endCursor;
        }
        expect(ids).toEqual([...idsInOrder(everyone(table), sort)]);
        expect([...ids].sort()).toEqual(of.people.map((person) => person.id).sort());
      }),
      { numRuns: 300 },
    );
  });

  it("give everyone who stays and is not changed exactly once while others come, go and change", () => {
    const change = world.chain((of) => {
      const edit = fc.tuple(
        fc.boolean(),
        personOf(
          of.institutions.map((one) => one.id),
          fc.integer({ min: 0, max: 99 }),
        ),
      );
      return fc.tuple(fc.constant(of), fc.array(fc.array(edit, { maxLength: 4 }), { maxLength: 12 }));
    });
    fc.assert(
      fc.property(change, sorts, fc.integer({ min: 1, max: 5 }), ([of, edits], sort, first) => {
        const table = tableOf(of);
        const touched = new Set(edits.flat().map(([, person]) => person.id));
        const seen: string[] = [];
        let after: string | null = null;
        for (let turn = 0; ; turn += 1) {
          const page = pageOf(everyone(table), sort, first, after);
          seen.push(...page.items.map((item) => item.id));
          if (!page.hasNextPage) break;
          after = page.endCursor;
          for (const [put, person] of edits[turn] ?? []) {
            if (put) table.put(recordOf(table.reference, person));
            else table.remove(person.id);
          }
        }
        for (const person of of.people.filter((one) => !touched.has(one.id))) {
          expect(seen.filter((id) => id === person.id)).toEqual([person.id]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("orders", () => {
  const table = tableOf({ places: [], institutions: [], fields: [], people: [] });
  const put = (
    id: string,
    nameZh: string | null,
    nameEn: string | null,
    birthDate: string | null,
    latestAwardYear: number | null,
  ): void => {
    table.put({
      id: id.padStart(26, "0"),
      nameZh,
      nameEn,
      aliases: [],
      birthDate,
      deathDate: null,
      tier: null,
      birthPlace: null,
      ancestralHome: null,
      workplace: null,
      almaMater: null,
      employers: [],
      almaMaters: [],
      fields: [],
      awards: [],
      sources: [],
      latestAwardYear,
    });
  };
  put("1", "曾文清", null, "1944", null);
  put("2", null, "Anna Müller", "1944-05-02", 1999);
  put("3", "单霁翔", null, null, 2001);
  put("4", null, null, "1930", null);
  put("5", "欧阳修", "Zoë Ouyang", "1944-05", 1999);
  const order = (by: ScientistSort["by"], direction: ScientistSort["direction"]): string =>
    [...idsInOrder(everyone(table), { by, direction })].map((id) => id.replace(/^0+/, "")).join("");

  it("go by the pinyin of the surname reading, Latin names among them, nameless people last in both directions", () => {
    expect(order("NAME", "ASCENDING")).toBe("25314");
    expect(order("NAME", "DESCENDING")).toBe("13524");
  });

  it("put unknown dates and years last in both directions, less precise dates first among equals", () => {
    expect(order("BIRTH_DATE", "ASCENDING")).toBe("41523");
    expect(order("BIRTH_DATE", "DESCENDING")).toBe("25143");
    expect(order("LATEST_AWARD", "ASCENDING")).toBe("25314");
    expect(order("LATEST_AWARD", "DESCENDING")).toBe("32514");
  });

  it("put the best match first whatever direction is asked for, and keep its score", () => {
    const ids = ["1", "2", "3"].map((id) => id.padStart(26, "0"));
    const within = rankedFromIds(
      table,
      ids.map((id, index) => [id, index] as const),
    );
    for (const direction of ["ASCENDING", "DESCENDING"] as const) {
      const page = pageOf(selectRows(table, {}, within), { by: "RELEVANCE", direction }, 10, null);
      expect(page.items.map((item) => [item.id.at(-1), item.score])).toEqual([
        ["3", 2],
        ["2", 1],
        ["1", 0],
      ]);
    }
  });

  it("refuse a cursor that is not one, or is one of another order", () => {
    const { endCursor } = pageOf(everyone(table), { by: "NAME", direction: "ASCENDING" }, 2, null);
    expect(() => pageOf(everyone(table), { by: "BIRTH_DATE", direction: "ASCENDING" }, 2, endCursor)).toThrow(InvalidInputError);
    for (const cursor of ["nonsense", "W10", Buffer.from('["NAME","ASCENDING",1,1,1,1,"short"]').toString("base64url")]) {
      expect(() => pageOf(everyone(table), null, 2, cursor)).toThrow(InvalidInputError);
    }
  });
});
