import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { communitiesOf } from "./communities.ts";
import { freeLabels } from "./label-places.ts";
import { firstPlace } from "./layout-protocol.ts";

describe("communities", () => {
  const clique = (names: readonly string[]) =>
    names.flatMap((source, at) => names.slice(at + 1).map((target) => ({ source, target, weight: 1 })));
  const [big, small] = [
    ["a", "b", "c", "d", "e"],
    ["x", "y", "z"],
  ] as const;

  test("two groups joined by one pair are two, the larger first; who has no pairs stands alone", () => {
    const found = communitiesOf([...small, ...big, "lone"], [...clique(big), ...clique(small), { source: "a", target: "x", weight: 1 }]);
    expect(big.map((id) => found.get(id))).toEqual([0, 0, 0, 0, 0]);
    expect(small.map((id) => found.get(id))).toEqual([1, 1, 1]);
    expect(found.get("lone")).toBe(2);
  });

  test("everybody is in one, people of different parts never in the same, and the same again each time", () => {
    const pair = fc.record({ source: fc.nat(14).map(String), target: fc.nat(14).map(String), weight: fc.constantFrom(0.5, 1, 3) });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), (pairs) => {
        const ids = Array.from({ length: 15 }, (_, at) => String(at));
        const found = communitiesOf(ids, pairs);
        expect([...found.keys()]).toEqual(ids);
        expect(communitiesOf(ids, pairs)).toEqual(found);
        const part = new Map(ids.map((id) => [id, id]));
        const root = (id: string): string => (part.get(id) === id ? id : root(part.get(id) ?? id));
        for (const { source, target } of pairs) part.set(root(source), root(target));
        const roots = new Map<number, string>();
        for (const id of ids) {
          const community = found.get(id) ?? -1;
          expect(roots.get(community) ?? root(id)).toBe(root(id));
          roots.set(community, root(id));
        }
      }),
      { numRuns: 200, seed: 6 },
    );
  });
});

test("labels never lie over each other, and the first wish is granted", () => {
  const wish = fc.record({
    x: fc.integer({ min: -50, max: 900 }),
    y: fc.integer({ min: -50, max: 600 }),
    width: fc.integer({ min: 10, max: 160 }),
  });
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 60 }), (list) => {
      const wishes = list.map((each, at) => ({ ...each, id: String(at), height: 16 }));
      const chosen = freeLabels(wishes, 20);
      expect(chosen[0]).toBe(wishes[0]);
      expect(chosen.length).toBeLessThanOrEqual(20);
      chosen.forEach((one, at) => {
        for (const other of chosen.slice(at + 1))
          expect(one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + 16 <= other.y || other.y + 16 <= one.y).toBe(
            true,
          );
      });
    }),
    { numRuns: 200, seed: 6 },
  );
});

test("somebody new always starts at the same place near to whom they belong", () => {
  const place = firstPlace("id", { x: 10, y: 10 }, 4);
  expect(firstPlace("id", { x: 10, y: 10 }, 4)).toEqual(place);
  expect(Math.hypot(place.x - 10, place.y - 10)).toBeLessThanOrEqual(4);
  expect(firstPlace("other", { x: 10, y: 10 }, 4)).not.toEqual(place);
});
