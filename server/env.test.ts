import { expect, test } from "vitest";
import { readEnv, SettingsError } from "./env.ts";

function faultNames(source: Record<string, string>): string[] {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults.map((fault) => fault.name);
    throw error;
  }
  return [];
}

test("nothing set gives the documented defaults and the private engine", () => {
  expect(readEnv({})).toMatchObject({
    port: 4000,
    host: "127.0.0.1",
    dataDir: ".data",
    engineDir: ".engine",
    database: "neo4j",
    heap: "1g",
    pageCache: "512m",
    logLevel: "info",
    external: undefined,
    basemap: { kind: "land" },
  });
});

test("an empty variable is one that was not set", () => {
  expect(readEnv({ PORT: "", NEO4J_URI: " ", BASEMAP: "" })).toMatchObject({ port: 4000, external: undefined, basemap: { kind: "land" } });
});

test("settings cannot be changed after the start", () => {
  const env = readEnv({ NEO4J_URI: "neo4j+s://db:7687", NEO4J_USER: "u", NEO4J_PASSWORD: "p" });
  expect(env.external).toEqual({ uri: "neo4j+s://db:7687", user: "u", password: "p" });
  for (const value of [env, env.external, env.basemap]) expect(Object.isFrozen(value)).toBe(true);
});

test.each([
  ["bolt://127.0.0.1:7687", {}, []],
  ["neo4j://localhost", {}, []],
  ["bolt://[::1]:7687", {}, []],
  ["bolt+s://db.example:7687", {}, []],
  ["neo4j+ssc://10.0.0.5", {}, []],
  ["bolt://neo4j:7687", { NEO4J_PLAINTEXT: "allow" }, []],
  ["bolt://neo4j:7687", {}, ["NEO4J_URI"]],
  ["neo4j://10.0.0.5", { NEO4J_PLAINTEXT: "refuse" }, ["NEO4J_URI"]],
  ["bolt://localhost.example:7687", {}, ["NEO4J_URI"]],
  ["bolt://127.0.0.1:7687", { NEO4J_PLAINTEXT: "yes" }, ["NEO4J_PLAINTEXT"]],
])("S40 %s with %o: faults %o, because a password goes in the clear to no other machine unasked", (uri, given, names) => {
  expect(faultNames({ NEO4J_URI: uri, NEO4J_USER: "u", NEO4J_PASSWORD: "p", ...given })).toEqual(names);
});

test.each([
  [{ PORT: "70000" }, ["PORT"]],
  [{ PORT: "80.5" }, ["PORT"]],
  [{ HOST: "not a host" }, ["HOST"]],
  [{ LOG_LEVEL: "loud" }, ["LOG_LEVEL"]],
  [{ NEO4J_HEAP: "1 GB" }, ["NEO4J_HEAP"]],
  [{ NEO4J_PAGECACHE: "0m" }, ["NEO4J_PAGECACHE"]],
  [{ NEO4J_URI: "http://db:7474", NEO4J_USER: "u", NEO4J_PASSWORD: "p" }, ["NEO4J_URI"]],
  [{ NEO4J_URI: "bolt://u:p@db", NEO4J_USER: "u", NEO4J_PASSWORD: "p" }, ["NEO4J_URI"]],
  [{ NEO4J_URI: "bolt+s://db" }, ["NEO4J_USER", "NEO4J_PASSWORD"]],
  [{ NEO4J_PASSWORD: "p" }, ["NEO4J_URI"]],
  [{ NEO4J_DATABASE: "`x`" }, ["NEO4J_DATABASE"]],
  [{ BASEMAP: "world" }, ["BASEMAP"]],
  [{ SECRET_KEY: "changeme" }, ["SECRET_KEY"]],
  [{ TRIAL_DESK: "yes" }, ["TRIAL_DESK"]],
  [{ PUBLIC_URL: "talent.example/path" }, ["PUBLIC_URL"]],
  [{ TRUST_PROXY: "all" }, ["TRUST_PROXY"]],
  [{ SESSION_IDLE_MINUTES: "0" }, ["SESSION_IDLE_MINUTES"]],
  [{ SESSION_HOURS: "25" }, ["SESSION_HOURS"]],
  [{ SECOND_FACTOR_ROLES: "officer,chief" }, ["SECOND_FACTOR_ROLES"]],
  [{ PASSWORD_MIN_CLASSES: "5" }, ["PASSWORD_MIN_CLASSES"]],
  [{ PASSWORD_MAX_AGE_DAYS: "never" }, ["PASSWORD_MAX_AGE_DAYS"]],
  [{ OIDC_ISSUER: "http://sso.example", OIDC_CLIENT_ID: "x" }, ["OIDC_ISSUER"]],
  [{ OIDC_ISSUER: "https://sso.example" }, ["OIDC_CLIENT_ID"]],
  [{ OIDC_CLIENT_SECRET: "x" }, ["OIDC_ISSUER"]],
  [{ EXPORT_ROW_CAP: "0" }, ["EXPORT_ROW_CAP"]],
  [{ AUDIT_KEEP_DAYS: "179" }, ["AUDIT_KEEP_DAYS"]],
  [{ CONTACT_KEEP_DAYS: "0" }, ["CONTACT_KEEP_DAYS"]],
  [{ BASEMAP: "pmtiles", BASEMAP_URL: "a.pmtiles" }, ["BASEMAP_APPROVAL_NO"]],
  [{ BASEMAP: "tianditu", BASEMAP_APPROVAL_NO: "GS(2024)0650号" }, ["BASEMAP_KEY"]],
  [
    { BASEMAP: "standard", BASEMAP_APPROVAL_NO: "GS(2024)0650号", BASEMAP_URL: "m.jpg", BASEMAP_EXPIRES: "2026-02-30" },
    ["BASEMAP_EXPIRES"],
  ],
  [{ PORT: "x", LOG_LEVEL: "x", BASEMAP: "standard" }, ["PORT", "LOG_LEVEL", "BASEMAP_APPROVAL_NO", "BASEMAP_URL"]],
])("%o names %o, all at once", (source, names) => {
  expect(faultNames(source)).toEqual(names);
});

