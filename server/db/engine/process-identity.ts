import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

/** A process named so that a later process with the same number is not taken for it. */
export const processIdentity = z.object({ pid: z.number().int().positive(), startedAt: z.string().min(1) });

/** See {@link processIdentity}. */
export type ProcessIdentity = z.infer<typeof processIdentity>;

const ON_LINUX = process.platform === "linux";

function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function ps(columns: string, pid: number): string | undefined {
  try {
    const text = execFileSync("ps", ["-o", columns, "-p", String(pid)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return text.trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * When a running process started, as an opaque string: equal strings for one pid mean the same process, also across a reboot.
 * Undefined when there is no such process (a zombie counts as none: it holds nothing any more).
 */
export function startTimeOf(pid: number): string | undefined {
  if (!ON_LINUX) return ps("lstart=", pid);
  const stat = readOrUndefined(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // proc(5): the command name is in brackets and may hold spaces, so fields are counted after the last bracket: state is 3, starttime 22.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const ticks = fields[19];
  if (fields[0] === "Z" || fields[0] === "X" || ticks === undefined) return undefined;
  return `${(readOrUndefined("/proc/sys/kernel/random/boot_id") ?? "").trim()}:${ticks}`;
}

/** The identity of a running process, or undefined when it has ended. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = startTimeOf(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** True while exactly this process (not a later one with its number) runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return startTimeOf(identity.pid) === identity.startedAt;
}

/** The command line of a running process with its arguments joined by spaces; "" when it has ended. */
export function commandLineOf(pid: number): string {
  if (!ON_LINUX) return ps("command=", pid) ?? "";
  return (readOrUndefined(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " ");
}

function allPids(): number[] {
  if (ON_LINUX)
    return readdirSync("/proc")
      .map(Number)
      .filter((pid) => Number.isInteger(pid) && pid > 0);
  return execFileSync("ps", ["-axo", "pid="], { encoding: "utf8" })
    .split("\n")
    .map(Number)
    .filter((pid) => pid > 0);
}

/** The processes whose command line holds every one of these strings. */
export function findByCommandLine(parts: readonly string[]): ProcessIdentity[] {
  return allPids().flatMap((pid) => {
    const commandLine = commandLineOf(pid);
    const identity = parts.every((part) => commandLine.includes(part)) ? identify(pid) : undefined;
    return identity === undefined ? [] : [identity];
  });
}
