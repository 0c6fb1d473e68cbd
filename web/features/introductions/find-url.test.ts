import { describe, expect, test } from "vitest";
import { conditionsSet, type FindState, findVariables, parseFind, writeFind } from "./find-url.ts";

const state: FindState = {
  to: "t",
  start: "institutions",
  people: ["p"],
  institutions: ["i", "j"],
  places: [],
  notThrough: ["x"],
  without: ["ALUMNI", "HOMETOWN"],
  since: 2015,
  hops: 2,
};

describe("what introductions are looked for", () => {
  test("an address says it, and says it again", () => {
    expect(parseFind(writeFind(state))).toEqual(state);
    expect(writeFind(parseFind(new URLSearchParams("to=t"))).toString()).toBe("to=t");
  });

  test("what cannot be understood is left out", () => {
    const read = parseFind(new URLSearchParams("to=t&start=moon&since=99&hops=7&without=HOMETOWN,LOVE&from=a,,a"));
    expect(read).toMatchObject({ start: "ours", since: null, hops: 3, without: ["HOMETOWN"], people: ["a"] });
  });

  test("only the start that is chosen is asked for", () => {
    expect(findVariables(state)).toEqual({
      to: "t",
      from: null,
      fromInstitutions: ["i", "j"],
      fromPlaces: null,
      fromOurPeople: false,
      notVia: ["ALUMNI", "HOMETOWN"],
      notThrough: ["x"],
      since: 2015,
      maxHops: 2,
    });
    expect(findVariables({ ...state, start: "ours" })).toMatchObject({ fromOurPeople: true, fromInstitutions: null, from: null });
  });

  test("nothing is asked for without a target, or without anybody of a chosen start", () => {
    expect(findVariables({ ...state, to: null })).toBeNull();
    expect(findVariables({ ...state, start: "places" })).toBeNull();
  });

  test("conditions beyond the usual are counted", () => {
    expect(conditionsSet(state)).toBe(5);
    expect(conditionsSet(parseFind(new URLSearchParams()))).toBe(0);
  });
});
