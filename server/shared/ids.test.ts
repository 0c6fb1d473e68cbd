import { expect, test } from "vitest";
import { newId, seedId } from "./ids.ts";

test("ids of one millisecond are different and in the order in which they were made, and later ones come after", () => {
  const ids = Array.from({ length: 2_000 }, (_, index) => newId(1_790_000_000_000 + Math.floor(index / 1_000)));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true);
});

test("a millisecond that comes again gives other ids", () => {
  const first = newId(1_790_000_000_000);
  newId(1_790_000_000_001);
  expect(newId(1_790_000_000_000)).not.toBe(first);
});

test("the id of a seeded node is the same everywhere", () => {
  expect(seedId("Scientist", "cas:1")).toBe(seedId("Scientist", "cas:1"));
  expect(seedId("Scientist", "cas:1")).not.toBe(seedId("Institution", "cas:1"));
});
