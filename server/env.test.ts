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
  const env = readEnv({ NEO4J_URI: "neo4j://db:7687", NEO4J_USER: "u", NEO4J_PASSWORD: "p" });
  expect(env.external).toEqual({ uri: "neo4j://db:7687", user: "u", password: "p" });
  for (const value of [env, env.external, env.basemap]) expect(Object.isFrozen(value)).toBe(true);
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
  [{ NEO4J_URI: "bolt://db" }, ["NEO4J_USER", "NEO4J_PASSWORD"]],
  [{ NEO4J_PASSWORD: "p" }, ["NEO4J_URI"]],
  [{ NEO4J_DATABASE: "`x`" }, ["NEO4J_DATABASE"]],
  [{ BASEMAP: "world" }, ["BASEMAP"]],
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
