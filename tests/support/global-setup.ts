import type { TestProject } from "vitest/node";
import { type TestNeo4j, testNeo4j } from "./neo4j.ts";

declare module "vitest" {
  export interface ProvidedContext {
    neo4j: TestNeo4j;
  }
}

interface SharedEngine {
  readonly engine: ReturnType<typeof testNeo4j>;
  users: number;
}

/** Each project loads this file anew, so what they share hangs on the process: one engine, which the last project to end stops. */
const KEY = Symbol.for("talent-map.test-neo4j");

function sharedEngine(): SharedEngine {
  const existing: SharedEngine | undefined = Reflect.get(globalThis, KEY);
  const shared = existing ?? { engine: testNeo4j(), users: 0 };
  Reflect.set(globalThis, KEY, shared);
  return shared;
}

/** Provides `neo4j` to the project's tests (`inject("neo4j")`) and answers the teardown. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = sharedEngine();
  shared.users += 1;
  const { uri, user, password, stop } = await shared.engine;
  project.provide("neo4j", { uri, user, password });
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    Reflect.deleteProperty(globalThis, KEY);
    await stop();
  };
}
