import { describe, expect, test } from "vitest";
import { parseNetworkAddress, USUAL_FILTERS, writeNetworkAddress } from "./network-url.ts";

const read = (text: string) => parseNetworkAddress(new URLSearchParams(text));

describe("the address of the explorer", () => {
  test("says everything that is needed to read the same again", () => {
    const address = {
      start: { kind: "people" as const, ids: ["a", "b"] },
      depth: 2,
      budget: 1_000,
      filters: { yearFrom: 2019, yearTo: 2023, minWorks: 3, links: ["COAUTHOR" as const, "ADVISOR" as const], hideWeak: true },
      expanded: [
        { id: "c", yearFrom: 2021, minWorks: 3 },
        { id: "d", yearFrom: null, minWorks: 2 },
        { id: "f", yearFrom: null, minWorks: 1 },
      ],
      hidden: ["d", "e"],
      colourBy: "community" as const,
      sizeBy: "equal" as const,
      selected: "c",
      table: true,
    };
    expect(parseNetworkAddress(writeNetworkAddress(address))).toEqual(address);
  });

  test("usual values are not written, and what cannot be read is usual", () => {
    expect(writeNetworkAddress(read("")).toString()).toBe("");
    expect(read("people=a&links=FRIEND&works=-2&since=19&colour=pink&most=7&depth=9")).toMatchObject({
      start: { kind: "people", ids: ["a"] },
      depth: 1,
      budget: 300,
      filters: USUAL_FILTERS,
      colourBy: "field",
    });
  });

  test("a selection of the list is a start of its own people; so are an institution and a field", () => {
    expect(read("q=量子&fields=f1&tiers=TOP")).toMatchObject({
      start: { kind: "search", query: "量子", filter: { fields: ["f1"], tiers: ["TOP"] } },
      depth: 0,
    });
    expect(writeNetworkAddress(read("q=量子&fields=f1&depth=1")).toString()).toContain("depth=1");
    expect(read("institution=i")).toMatchObject({ start: { kind: "institution", id: "i" }, depth: 0 });
    expect(read("team=t")).toMatchObject({ start: { kind: "team", id: "t" }, depth: 1 });
  });
});
