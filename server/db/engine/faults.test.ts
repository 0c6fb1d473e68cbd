import { expect, test } from "vitest";
import { pickReason } from "./failure-reason.ts";
import { StartFault, writeFault } from "./faults.ts";
import { downloadedBytes } from "./jars.ts";
import { parseJavaMajor } from "./java.ts";

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['java version "1.8.0_392"', 8],
  ['openjdk version "25" 2025-09-16', 25],
  ['openjdk version "21-ea" 2023-09-19', 21],
  ["command not found", undefined],
])("Java's version in %s is %s", (text, major) => {
  expect(parseJavaMajor(text)).toBe(major);
});

test.each([
  ["[INFO] Downloaded from central: https://repo/a.jar (6.7 MB at 48 MB/s)", 6_700_000],
  ["[INFO] Downloaded from mirror: https://repo/a.pom (512 B at 4.1 kB/s)", 512],
  ["[INFO] Downloading from central: https://repo/a.jar", 0],
  ["[INFO] BUILD SUCCESS", 0],
])("Maven's line %s counts %i bytes", (line, bytes) => {
  expect(downloadedBytes(line)).toBe(bytes);
});

test("the reason is the innermost cause, the JVM's own refusal, or the last line", () => {
  const stack = [
    "2026-11-22 04:00:00.000+0000 ERROR Failed to start Neo4j on localhost:7474.",
    "java.lang.RuntimeException: Error starting Neo4j",
    "\tat org.neo4j.Server.start(Server.java:1)",
    "Caused by: org.neo4j.LifecycleException: component failed",
    "Caused by: java.net.BindException: Address already in use",
    "\t... 12 more",
  ];
  expect(pickReason(stack)).toBe("Address already in use");
  expect(pickReason(["Error occurred during initialization of VM", "Could not reserve enough space for object heap"])).toMatch(
    /object heap/,
  );
  expect(pickReason(["2026-11-22 04:00:00.000+0000 ERROR The store is newer"])).toBe("The store is newer");
  expect(pickReason([])).toBeUndefined();
});

test.each([
  ["ENOSPC", "DISK_FULL"],
  ["ENOTDIR", "DATA_DIR_NOT_WRITABLE"],
  ["EROFS", "DATA_DIR_NOT_WRITABLE"],
])("a write failed by %s is told as %s", (code, expected) => {
  const fault = writeFault("/data", Object.assign(new Error("write"), { code }));
  expect(fault instanceof StartFault && fault.code).toBe(expected);
});

test("other errors are not dressed up as faults of the disk", () => {
  const error = new Error("a bug");
  expect(writeFault("/data", error)).toBe(error);
});
