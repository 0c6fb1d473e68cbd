import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMNS, nextSort, PAGE_SIZES, parseListState, parseSort, withListChange, writeSort } from "./list-state.ts";

const sort = fc.record({
  by: fc.constantFrom("RELEVANCE", "NAME", "BIRTH_DATE", "LATEST_AWARD"),
  direction: fc.constantFrom("ASCENDING", "DESCENDING"),
});

describe("the list's own state in the address", () => {
  it("comes back as it was written", () => {
    fc.assert(
      fc.property(
        fc.record({
          sort,
          columns: fc.subarray([...COLUMNS.slice(1)], { minLength: 1 }).map((columns) => ["name" as const, ...columns]),
          pageSize: fc.constantFrom(...PAGE_SIZES),
          picks: fc.uniqueArray(fc.stringMatching(/^[0-9A-Z]{8}$/), { maxLength: 5 }),
        }),
        (state) => {
          const address = withListChange(new URLSearchParams(), { ...state, after: "cursor", page: 3 });
          expect(parseListState(address)).toEqual({ ...state, after: "cursor", page: 3 });
        },
      ),
    );
  });

  it("goes back to the first page when the order or the size of a page changes", () => {
    const third = new URLSearchParams("after=cursor&page=3&q=x");
    expect(withListChange(third, { pageSize: 100 }).toString()).toBe("q=x&size=100");
    expect(withListChange(third, { sort: { by: "NAME", direction: "DESCENDING" } }).toString()).toBe("q=x&sort=-NAME");
    expect(withListChange(third, { picks: ["A"] }).get("after")).toBe("cursor");
  });

  it("takes no page number without a cursor, no odd size, and no sixth pick", () => {
    const state = parseListState(new URLSearchParams("page=7&size=1000&pick=a,b,c,d,e,f,a&columns=nonsense"));
    expect(state).toMatchObject({ page: 1, pageSize: 50, picks: ["a", "b", "c", "d", "e"] });
    expect(state.columns).toContain("name");
  });

  it("turns an order round when its heading is pressed again", () => {
    const byName = nextSort({ by: "RELEVANCE", direction: "ASCENDING" }, "NAME");
    expect(writeSort(byName)).toBe("NAME");
    expect(writeSort(nextSort(byName, "NAME"))).toBe("-NAME");
    expect(parseSort("-SHOE_SIZE")).toBeNull();
  });
});
