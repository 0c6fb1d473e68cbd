import { expect, test } from "vitest";
import { selectionText } from "./export-selection.ts";

test("the same selection is the same text, however it is written", () => {
  const one = selectionText({ query: " 院士 ", filter: { tiers: ["TOP", "YOUNG"], birthYears: { from: 1950, to: null }, living: null } });
  expect(selectionText({ query: "院士", filter: { birthYears: { from: 1950 }, tiers: ["YOUNG", "TOP"] } })).toBe(one);
  expect(Object.fromEntries(new URLSearchParams(one))).toEqual({
    query: "院士",
    filter: '{"birthYears":{"from":1950},"tiers":["TOP","YOUNG"]}',
  });
});

test("the default that GraphQL fills in is no difference", () => {
  expect(selectionText({ filter: { living: true, boundsView: "WORKPLACE" } })).toBe(selectionText({ filter: { living: true } }));
  const bounds = { west: 1, south: 1, east: 2, north: 2 };
  expect(selectionText({ filter: { bounds, boundsView: "WORKPLACE" } })).toBe(selectionText({ filter: { bounds } }));
  expect(selectionText({ filter: { bounds, boundsView: "BIRTHPLACE" } })).not.toBe(selectionText({ filter: { bounds } }));
});

test("a network is its people, in whatever order", () => {
  const text = selectionText({ people: ["b", "a", "b"] });
  expect(text).toMatch(/^network=[0-9a-f]{64}$/);
  expect(selectionText({ people: ["a", "b"] })).toBe(text);
  expect(selectionText({ people: ["a", "b", "c"] })).not.toBe(text);
  expect(selectionText({ people: [] })).not.toBe(selectionText({}));
});

test("another selection is another text", () => {
  const texts = [
    {},
    { query: "院士" },
    { filter: { living: false } },
    { filter: { living: true } },
    { filter: { tiers: ["TOP" as const] } },
  ];
  expect(new Set(texts.map(selectionText)).size).toBe(texts.length);
  const line = (longitudes: number[]) => ({ filter: { lasso: longitudes.map((longitude) => ({ longitude, latitude: 1 })) } });
  expect(selectionText(line([1, 2, 3]))).not.toBe(selectionText(line([2, 1, 3])));
});
