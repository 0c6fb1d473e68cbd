import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { classArchive } from "./class-archive.ts";

const JAVA = { command: "java", version: 'openjdk version "17.0.15"' };
let engineDir = "";

beforeEach(() => {
  engineDir = mkdtempSync(join(tmpdir(), "class-archive-"));
});
afterEach(() => rmSync(engineDir, { recursive: true, force: true }));

/** Lets a JVM that got these flags "write" its archive. */
function end(flags: readonly string[]): void {
  const written = flags[0]?.replace("-XX:ArchiveClassesAtExit=", "") ?? "";
  writeFileSync(written, "archive");
}

test("the first run writes the archive, later runs read it", () => {
  const first = classArchive(engineDir, JAVA);
  expect(first.flags[0]).toMatch(/^-XX:ArchiveClassesAtExit=/);
  end(first.flags);
  first.keep();
  const [kept = ""] = readdirSync(engineDir);
  expect(classArchive(engineDir, JAVA).flags).toEqual([`-XX:SharedArchiveFile=${join(engineDir, kept)}`]);
});

test("a run that was killed leaves nothing that is taken for an archive", () => {
  end(classArchive(engineDir, JAVA).flags);
  expect(classArchive(engineDir, JAVA).flags[0]).toMatch(/^-XX:ArchiveClassesAtExit=/);
});

test("another Java or other jars have an archive of their own", () => {
  const first = classArchive(engineDir, JAVA);
  end(first.flags);
  first.keep();
  expect(classArchive(engineDir, { ...JAVA, version: 'openjdk version "21.0.1"' }).flags[0]).toMatch(/^-XX:ArchiveClassesAtExit=/);
  writeFileSync(join(engineDir, "complete.json"), "{}");
  expect(classArchive(engineDir, JAVA).flags[0]).toMatch(/^-XX:ArchiveClassesAtExit=/);
});
