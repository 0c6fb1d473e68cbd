import { describe, expect, it } from "vitest";
import { comparedIds, sourcesOfCell } from "./compare-model.ts";
import { accountsOf, disagree, footnotesOf } from "./facts-model.ts";
import type { Person, SourcedFact } from "./person-types.ts";
import { pointsOf } from "./places-model.ts";
import { timelineOf } from "./timeline-model.ts";

const source = { id: "S", title: "A list", url: "https://example.org/", publisher: "Somebody", licence: "CC0" };

function fact(property: string, value: string, more: Partial<SourcedFact> = {}): SourcedFact {
  return {
    property,
    value,
    resolvedId: null,
    inUse: true,
    agrees: true,
    url: null,
    retrievedOn: "2026-09-05",
    confidence: 0.9,
    verifiedBy: null,
    verifiedOn: null,
    source,
    ...more,
  };
}

function person(more: Partial<Person> = {}): Person {
  return {
    id: "P",
    nameZh: null,
    nameEn: null,
    aliases: [],
    birthDate: null,
    deathDate: null,
    birthPlace: null,
    ancestralHome: null,
    sichuanChongqingTies: [],
    specialty: null,
    tier: null,
    education: [],
    employment: [],
    latestEmployment: null,
    fields: [],
    teams: [],
    needs: [],
    updates: [],
    awards: [],
    orcid: null,
    openAlexId: null,
    wikidataId: null,
    facts: [],
    ...more,
  };
}

const award = { id: "W", nameZh: null, nameEn: "Prize" };
const work = {
  stated: "Lab",
  role: null,
  from: null,
  to: null,
  asOf: null,
  current: false,
  institution: null,
  fact: fact("employment", "Lab"),
};
const place = { id: "X", nameZh: "南充市", nameEn: "Nanchong", level: "CITY" as const, longitude: 106, latitude: 30.8, within: [] };

describe("accounts of a fact", () => {
  it("join sources that agree and put the one in use first", () => {
    const facts = [
      fact("birthDate", "1943", { inUse: false, agrees: false }),
      fact("birthDate", "1951"),
      fact("birthDate", "1951", { inUse: false }),
      fact("tier", "TOP"),
    ];
    expect(accountsOf(facts, "birthDate").map((account) => [account.value, account.inUse, account.facts.length])).toEqual([
      ["1951", true, 2],
      ["1943", false, 1],
    ]);
  });
  it("agree when they were resolved to the same place, in the words of the one in use", () => {
    const facts = [
      fact("birthPlace", "Washington DC", { resolvedId: "W", inUse: false }),
      fact("birthPlace", "Washington, D.C.", { resolvedId: "W" }),
    ];
    expect(accountsOf(facts, "birthPlace")).toMatchObject([{ value: "Washington, D.C.", inUse: true }]);
  });
  it("stand apart in their own words, without a disagreement, when one is only more precise", () => {
    const accounts = accountsOf([fact("birthDate", "1951-10-22"), fact("birthDate", "1951", { inUse: false })], "birthDate");
    expect(accounts.map(({ value }) => value)).toEqual(["1951-10-22", "1951"]);
    expect(disagree(accounts)).toBe(false);
    expect(disagree(accountsOf([fact("tier", "TOP"), fact("tier", "YOUNG", { inUse: false, agrees: false })], "tier"))).toBe(true);
  });
  it("are told apart by their words when only their country could be resolved", () => {
    const facts = [
      fact("birthPlace", "Jackson, United States", { resolvedId: "US" }),
      fact("birthPlace", "Newark, United States", { resolvedId: "US", inUse: false, agrees: false }),
    ];
    expect(accountsOf(facts, "birthPlace")).toHaveLength(2);
  });
});

describe("footnotes", () => {
  it("number each source, page and reading once, in the order of the page", () => {
    const other = { ...source, id: "T" };
    const facts = [
      fact("tier", "TOP", { source: other }),
      fact("birthDate", "1951"),
      fact("birthPlace", "Oak Park"),
      fact("employment", "Yale", { verifiedBy: "Li", verifiedOn: "2026-10-01" }),
    ];
    const notes = footnotesOf(person({ facts }));
    expect(facts.map(notes.numberOf)).toEqual([3, 1, 1, 2]);
    expect(notes.list).toHaveLength(3);
  });
});

describe("timeline", () => {
  it("runs from birth, orders partial dates, and keeps the undated apart", () => {
    const subject = person({
      birthDate: "1951-10-22",
      education: [
        { stated: "B", degree: "博士", from: "1975", to: "1980-07", institution: null, fact: fact("education", "B") },
        { stated: "A", degree: null, from: null, to: "1975", institution: null, fact: fact("education", "A") },
      ],
      employment: [{ ...work, asOf: "2020" }, work],
      awards: [{ year: 2004, category: null, motivation: null, award, fact: fact("award", "Prize") }],
      facts: [fact("birthDate", "1951-10-22")],
    });
    const { dated, undated } = timelineOf(subject);
    expect(dated.map((event) => [event.kind, event.date, event.until])).toEqual([
      ["birth", "1951-10-22", null],
      ["study", "1975", "1980-07"],
      ["study", "1975", null],
      ["award", "2004", null],
      ["work", "2020", null],
    ]);
    expect(dated.at(-1)?.asOf).toBe(true);
    expect(undated.map((event) => event.kind)).toEqual(["work"]);
  });
  it("is empty for a person of whom only the name is known", () => {
    expect(timelineOf(person({ nameZh: "某某" }))).toEqual({ dated: [], undated: [] });
  });
});

describe("points", () => {
  const label = (named: { nameZh?: string | null }) => named.nameZh ?? "";
  it("are drawn for cities, counties and municipalities, never for the middle of a province", () => {
    const province = { ...place, nameZh: "四川省", level: "PROVINCE" as const };
    const municipality = { ...place, nameZh: "重庆市", level: "PROVINCE" as const };
    expect(pointsOf(person({ birthPlace: place, ancestralHome: province }), label).map((point) => point.kind)).toEqual(["birth"]);
    expect(pointsOf(person({ ancestralHome: municipality }), label).map((point) => point.label)).toEqual(["重庆市"]);
    expect(pointsOf(person({ birthPlace: { ...place, longitude: null } }), label)).toEqual([]);
  });
});

describe("comparison", () => {
  it("takes at most five people, each once", () => {
    expect(comparedIds(new URLSearchParams("ids=a,b,,a,c,d,e,f"))).toEqual(["a", "b", "c", "d", "e"]);
  });
  it("names each source of a cell once, of the values in use only", () => {
    const facts = [fact("field", "A"), fact("field", "B"), fact("field", "C", { source: { ...source, id: "T" }, inUse: false })];
    expect(sourcesOfCell(person({ facts }), "fields").map((one) => one.source.id)).toEqual(["S"]);
  });
});
