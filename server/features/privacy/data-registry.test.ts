import { readFileSync } from "node:fs";
import { buildSchema, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { dataRegistry } from "./data-registry.ts";

const schema = buildSchema(readFileSync(new URL("../../../schema.graphql", import.meta.url), "utf8"));

function fieldsOf(type: string): string[] {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.keys(found.getFields()).map((field) => `${type}.${field}`) : [];
}

test("S22 every field of a person has a purpose, a basis, a class and a time", () => {
  const registered = dataRegistry(730).map((line) => line.field);
  expect(fieldsOf("Scientist").filter((field) => field !== "Scientist.id" && !registered.includes(field))).toEqual([]);
  expect(new Set(registered).size).toBe(registered.length);
});

test("what is registered exists in the contract", () => {
  const contract = new Set(Object.keys(schema.getTypeMap()).flatMap(fieldsOf));
  expect(dataRegistry(730).filter((line) => !contract.has(line.field))).toEqual([]);
});

test("contact data ends when the setting says", () => {
  expect(
    dataRegistry(90)
      .filter((line) => line.retentionDays === 90)
      .map((line) => [line.field, line.fieldClass]),
  ).toEqual([["Scientist.contacts", "CONTACT"]]);
});
