import type { TestProject } from "vitest/node";
import { type TestNeo4j, testNeo4j } from "./neo4j.ts";

declare module "vitest" {
  export interface ProvidedContext {
    neo4j: TestNeo4j;
  }
}

/** Vitest runs this once per project that names it; projects of one run share the engine, which the last one to end stops. */
let running: ReturnType<typeof testNeo4j> | undefined;
let users = 0;

/** Provides `neo4j` to the project's tests (`inject("neo4j")`) and answers the teardown. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  users += 1;
  running ??= testNeo4j();
  const { uri, user, password, stop } = await running;
  project.provide("neo4j", { uri, user, password });
  return async () => {
    users -= 1;
    if (users === 0) await stop();
  };
}
