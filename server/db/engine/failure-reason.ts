import { readFileSync } from "node:fs";
import type { EnginePaths } from "./data-dir.ts";

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
  } catch {
    return [];
  }
}

const JVM_REFUSED = "Error occurred during initialization of VM";

/** The innermost cause in a Java log is the last "Caused by" of the last stack; else the last error line; else the last line. */
export function pickReason(lines: readonly string[]): string | undefined {
  const refused = lines.indexOf(JVM_REFUSED);
  if (refused !== -1) return lines[refused + 1];
  const cause = lines.findLast((line) => line.startsWith("Caused by: "));
  const error = lines.findLast((line) => /\bERROR\b|^Error|Exception: /.test(line));
  const line = cause ?? error ?? lines.at(-1);
  return line
    ?.replace(/^Caused by: /, "")
    .replace(/^\S+ \S+ ERROR\s+/, "")
    .replace(/^(?:[\w$]+\.)+[\w$]*(?:Exception|Error): /, "")
    .trim();
}

/** Why the engine's process ended, in one line, from the tail of its own logs. */
export function failureReason(paths: EnginePaths): string {
  const consoleLines = linesOf(paths.console);
  const logLines = linesOf(paths.log).slice(-200);
  const reason = pickReason(consoleLines.some((line) => /rror|xception/.test(line)) ? consoleLines : logLines) ?? pickReason(consoleLines);
  return (reason ?? "the process ended without a message").slice(0, 400);
}
