import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Below this many people a build leaves too little behind to be worth the pause. */
const SMALLEST = 100_000;

/**
 * Collects what a build or rebuild of so many people has left behind: a hundred megabytes of a million, which V8 would keep until it
 * needs room. Pauses the process for about a tenth of a second, at a moment when a build has just taken some seconds.
 */
export function releaseAfterBuild(people: number): void {
  if (people < SMALLEST) return;
  // The flag may be set late: contexts made afterwards have the function, so Node need not be started with it.
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
}
