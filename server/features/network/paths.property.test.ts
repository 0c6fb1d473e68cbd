import fc from "fast-check";
import { expect, test } from "vitest";
import { bestPaths, type FoundPath, type NeighboursOf, type PathHop } from "./paths.ts";

/** A pair of people with its only link; strengths of few values, so that scores often tie. */
interface Edge {
  readonly a: string;
  readonly b: string;
  readonly strength: number;
  readonly weak: boolean;
}

const PEOPLE = ["p0", "p1", "p2", "p3", "p4", "p5", "p6"];
const PAIRS = PEOPLE.flatMap((a, index) => PEOPLE.slice(index + 1).map((b) => ({ a, b })));
const PER_PERSON = 0.8;

const edges = fc
  .array(fc.record({ strength: fc.option(fc.constantFrom(0.1, 0.2, 0.3, 0.5, 0.7, 1), { nil: null }), weak: fc.boolean() }), {
    minLength: PAIRS.length,
    maxLength: PAIRS.length,
  })
  .map((drawn) =>
    PAIRS.flatMap((pair, index): Edge[] => {
      const { strength = null, weak = false } = drawn[index] ?? {};
      return strength === null ? [] : [{ ...pair, strength, weak }];
    }),
  );

const asked = fc.record({
  edges,
  starts: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 4 }),
  maxHops: fc.integer({ min: 1, max: 5 }),
  first: fc.integer({ min: 1, max: 8 }),
  excluded: fc.uniqueArray(fc.constantFrom("p1", "p2", "p3"), { maxLength: 2 }),
});

function neighboursOf(all: readonly Edge[]): NeighboursOf {
  return (id) =>
    all.flatMap(({ a, b, strength, weak }) =>
      a === id || b === id ? [{ id: a === id ? b : a, link: "COAUTHOR" as const, strength, weak }] : [],
    );
}

/** Every simple path by plain recursion, with none of the ideas of the search. */
function everyPath(all: readonly Edge[], starts: readonly string[], target: string, maxHops: number): FoundPath[] {
  const found: FoundPath[] = [];
  const walk = (trail: readonly string[], hops: readonly PathHop[]): void => {
    const at = trail.at(-1) ?? "";
    if (at === target) {
      found.push({ score: hops.reduce((product, hop) => product * hop.strength, 1) * PER_PERSON ** (hops.length - 1), hops });
      return;
    }
    if (hops.length === maxHops) return;
    for (const { a, b, strength, weak } of all) {
      const next = a === at ? b : b === at ? a : null;
      if (next === null || trail.includes(next) || starts.includes(next)) continue;
      walk([...trail, next], [...hops, { from: at, to: next, link: "COAUTHOR", strength, weak }]);
    }
  };
  for (const start of starts) walk([start], []);
  return found;
}

const route = ({ hops }: FoundPath): string => [...hops.map((hop) => hop.from), hops.at(-1)?.to].join(">");
/** Ten digits, so that products of the same factors in another order are one score. */
const rounded = (score: number): number => Number(score.toPrecision(10));

function bruteForce(all: readonly Edge[], starts: readonly string[], target: string, maxHops: number, first: number): FoundPath[] {
  const ranked = everyPath(all, starts, target, maxHops).sort(
    (x, y) => rounded(y.score) - rounded(x.score) || x.hops.length - y.hops.length || (route(x) < route(y) ? -1 : 1),
  );
  const kept: FoundPath[] = [];
  for (const path of ranked) {
    const tooAlike = kept.some((better) => {
      if (better.hops.length !== path.hops.length) return false;
      const unlike = path.hops
        .map((hop, index) => ({ hop, other: better.hops[index] }))
        .filter(({ hop, other }) => hop.from !== other?.from || hop.to !== other.to);
      return unlike.length === 1 && unlike.some(({ hop, other }) => hop.weak || other?.weak === true);
    });
    if (!tooAlike) kept.push(path);
  }
  return kept.slice(0, first);
}

test("paths are those of a brute-force search, in the same order, with the same scores", () => {
  const seen = { several: 0, weakLeftOut: 0, none: 0, tied: 0 };
  fc.assert(
    fc.property(asked, ({ edges: all, starts, maxHops, first, excluded }) => {
      const usable = all.filter(({ a, b }) => excluded.every((id) => id !== a && id !== b));
      const own = starts.filter((id) => id !== "p6");
      const expected = bruteForce(usable, own, "p6", maxHops, first);
      const { paths, stopped } = bestPaths(neighboursOf(usable), {
        starts: new Set(starts),
        target: "p6",
        maxHops,
        first,
        perPerson: PER_PERSON,
        maxSteps: 1_000_000,
      });
      expect(stopped).toBe(false);
      expect(paths.map(route)).toEqual(expected.map(route));
      for (const [index, path] of paths.entries()) expect(path.score).toBeCloseTo(expected[index]?.score ?? -1, 12);
      const scores = paths.map((path) => rounded(path.score));
      if (paths.length > 1) seen.several += 1;
      if (paths.length === 0) seen.none += 1;
      if (new Set(scores).size < scores.length) seen.tied += 1;
      if (everyPath(usable, own, "p6", maxHops).length > paths.length && paths.length < first) seen.weakLeftOut += 1;
    }),
    { numRuns: 1_500, seed: 6 },
  );
  // The graphs drawn must meet every rule often, or the comparison says little.
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(30);
});

test("a search that may look at too little says that it stopped", () => {
  const all = PAIRS.map((pair) => ({ ...pair, strength: 0.5, weak: false }));
  const query = { starts: new Set(["p0"]), target: "p6", maxHops: 5, first: 50, perPerson: PER_PERSON };
  expect(bestPaths(neighboursOf(all), { ...query, maxSteps: 20 }).stopped).toBe(true);
  expect(bestPaths(neighboursOf(all), { ...query, maxSteps: 100_000 }).stopped).toBe(false);
});
