import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newId, seedId } from "../../shared/ids.ts";
import { IdColumn, packId, unpackId } from "./id-column.ts";

const ulid = fc.tuple(fc.nat(2 ** 47), fc.string()).map(([time, key]) => newId(time).slice(0, 10) + seedId("Any", key).slice(10));

describe("packed ids", () => {
  it("come back as the same text", () => {
    fc.assert(
      fc.property(ulid, (id) => {
        const packed = packId(id);
        expect(packed === null ? null : unpackId(packed)).toBe(id);
      }),
    );
    expect(unpackId(packId("7ZZZZZZZZZZZZZZZZZZZZZZZZZ") ?? [0, 0, 0, 0])).toBe("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
  });

  it("order as the texts do", () => {
    fc.assert(
      fc.property(ulid, ulid, (one, other) => {
        const [a, b] = [packId(one) ?? [], packId(other) ?? []];
        const difference = a.map((word, index) => word - (b[index] ?? 0)).find((each) => each !== 0) ?? 0;
        expect(Math.sign(difference)).toBe(one < other ? -1 : Number(one > other));
      }),
    );
  });

  it("refuse what is no ULID", () => {
    for (const text of [
      "",
      "01KDVDNA00WR0S9WG7RSFRF06",
      "01KDVDNA00WR0S9WG7RSFRF06YY",
      "01kdvdna00wr0s9wg7rsfrf06y",
      "81KDVDNA00WR0S9WG7RSFRF06Y",
      "01KDVDNA00WR0S9WG7RSFRF0UY",
    ]) {
      expect(packId(text)).toBeNull();
    }
  });
});

describe("a column of ids", () => {
  it("leads from each id to its newest row, also after growing", () => {
    const column = new IdColumn();
    const ids = Array.from({ length: 500 }, (_, index) => seedId("Any", String(index % 300)));
    for (const id of ids) column.push(packId(id) ?? [0, 0, 0, 0]);
    for (const id of ids) expect(column.rowOf(id)).toBe(ids.lastIndexOf(id));
    expect(column.rowOf(seedId("Any", "absent"))).toBe(-1);
    expect(ids.map((_, row) => column.at(row))).toEqual(ids);
  });
});
