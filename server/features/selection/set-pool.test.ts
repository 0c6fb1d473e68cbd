import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SetPool } from "./set-pool.ts";

const sets = fc.array(fc.array(fc.nat(40), { maxLength: 6 }), { maxLength: 1500 });

describe("a pool of sets", () => {
  it("gives equal sets one number and different sets different numbers, also after growing", () => {
    fc.assert(
      fc.property(sets, (list) => {
        const pool = new SetPool();
        const byNumber = new Map<number, string>();
        for (const members of list) {
          const number = pool.intern(members);
          const text = [...new Set(members)].sort((a, b) => a - b).join(" ");
          expect(byNumber.get(number) ?? text).toBe(text);
          byNumber.set(number, text);
          expect([...pool.membersOf(number)].join(" ")).toBe(text);
        }
        expect(new Set(byNumber.values()).size).toBe(byNumber.size);
        expect(pool.intern([])).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it("finds the sets with any marked member and adds counts to members", () => {
    const pool = new SetPool();
    const numbers = [[1, 2], [2, 3], [], [7]].map((members) => pool.intern(members));
    const marked = new Uint8Array(8);
    marked[2] = 1;
    expect(numbers.map((number) => pool.setsWithAny(marked)[number])).toEqual([1, 1, 0, 0]);
    const perSet = new Uint32Array(pool.size);
    numbers.forEach((number, index) => {
      perSet[number] = 10 ** index;
    });
    const perMember = new Uint32Array(8);
    pool.addToMembers(perSet, perMember);
    expect([...perMember]).toEqual([0, 1, 11, 10, 0, 0, 0, 1000]);
  });
});
