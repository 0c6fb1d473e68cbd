import { readFileSync } from "node:fs";
import { buildSchema, extendSchema, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { ROLES } from "../../shared/roles.ts";
import {
  assertCovered,
  assertMaySelect,
  capabilitiesOf,
  coverageOf,
  describeRights,
  ForbiddenError,
  namesOfContract,
  RIGHTS,
  rightsList,
  rightsOf,
} from "./index.ts";

const CONTRACT = readFileSync("schema.graphql", "utf8");
const schema = buildSchema(CONTRACT);

/** The contract with something added. */
const withMore = (text: string) => extendSchema(schema, parse(text));

describe("coverage", () => {
  test("every field, argument, input key and revealing value of the contract has its line, and no line is left over", () => {
    expect(coverageOf(schema)).toEqual({ missing: [], stale: [] });
    expect(namesOfContract(schema).length).toBeGreaterThan(400);
  });

  test.each([
    ["extend type Scientist { homeAddress: String }", "Scientist.homeAddress"],
    ["extend type Query { salaries: Int }", "Query.salaries"],
    ["extend input ScientistFilter { phones: [String!] }", "ScientistFilter.phones"],
    ["extend enum ScientistSortKey { SALARY }", "ScientistSortKey.SALARY"],
    ["extend enum MapView { HOME_ADDRESS }", "MapView.HOME_ADDRESS"],
    ["type Payslip { amount: Int } extend type Query { payslip: Payslip }", "Payslip.amount"],
  ])("%s without a line is named", (more, name) => {
    expect(coverageOf(withMore(more)).missing).toContain(name);
    expect(() => assertCovered(withMore(more))).toThrow(name);
  });

  test("a new argument of a known field is named", () => {
    const changed = buildSchema(CONTRACT.replace("related(first: Int = 8)", "related(first: Int = 8, withPhone: String)"));
    expect(coverageOf(changed).missing).toEqual(["Scientist.related(withPhone)"]);
  });

  test("a field that was taken away leaves a line that is named", () => {
    const changed = buildSchema(CONTRACT.replace('  "Wikidata item, when known."\n  wikidataId: String\n', ""));
    expect(coverageOf(changed).stale).toEqual(["Scientist.wikidataId"]);
  });
});

describe("who may use what", () => {
  const namesFor = (role: (typeof ROLES)[number] | null): string[] => [...RIGHTS.keys()].filter((name) => rightsOf(role).may(name));
  const talent =
    /^(?:Scientist|Fact|Source|Education|Employment|Award|Institution|Place|Field|ContactPoint|SubjectRequest|TalentMap|Flow)\./;

  test("administrators and auditor reach nothing of a person, on no way (S16)", () => {
    for (const role of ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const) {
      expect(namesFor(role).filter((name) => talent.test(name))).toEqual([]);
      const ways = [
        "Query.scientists",
        "Query.scientist",
        "Query.talentMap",
        "Query.flows",
        "ExportRequest.selection",
        "export.scientists",
        "export.person",
      ];
      expect(ways.filter((way) => rightsOf(role).may(way))).toEqual([]);
    }
  });

  test("what makes roles, what makes accounts and what reads the trail is never in one hand (S16)", () => {
    const holders = (name: string) => ROLES.filter((role) => rightsOf(role).may(name));
    expect(holders("Mutation.setAccountRole")).toEqual(["SECURITY_ADMIN"]);
    expect(holders("Mutation.issueApiToken")).toEqual(["SECURITY_ADMIN"]);
    expect(holders("Mutation.createAccount")).toEqual(["SYSTEM_ADMIN"]);
    expect(holders("Query.auditRecords")).toEqual(["AUDITOR"]);
    const writes = [...RIGHTS.keys()].filter((name) => /^Mutation\.\w+$/.test(name) && rightsOf("AUDITOR").may(name));
    expect(writes).toEqual(["Mutation.revokeSession", "Mutation.revokeOtherSessions"]);
  });

  test("a principal without a role reaches only itself and its sessions", () => {
    const fields = namesFor(null).filter((name) => /^(?:Query|Mutation)\.\w+$/.test(name));
    expect(fields).toEqual(["Query.viewer", "Query.mySessions", "Mutation.revokeSession", "Mutation.revokeOtherSessions"]);
    expect(capabilitiesOf(null)).toEqual([]);
  });

  test("contact data is for officer and service officer; the ambassador sees no working data and nothing that would tell it", () => {
    for (const [name, line] of RIGHTS) {
      if (line.fieldClass === "CONTACT")
        expect(
          [...line.grantees].filter((role) => role !== "OFFICER" && role !== "SERVICE"),
          name,
        ).toEqual([]);
    }
    const ambassador = rightsOf("AMBASSADOR");
    expect(["Scientist.tier", "Scientist.needs", "Fact.verifiedBy", "export.scientists"].filter((name) => ambassador.may(name))).toEqual(
      [],
    );
    expect(["tiers", "sources"].filter((key) => ambassador.mayFilter(key))).toEqual([]);
    expect(ambassador.mayShowFact("tier")).toBe(false);
    expect(ambassador.mayShowFact("birthDate")).toBe(true);
    expect(rightsOf("OFFICER").mayShowFact("aPropertyWithoutALine")).toBe(false);
  });

  test("an input may be used exactly by those who may read all that it reveals", () => {
    for (const role of [...ROLES, null]) {
      const rights = rightsOf(role);
      expect(rights.mayFilter("tiers")).toBe(rights.may("Scientist.tier"));
      expect(rights.mayFilter("homeRegions")).toBe(rights.may("Scientist.birthPlace") && rights.may("Scientist.ancestralHome"));
      expect(rights.may("ScientistSortKey.BIRTH_DATE")).toBe(rights.may("Scientist.birthDate"));
    }
  });

  test("capabilities follow the table", () => {
    expect(Object.fromEntries(ROLES.map((role) => [role, capabilitiesOf(role)]))).toEqual({
      OFFICER: [
        "READ_SCIENTISTS",
        "READ_WORKING_DATA",
        "EXPORT_SCIENTISTS",
        "READ_CONTACTS",
        "WRITE_CONTACTS",
        "HANDLE_SUBJECT_REQUESTS",
        "REFER",
        "WORK_PIPELINE",
        "READ_PIPELINE_STATISTICS",
        "SAVE_ANALYSES",
        "FIND_INTRODUCTIONS",
        "ASK_INTRODUCTIONS",
        "ANSWER_INTRODUCTIONS",
        "MEASURE_NETWORKS",
        "KEEP_TEAMS",
      ],
      AMBASSADOR: ["READ_SCIENTISTS", "REFER", "ANSWER_INTRODUCTIONS"],
      ANALYST: [
        "READ_SCIENTISTS",
        "READ_WORKING_DATA",
        "EXPORT_SCIENTISTS",
        "READ_PIPELINE_STATISTICS",
        "SAVE_ANALYSES",
        "FIND_INTRODUCTIONS",
        "MEASURE_NETWORKS",
        "KEEP_TEAMS",
      ],
      EXPERT: ["READ_SCIENTISTS", "READ_WORKING_DATA"],
      SERVICE: ["READ_SCIENTISTS", "READ_WORKING_DATA", "READ_CONTACTS", "HANDLE_SUBJECT_REQUESTS"],
      SYSTEM_ADMIN: ["MANAGE_ACCOUNTS", "CONFIGURE_PIPELINE"],
      SECURITY_ADMIN: ["DECIDE_EXPORTS", "GRANT_ROLES"],
      AUDITOR: ["READ_AUDIT"],
    });
  });
});

test("a way outside GraphQL is refused with the names of what the role may not use", () => {
  const tiers = { filter: { tiers: ["TOP" as const], fields: ["x"], living: null } };
  expect(() => assertMaySelect(rightsOf("OFFICER"), "export.scientists", tiers)).not.toThrow();
  expect(() => assertMaySelect(rightsOf("AMBASSADOR"), "export.scientists", tiers)).toThrow(ForbiddenError);
  try {
    assertMaySelect(rightsOf("AMBASSADOR"), "export.scientists", tiers);
  } catch (error) {
    expect(error).toMatchObject({ code: "FORBIDDEN", refused: ["export.scientists", "ScientistFilter.tiers"] });
  }
});

test("the contract tells class and roles of each field, and the list of rights has every line", () => {
  const described = describeRights(buildSchema(CONTRACT));
  expect(described.getType("Scientist")?.toConfig()).toBeDefined();
  const type = described.getType("Scientist");
  const text = type !== undefined && "getFields" in type ? type.getFields().tier?.description : "";
  expect(text).toBe(
    "The tier that a stated public criterion gives; null when none does.\n\n内部 internal: OFFICER, ANALYST, EXPERT, SERVICE.",
  );
  expect(rightsList()).toHaveLength(RIGHTS.size);
  expect(rightsList()).toContainEqual({
    field: "ScientistFilter.tiers",
    fieldClass: "INTERNAL",
    roles: ["OFFICER", "ANALYST", "EXPERT", "SERVICE"],
  });
});
