import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listenAsNeo4j } from "./fake-bolt.ts";
import { commandFolder, type Ended, removeScratch, runStart, scratch } from "./product.ts";

let folder = "";

beforeEach(() => {
  folder = scratch();
});

afterEach(() => removeScratch(folder));

const which = (command: string): string => execFileSync("sh", ["-c", `command -v ${command}`], { encoding: "utf8" }).trim();

/** What every fault owes: exit code 1, one Chinese and one English sentence, then commands, and never a stack. */
function expectPlain(ended: Ended, zh: RegExp, en: RegExp, command: RegExp): void {
  const lines = ended.stderr.trimEnd().split("\n");
  expect(ended.stderr).toMatch(zh);
  expect(ended.stderr).toMatch(en);
  expect(lines.some((line) => line.startsWith("    ") && command.test(line))).toBe(true);
  expect(ended.stderr).not.toMatch(/^\s+at .*:\d+:\d+|node:internal|\.ts:\d+/m);
  expect(ended.code).toBe(1);
}

test("no Java", async () => {
  const PATH = commandFolder(folder, { mvn: which("mvn") });
  const ended = await runStart({ PATH, DATA_DIR: join(folder, "data") }).ended;
  expectPlain(ended, /未找到 Java/, /Java was not found/, /apt-get install openjdk/);
});

test("Java too old", async () => {
  const PATH = commandFolder(folder, { java: `echo 'openjdk version "1.8.0_392"' >&2` });
  const ended = await runStart({ PATH, DATA_DIR: join(folder, "data") }).ended;
  expectPlain(ended, /Java 版本过旧：当前为 8/, /this is version 8, the private database needs 17/, /openjdk-17/);
});

test("a JAVA_HOME without a JDK counts as no Java, whatever the PATH holds", async () => {
  const ended = await runStart({ JAVA_HOME: folder, DATA_DIR: join(folder, "data") }).ended;
  expectPlain(ended, /未找到 Java/, /Java was not found/, /openjdk/);
});

test("no Maven, when the jars are not there yet", async () => {
  const PATH = commandFolder(folder, { java: which("java") });
  const ended = await runStart({ PATH, DATA_DIR: join(folder, "data"), ENGINE_DIR: join(folder, "engine") }).ended;
  expectPlain(ended, /未找到 Maven/, /Maven was not found/, /apt-get install maven/);
});

test("no network on the first run leaves nothing that looks complete", async () => {
  // A home whose Maven settings send every request to a closed port, and an empty repository: the machine as it is without a network.
  mkdirSync(join(folder, ".m2"));
  const mirror = "<mirror><id>none</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:9/</url></mirror>";
  writeFileSync(join(folder, ".m2", "settings.xml"), `<settings><mirrors>${mirror}</mirrors></settings>`);
  const ENGINE_DIR = join(folder, "engine");
  const ended = await runStart({ MAVEN_OPTS: `-Duser.home=${folder}`, DATA_DIR: join(folder, "data"), ENGINE_DIR }).ended;
  expectPlain(ended, /无法通过 Maven 下载/, /Maven could not fetch the private database/, /settings\.xml/);
  expect(existsSync(join(ENGINE_DIR, "complete.json"))).toBe(false);
  expect(existsSync(join(ENGINE_DIR, "lock"))).toBe(false);
});

test("web port in use, told before anything is launched", async () => {
  const holder = createServer();
  await new Promise<void>((done) => holder.listen(0, "127.0.0.1", done));
  const address = holder.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const ended = await runStart({ PORT: String(port), DATA_DIR: join(folder, "data") }).ended;
  holder.close();
  expectPlain(ended, new RegExp(`端口 ${port} 已被`), new RegExp(`Port ${port} is already used`), /PORT=\d+ npm start/);
  expect(existsSync(join(folder, "data", "engine"))).toBe(false);
  expect(existsSync(join(folder, "data", "lock"))).toBe(false);
});

test("an address that is not this machine's", async () => {
  const ended = await runStart({ HOST: "192.0.2.1", DATA_DIR: join(folder, "data") }).ended;
  expectPlain(ended, /无法在地址 192\.0\.2\.1/, /cannot listen on address 192\.0\.2\.1/, /HOST=127\.0\.0\.1/);
});

test("a data directory that cannot be written to", async () => {
  // Below a regular file: refused to root as well, which file modes are not.
  writeFileSync(join(folder, "file"), "");
  const ended = await runStart({ DATA_DIR: join(folder, "file", "data") }).ended;
  expectPlain(ended, /不可写/, /cannot be written to/, /DATA_DIR=/);
});

test("bad settings are all told at once, and no value is repeated", async () => {
  const ended = await runStart({ PORT: "http", LOG_LEVEL: "loud", NEO4J_HEAP: "plenty", NEO4J_PASSWORD: "hunter2" }).ended;
  expectPlain(ended, /设置有误/, /Some settings cannot be used/, /PORT/);
  for (const name of ["PORT", "LOG_LEVEL", "NEO4J_HEAP", "NEO4J_URI"]) expect(ended.stderr).toContain(`    ${name}：`);
  expect(ended.stderr).not.toMatch(/hunter2|plenty|loud/);
});

test("a base map without its approval number", async () => {
  const ended = await runStart({ BASEMAP: "tianditu", BASEMAP_KEY: "k" }).ended;
  expectPlain(ended, /审图号/, /approval number/, /BASEMAP_APPROVAL_NO/);
});

test.each(["bolt://127.0.0.1:9", "neo4j://127.0.0.1:9"])(
  "a database that cannot be reached at %s; nothing is launched instead",
  async (uri) => {
    const DATA_DIR = join(folder, "data");
    const ended = await runStart({ NEO4J_URI: uri, NEO4J_USER: "neo4j", NEO4J_PASSWORD: "secret-word", DATA_DIR }).ended;
    expectPlain(ended, /无法连接数据库/, /database cannot be reached/, /cypher-shell/);
    expect(ended.stderr).toContain(uri);
    expect(ended.stderr).not.toContain("secret-word");
    expect(existsSync(DATA_DIR)).toBe(false);
  },
);

test.each(["Neo4j/4.4.40", "Neo4j/5.9.0"])("a server that calls itself %s is refused with the range that is supported", async (agent) => {
  const { server, port } = await listenAsNeo4j(agent);
  const ended = await runStart({ NEO4J_URI: `bolt://127.0.0.1:${port}`, NEO4J_USER: "neo4j", NEO4J_PASSWORD: "p" }).ended;
  server.close();
  expectPlain(ended, /Neo4j 5\.26/, /needs Neo4j 5\.26/, /docker compose up/);
  expect(ended.stderr).toContain(agent);
});
