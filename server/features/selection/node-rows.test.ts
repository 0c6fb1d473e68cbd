import fc from "fast-check";
import { expect, it } from "vitest";
import { NodeRows } from "./node-rows.ts";

it("leads from a node's number to the newest row told for it, in whatever order nodes come", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 80 }), (nodes) => {
      const rows = new NodeRows();
      const newest = new Map<number, number>();
      nodes.forEach((node, row) => {
        rows.push(node);
        newest.set(node, row);
      });
      for (let node = 0; node <= 61; node += 1) expect(rows.rowOf(node)).toBe(newest.get(node) ?? -1);
    }),
  );
});

it("knows numbers that do not fit a column", () => {
  const rows = new NodeRows();
  for (const node of [7, 2 ** 33, 9]) rows.push(node);
  expect([7, 2 ** 33, 9, 8].map((node) => rows.rowOf(node))).toEqual([0, 1, 2, -1]);
});
