import { expect, test } from "vitest";
import { checkStanding, type PlacedEmployment, stateOfCheck, whyNoContact, workplaceOf } from "./check-state.ts";

const place = (level: string, code: string | null, nameZh: string) => ({ level, code, nameZh, nameEn: null });
const china = place("COUNTRY", "CN", "中国");

function job(places: PlacedEmployment["places"], more: Partial<PlacedEmployment> = {}): PlacedEmployment {
  return { institution: "某校", from: "2020", order: 0, places, ...more };
}

test.each([
  ["nothing known", [], "UNKNOWN"],
  ["the mainland", [job([place("CITY", "510100", "成都"), place("PROVINCE", "510000", "四川"), china])], "MAINLAND"],
  ["Hong Kong, a province of the map", [job([place("PROVINCE", "810000", "中国香港"), china])], "ABROAD"],
  ["Taiwan", [job([place("CITY", null, "台北"), place("PROVINCE", "710000", "中国台湾"), china])], "ABROAD"],
  ["Macao", [job([place("PROVINCE", "820000", "中国澳门"), china])], "ABROAD"],
  ["another country", [job([place("CITY", null, "波士顿"), place("COUNTRY", "US", "美国")])], "ABROAD"],
  ["an institution of no known place", [job([])], "UNKNOWN"],
  ["a place of no known country", [job([place("CITY", null, "某城")])], "UNKNOWN"],
] as const)("%s", (_what, employments, kind) => {
  expect(workplaceOf(employments).kind).toBe(kind);
});

test("the latest employment decides, whatever the order of the list", () => {
  const abroad = job([place("COUNTRY", "US", "美国")], { from: "2010", to: "2018" });
  const here = job([china], { from: "2018" });
  expect(workplaceOf([abroad, here]).kind).toBe("MAINLAND");
  expect(workplaceOf([here, abroad]).kind).toBe("MAINLAND");
});

test.each([
  [false, false, null, "DISCLOSURE_MISSING"],
  [false, true, null, "DISCLOSURE_MISSING"],
  [false, true, true, "DISCLOSURE_MISSING"],
  [true, false, null, "CLEARED"],
  [true, true, null, "LEGAL_REVIEW"],
  [true, true, true, "CLEARED"],
  [true, true, false, "NOT_CLEARED"],
] as const)("informed %s, restricted %s, decided %s: %s", (informedOfDisclosure, restrictedField, cleared, state) => {
  expect(stateOfCheck({ informedOfDisclosure, restrictedField, cleared })).toBe(state);
});

test("every state that does not allow contact says what to do, in both languages", () => {
  const abroad = workplaceOf([job([place("COUNTRY", "US", "美国")])]);
  const answers = [null, { informedOfDisclosure: false }, { cleared: null }, { cleared: false }].map((given) =>
    given === null ? null : { informedOfDisclosure: true, restrictedField: true, cleared: null, ...given },
  );
  for (const each of answers) {
    const said = whyNoContact(checkStanding(abroad, each));
    expect(said.zh).toMatch(/^现任职于某校（美国），.+。.+。$/);
    expect(said.en).toMatch(/^The person works at 某校 \(美国\), .+\. .+\.$/);
  }
});
