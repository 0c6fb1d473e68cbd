import { defineConfig } from "vitest/config";

/** Vite would take the ES modules of graphql while packages take its CommonJS, and the two do not know each other's types. Node takes one. */
const oneGraphql = { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: oneGraphql,
        test: {
          name: "unit",
          include: ["server/**/*.test.ts", "seeds/**/*.test.ts", "web/**/*.test.{ts,tsx}"],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve: oneGraphql,
        test: {
          name: "api",
          include: ["tests/api/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          fileParallelism: false,
          // One after the other in one process: to load the server anew for each of them took longer than most of them take.
          isolate: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
      {
        resolve: oneGraphql,
        test: {
          name: "start",
          include: ["tests/start/**/*.test.ts"],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        resolve: oneGraphql,
        test: {
          name: "e2e",
          include: ["tests/contract/**/*.test.ts", "tests/e2e/**/*.test.ts"],
          globalSetup: ["tests/support/e2e-setup.ts"],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