test("both languages, and never the value", () => {
  try {
    readEnv({ NEO4J_HEAP: "hunter2" });
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    expect(error.faults[0]?.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(error.faults[0]?.en).toMatch(/^must be/);
    expect(JSON.stringify(error.faults) + error.message).not.toContain("hunter2");
  }
});

test("the trial desk exists only where nobody but this machine can ask", () => {
  const trial = (source: Record<string, string>): boolean => readEnv(source).trialDesk;
  const here: Record<string, string>[] = [{}, { HOST: "localhost" }, { HOST: "127.0.0.2" }, { HOST: "::1" }];
  for (const source of here) expect(trial(source)).toBe(true);
  const elsewhere: Record<string, string>[] = [
    { TRIAL_DESK: "off" },
    { HOST: "0.0.0.0" },
    { HOST: "::" },
    { HOST: "10.0.0.5" },
    { HOST: "talent.example" },
    { HOST: "127.0.0.1.example" },
    { TRUST_PROXY: "loopback" },
    { PUBLIC_URL: "https://talent.example" },
  ];
  for (const source of elsewhere) expect(trial(source), JSON.stringify(source)).toBe(false);
});

test("rules of accounts have the documented defaults, and roles are named as in a shell", () => {
  expect(readEnv({})).toMatchObject({
    secretKey: undefined,
    trustProxy: "off",
    exportRowCap: 5000,
    auditKeepDays: 730,
    contactKeepDays: 730,
    accounts: { idleMinutes: 15, sessionHours: 8, secondFactorRoles: "all", passwordMinClasses: 1, passwordMaxAgeDays: null, oidc: null },
  });
  expect(readEnv({ SECOND_FACTOR_ROLES: "system-admin, auditor" }).accounts.secondFactorRoles).toEqual(["SYSTEM_ADMIN", "AUDITOR"]);
  expect(readEnv({ SECOND_FACTOR_ROLES: "none" }).accounts.secondFactorRoles).toEqual([]);
  expect(readEnv({ PUBLIC_URL: "https://talent.example/" }).publicUrl).toBe("https://talent.example");
});

test.each([
  [{ SMTP_URL: "smtp://mail.example", SMTP_FROM: "talent@mail.example", PUBLIC_URL: "https://talent.example" }, []],
  [{ SMTP_URL: "smtps://u:p@mail.example:465", SMTP_FROM: "人才地图 <talent@mail.example>", PUBLIC_URL: "https://talent.example" }, []],
  [{ SMTP_URL: "smtp://mail.example" }, ["SMTP_FROM", "PUBLIC_URL"]],
  [{ SMTP_FROM: "talent@mail.example", PUBLIC_URL: "https://talent.example" }, ["SMTP_URL"]],
  [{ SMTP_URL: "mail.example", SMTP_FROM: "talent@mail.example", PUBLIC_URL: "https://talent.example" }, ["SMTP_URL"]],
  [{ SMTP_URL: "smtp://mail.example", SMTP_FROM: "talent", PUBLIC_URL: "https://talent.example" }, ["SMTP_FROM"]],
])("mails with %o: faults %o", (given, names) => {
  expect(faultNames(given)).toEqual(names);
  expect(names.length > 0 || readEnv(given).mail !== null).toBe(true);
});

test("rules of networks replace the defaults one by one", () => {
  const { networkRules } = readEnv({});
  const replaced = readEnv({ NETWORK_RULES: '{"links":{"HOMETOWN":{"base":0.2}},"weakBelow":0.1}' }).networkRules;
  expect(replaced).toEqual({
    ...networkRules,
    weakBelow: 0.1,
    links: { ...networkRules.links, HOMETOWN: { ...networkRules.links.HOMETOWN, base: 0.2 } },
  });
});

test.each([
  ["{", "JSON"],
  ['{"links":{"HOMETOWN":{"base":2}}}', "links.HOMETOWN.base"],
  ['{"links":{"FRIEND":{"base":0.5}}}', "links.FRIEND"],
  ['{"perPerson":"0.5","nothing":1}', "perPerson, nothing"],
])("of wrong rules of networks the place is told, and no value: %s", (text, wrong) => {
  const read = () => readEnv({ NETWORK_RULES: text });
  expect(read).toThrow(SettingsError);
  expect(read).toThrow(new RegExp(`^NETWORK_RULES: .*; wrong: ${wrong}$`));
});
