import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Java } from "./java.ts";

/** How one run of the JVM uses the archive of loaded classes (JEP 350), which about halves the engine's start. */
export interface ClassArchive {
  /** To be given to the JVM. */
  readonly flags: readonly string[];
  /** To be called when the JVM has ended: keeps the archive that it wrote, if it did. */
  keep(): void;
}

function keyOf(engineDir: string, java: Java): string {
  const marker = join(engineDir, "complete.json");
  const jars = existsSync(marker) ? readFileSync(marker, "utf8") : "";
  return createHash("sha256").update(`${java.version}\n${jars}`).digest("hex").slice(0, 16);
}

/**
 * The archive of this Java and these jars. The first run writes it when it ends (some seconds, about 110 MB), under a name of its own, so
 * that a run that is killed leaves nothing that looks whole; later runs read it. A JVM that cannot use an archive starts without it.
 */
export function classArchive(engineDir: string, java: Java): ClassArchive {
  const archive = join(resolve(engineDir), `classes-${keyOf(engineDir, java)}.jsa`);
  if (existsSync(archive)) {
    return { flags: [`-XX:SharedArchiveFile=${archive}`], keep: () => undefined };
  }
  const written = `${archive}.${process.pid}`;
  return {
    flags: [`-XX:ArchiveClassesAtExit=${written}`],
    keep: () => {
      if (existsSync(written)) renameSync(written, archive);
    },
  };
}

/** Used where a run is too short-lived to be worth an archive. */
export const NO_CLASS_ARCHIVE: ClassArchive = { flags: [], keep: () => undefined };
