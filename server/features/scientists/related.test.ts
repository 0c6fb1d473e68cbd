import { expect, test } from "vitest";
import { byHome, byInstitution, strongest } from "./related.ts";

const undated = { from: null, to: null };

test("years close together make a relation stronger, and the years of both are shown", () => {
  const fellow = { sharedId: "i", size: 100, own: [{ from: "1974", to: "1978" }] };
  const relations = byInstitution("ALMA_MATER", [
    { ...fellow, otherId: "far", theirs: [{ from: null, to: "2005" }] },
    { ...fellow, otherId: "near", theirs: [{ from: null, to: "1982-07" }] },
    { ...fellow, otherId: "undated", theirs: [undated] },
    { ...fellow, otherId: "together", theirs: [{ from: "1977", to: "1981" }] },
  ]);
  const related = strongest(relations, 10);
  expect(related.map((person) => person.scientistId)).toEqual(["together", "near", "far", "undated"]);
  expect(related.map((person) => person.reasons[0]?.years)).toEqual(["1978 · 1981", "1978 · 1982", "1978 · 2005", null]);
  expect(related[2]?.strength).toBe(related[3]?.strength);
});

test("an employer that few share counts more than one that many share", () => {
  const shared = { own: [undated], theirs: [undated] };
  const relations = byInstitution("EMPLOYER", [
    { ...shared, otherId: "large", sharedId: "i", size: 10_000 },
    { ...shared, otherId: "small", sharedId: "j", size: 10 },
  ]);
  expect(strongest(relations, 1).map((person) => person.scientistId)).toEqual(["small"]);
});

test("the same county is not counted as the same city again", () => {
  const relations = byHome([{ sharedId: "county", otherIds: ["a"] }], [{ sharedId: "city", otherIds: ["a", "b"] }]);
  expect(relations.map(({ otherId, reason }) => [otherId, reason.kind, reason.placeId])).toEqual([
    ["a", "HOME_COUNTY", "county"],
    ["b", "HOME_CITY", "city"],
  ]);
});

test("several reasons add up, the strongest first", () => {
  const [person] = strongest(
    [
      ...byHome([], [{ sharedId: "city", otherIds: ["a"] }]),
      ...byInstitution("EMPLOYER", [{ sharedId: "i", otherId: "a", own: [undated], theirs: [undated], size: 2 }]),
    ],
    1,
  );
  expect(person?.reasons.map((reason) => reason.kind)).toEqual(["EMPLOYER", "HOME_CITY"]);
  expect(person?.strength).toBeCloseTo((3 + 1) / (1 + Math.log10(2)), 10);
});
