import { describe, expect, it } from "vitest";
import { type Draft, draftFrom, EMPTY_DRAFT, faultsOf, inputOf, isBlank, tidyOrcid, toggledOpenness } from "./draft.ts";

const finished: Draft = { ...EMPTY_DRAFT, name: " Yanshi Zhang ", relation: "COLLEAGUE", agreed: true, knownFrom: "2016", knownTo: "2018" };

describe("a draft", () => {
  it("is finished with a name, a relation and whether the person agreed", () => {
    expect(faultsOf(EMPTY_DRAFT, 2026)).toEqual({ name: "name", relation: "relation", agreedToContact: "agreed" });
    expect(faultsOf(finished, 2026)).toEqual({});
    expect(faultsOf({ ...finished, name: "张" }, 2026)).toEqual({ name: "name" });
    expect(faultsOf({ ...finished, name: "张".repeat(101) }, 2026)).toEqual({ name: "name" });
  });

  it.each([
    ["2016", "2015", { knownTo: "yearOrder" }],
    ["16", "", { knownFrom: "year" }],
    ["2027", "", { knownFrom: "yearFuture" }],
    ["", "1899", { knownTo: "year" }],
    ["2016", "2016", {}],
    ["", "", {}],
  ])("with the years %s to %s has the faults %j", (knownFrom, knownTo, faults) => {
    expect(faultsOf({ ...finished, knownFrom, knownTo }, 2026)).toEqual(faults);
  });

  it("takes an ORCID with and without dashes, and as an address", () => {
    for (const typed of ["0000-0002-1825-0097", "0000000218250097", "https://orcid.org/0000-0002-1825-0097", "0000 0002 1825 0097"])
      expect(tidyOrcid(typed)).toBe("0000-0002-1825-0097");
    expect(faultsOf({ ...finished, orcid: "0000-0002-1825-009" }, 2026)).toEqual({ orcid: "orcid" });
  });

  it("is submitted trimmed, with nulls for what was left open", () => {
    expect(inputOf(finished, "k", null)).toEqual({
      idempotencyKey: "k",
      name: "Yanshi Zhang",
      employer: null,
      relation: "COLLEAGUE",
      knownFrom: 2016,
      knownTo: 2018,
      agreedToContact: true,
      note: null,
      orcid: null,
      scientistId: null,
      openTo: [],
      anotherPersonBecause: null,
    });
    expect(inputOf({ ...finished, agreed: null }, "k", null)).toBeNull();
  });

  it("is blank until something was said", () => {
    expect(isBlank(EMPTY_DRAFT)).toBe(true);
    expect(isBlank({ ...EMPTY_DRAFT, agreed: false })).toBe(false);
  });

  it("of a referral that ended says the same again, and no reason of before", () => {
    const { anotherPersonBecause, introduction, ...rest } = draftFrom({
      name: "演示",
      employer: null,
      orcid: null,
      relation: "FRIEND",
      knownFrom: 2001,
      knownTo: null,
      openTo: ["VISIT"],
      agreedToContact: false,
      note: "n",
    });
    expect([anotherPersonBecause, introduction]).toEqual(["", ""]);
    expect(rest).toMatchObject({ name: "演示", knownFrom: "2001", knownTo: "", agreed: false, note: "n" });
  });
});

it("keeps what a person is open to in one order, and “not known” alone", () => {
  expect(toggledOpenness(["VISIT"], "FULL_TIME")).toEqual(["FULL_TIME", "VISIT"]);
  expect(toggledOpenness(["FULL_TIME", "VISIT"], "VISIT")).toEqual(["FULL_TIME"]);
  expect(toggledOpenness(["FULL_TIME"], "UNKNOWN")).toEqual(["UNKNOWN"]);
  expect(toggledOpenness(["UNKNOWN"], "ADVICE")).toEqual(["ADVICE"]);
});
