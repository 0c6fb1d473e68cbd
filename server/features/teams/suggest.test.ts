import { expect, test } from "vitest";
import { cliquesOf, type Pair, suggestGroups } from "./suggest.ts";

const pair = (source: string, target: string, works = 3, year = 2020): Pair => ({
  source,
  target,
  works,
  firstYear: year,
  lastYear: year + 1,
});
const people = (pairs: readonly Pair[], known: readonly ReadonlySet<string>[] = []): string[][] =>
  suggestGroups(pairs, known, 10).map((group) => [...group.people].sort());

/** All groups by trying every set of people. */
function bruteForce(ids: readonly string[], pairs: readonly Pair[]): string[] {
  const linked = new Set(pairs.flatMap(({ source, target }) => [`${source} ${target}`, `${target} ${source}`]));
  const cliques: string[][] = [];
  for (let mask = 0; mask < 1 << ids.length; mask += 1) {
    const chosen = ids.filter((_, index) => (mask & (1 << index)) !== 0);
    if (chosen.length >= 3 && chosen.every((one) => chosen.every((other) => one === other || linked.has(`${one} ${other}`))))
      cliques.push(chosen);
  }
  return cliques
    .filter((one) => !cliques.some((other) => other.length > one.length && one.every((id) => other.includes(id))))
    .map((one) => one.join())
    .sort();
}

test("on random small networks the groups are exactly those that trying everything finds", () => {
  let state = 7;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  for (let round = 0; round < 60; round += 1) {
    const ids = [..."abcdefgh"];
    const density = 0.2 + 0.6 * random();
    const pairs = ids.flatMap((one, index) => ids.slice(index + 1).flatMap((other) => (random() < density ? [pair(one, other)] : [])));
    const neighbours = new Map(
      ids.map((id) => [id, new Set(pairs.flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : [])))]),
    );
    expect(
      cliquesOf(neighbours)
        .map((one) => one.sort().join())
        .sort(),
    ).toEqual(bruteForce(ids, pairs));
  }
});

test("the larger first, with the least joint works of two and all years; no group that is mostly one before it, or a team already", () => {
  const square = [pair("a", "b", 5, 2010), pair("a", "c"), pair("a", "d"), pair("b", "c", 4), pair("b", "d"), pair("c", "d")];
  const pairs = [...square, pair("c", "e"), pair("d", "e"), pair("x", "y"), pair("y", "z"), pair("x", "z", 9)];
  expect(people(pairs)).toEqual([
    ["a", "b", "c", "d"],
    ["x", "y", "z"],
  ]);
  expect(suggestGroups(pairs, [], 1)[0]).toMatchObject({ people: ["b", "a", "c", "d"], leastWorks: 3, firstYear: 2010, lastYear: 2021 });
  expect(people(pairs, [new Set(["x", "y", "z", "w"])])).toEqual([["a", "b", "c", "d"]]);
  expect(people([pair("a", "b"), pair("b", "c")])).toEqual([]);
});

test("a dense network ends after its steps", () => {
  const ids = Array.from({ length: 60 }, (_, index) => `p${index}`);
  const neighbours = new Map(
    ids.map((id, index) => [id, new Set(ids.filter((_, other) => Math.floor(other / 3) !== Math.floor(index / 3)))]),
  );
  expect(cliquesOf(neighbours, 5_000).length).toBeLessThanOrEqual(5_000);
});
