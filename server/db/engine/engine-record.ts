import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import type { EnginePaths } from "./data-dir.ts";
import { commandLineOf, findByCommandLine, isRunning, type ProcessIdentity } from "./process-identity.ts";

/** Written before the engine is spawned (without a process) and again after, so that no moment of a crash leaves it unknown. */
const engineRecord = z.object({
  token: z.string().min(16),
  process: z.object({ pid: z.number().int().positive(), startedAt: z.string() }).optional(),
});

/** What is remembered of a spawned engine. */
export type EngineRecord = z.infer<typeof engineRecord>;

/** The JVM argument that marks one spawned engine as ours. */
export function tokenArgument(token: string): string {
  return `-Dtalentmap.engine.token=${token}`;
}

/** Stores the record, whole or not at all. */
export function writeRecord(paths: EnginePaths, record: EngineRecord): void {
  writeFileSync(`${paths.record}.new`, JSON.stringify(record), { mode: 0o600 });
  renameSync(`${paths.record}.new`, paths.record);
}

/** Forgets the engine, once it has ended. */
export function removeRecord(paths: EnginePaths): void {
  rmSync(paths.record, { force: true });
}

function readRecord(paths: EnginePaths): EngineRecord | undefined {
  try {
    return engineRecord.parse(JSON.parse(readFileSync(paths.record, "utf8")));
  } catch {
    return undefined;
  }
}

/**
 * The engine that an earlier, killed start left behind on this data directory, if it still runs. Ours means all of: the recorded pid,
 * its start time, and a command line with both this home directory and the recorded random token.
 */
export function findOrphan(paths: EnginePaths): ProcessIdentity | undefined {
  const record = readRecord(paths);
  if (record === undefined) return undefined;
  const marks = [tokenArgument(record.token), `--home-dir=${paths.home}`];
  if (record.process === undefined) return findByCommandLine(marks)[0];
  const commandLine = commandLineOf(record.process.pid);
  return isRunning(record.process) && marks.every((mark) => commandLine.includes(mark)) ? record.process : undefined;
}

async function ended(identity: ProcessIdentity, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await delay(50);
  }
  return true;
}

function signal(identity: ProcessIdentity, name: "SIGTERM" | "SIGKILL"): void {
  try {
    if (isRunning(identity)) process.kill(identity.pid, name);
  } catch {
    // It ended between the look and the signal, which is what was wanted.
  }
}

/** Asks exactly this process to end, lets it close its store, and kills it after `graceMs`. Resolves when it is gone. */
export async function endProcess(identity: ProcessIdentity, graceMs: number): Promise<void> {
  signal(identity, "SIGTERM");
  if (await ended(identity, graceMs)) return;
  signal(identity, "SIGKILL");
  await ended(identity, 10_000);
}
