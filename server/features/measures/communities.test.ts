import { expect, test } from "vitest";
import { type Background, describeGroups, groupsOf, rowsOfGroups, typicalFor } from "./communities.ts";

test("groups are numbered by size, then by their smallest id, whatever numbers the algorithm gave; the best linked come first", () => {
  const rows = [
    ["z", 90],
    ["b", 7],
    ["y", 90],
    ["a", 7],
    ["c", 3],
  ] as const;
  const groups = groupsOf(rows, new Map([["b", 5]]));
  expect(groups).toEqual([
    { number: 1, members: ["b", "a"] },
    { number: 2, members: ["y", "z"] },
    { number: 3, members: ["c"] },
  ]);
  expect(rowsOfGroups(groups)).toEqual([
    ["b", 1],
    ["a", 1],
    ["y", 2],
    ["z", 2],
    ["c", 3],
  ]);
});

test("typical is what a group has more often than everybody, not what everybody has", () => {
  const group = [["common", "rare"], ["common", "rare"], ["common"], ["common", "single"]];
  const every = new Map([
    ["common", 100],
    ["rare", 4],
    ["single", 1],
  ]);
  // rare: half of the group, 4 of 100 people; common: everybody has it; single: only one of the group.
  expect(typicalFor(group, every, 100, 3)).toEqual([{ id: "rare", count: 2 }]);
  // Where the group is everybody, it is what most have.
  expect(typicalFor(group, new Map([["common", 4]]), 4, 1)).toEqual([{ id: "common", count: 4 }]);
  expect(typicalFor([[], []], every, 100, 3)).toEqual([]);
});

test("people of whom nothing is known make a group that is named by nothing but those at its centre", () => {
  const known: Background = { fields: ["f"], institutions: ["i"] };
  const described = describeGroups(
    [
      { number: 1, members: ["a", "b"] },
      { number: 2, members: ["x", "y"] },
    ],
    new Map([
      ["a", known],
      ["b", known],
    ]),
  );
  expect(described).toEqual([
    { number: 1, size: 2, fields: [{ id: "f", count: 2 }], institutions: [{ id: "i", count: 2 }], central: ["a", "b"] },
    { number: 2, size: 2, fields: [], institutions: [], central: ["x", "y"] },
  ]);
});
