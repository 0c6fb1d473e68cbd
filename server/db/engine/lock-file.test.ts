import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { tryLock } from "./lock-file.ts";
import { commandLineOf, findByCommandLine, identify, isRunning } from "./process-identity.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("the second attempt hears who holds it; after release it can be had, and nothing is left lying about", () => {
  const path = join(folder, "lock");
  const first = tryLock(path);
  expect(first.lock).toBeDefined();
  expect(tryLock(path).holder?.pid).toBe(process.pid);
  first.lock?.release();
  first.lock?.release();
  expect(existsSync(path)).toBe(false);
  tryLock(path).lock?.release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["of a process that has ended", JSON.stringify({ pid: 2 ** 22 + 1, startedAt: "then" })],
  ["of an earlier process with a number in use now", JSON.stringify({ pid: process.pid, startedAt: "another boot" })],
  ["that was cut off", '{"pid":'],
])("a lock %s is taken over", (_, content) => {
  const path = join(folder, "lock");
  writeFileSync(path, content);
  expect(tryLock(path).lock).toBeDefined();
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(identify(process.pid));
  expect(readdirSync(folder)).toEqual(["lock"]);
});

test("a lock that another process took over meanwhile is not released by its former holder", () => {
  const path = join(folder, "lock");
  const { lock } = tryLock(path);
  writeFileSync(path, JSON.stringify({ pid: 1, startedAt: "x" }));
  lock?.release();
  expect(existsSync(path)).toBe(true);
});

test("a process is known by number, start and command line, and no longer once it has ended", async () => {
  const mark = `mark-${process.pid}-${Date.now()}`;
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", mark], { stdio: "ignore" });
  await expect.poll(() => findByCommandLine([mark]).map((found) => found.pid)).toEqual([child.pid]);
  const identity = identify(child.pid ?? 0);
  if (identity === undefined) throw new Error("not found");
  expect(isRunning(identity)).toBe(true);
  expect(isRunning({ ...identity, startedAt: "another time" })).toBe(false);
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await gone;
  expect(isRunning(identity)).toBe(false);
  expect(commandLineOf(identity.pid)).toBe("");
});
