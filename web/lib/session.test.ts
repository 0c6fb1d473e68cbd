import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isEnumType } from "graphql";
import { expect, it } from "vitest";
import { safeNext, signInHref } from "./session.ts";
import { CAPABILITIES } from "./session-client.ts";

it("knows exactly the capabilities of the contract", () => {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, "../../schema.graphql"), "utf8"));
  const type = schema.getType("Capability");
  const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  expect([...CAPABILITIES].sort()).toEqual(values.sort());
});

it.each([
  ["/scientists?q=量子", "/scientists?q=量子"],
  ["/", "/"],
  [null, "/"],
  ["//evil.example/x", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["/sign-in?next=/map", "/"],
])("leads back from %s to %s only", (next, safe) => expect(safeNext(next)).toBe(safe));

it("carries the page to come back to, and nothing when that is the first page", () => {
  expect(signInHref("/map?view=birth")).toBe("/sign-in?next=%2Fmap%3Fview%3Dbirth");
  expect(signInHref("/")).toBe("/sign-in");
});
