import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { releaseAfterBuild } from "./release-memory.ts";

/** Whether something that nobody holds any more is still there after a build of so many people. */
async function outlives(people: number): Promise<boolean> {
  const left = new WeakRef({ rows: new Uint32Array(1000) });
  // What a WeakRef was made of or asked for stays until the turn ends.
  await setImmediate();
  releaseAfterBuild(people);
  return left.deref() !== undefined;
}

it("collects what a large build left, and leaves a small one alone", async () => {
  expect(await outlives(1_000_000)).toBe(false);
  expect(await outlives(1_000)).toBe(true);
});
