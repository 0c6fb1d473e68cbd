import { readFileSync } from "node:fs";
import { buildSchema, getOperationAST, parse, print } from "graphql";
import { expect, test } from "vitest";
import { type Grantee, rightsOf } from "../features/rights/index.ts";
import { ROLES, WORKING_ROLES } from "../shared/roles.ts";
import { checkPolicy } from "./policy.ts";
import { STORED_OPERATIONS } from "./stored/generated.ts";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));

const VIEWS = { view: "WORKPLACE", from: "BIRTHPLACE", to: "WORKPLACE" };

/** Whether a role may send a stored operation as the page does: with working data only where the role has it. */
function maySend(role: Grantee, text: string): boolean {
  const rights = rightsOf(role);
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error(text);
  const working = rights.capabilities.includes("READ_WORKING_DATA");
  const values: Readonly<Record<string, unknown>> = {
    working,
    first: 20,
    keys: ["fields"],
    zoom: 3,
    level: "CITY",
    filter: {},
    query: "x",
    id: "x",
    ...VIEWS,
  };
  const variables = Object.fromEntries(
    (operation.variableDefinitions ?? []).map(({ variable, type }) => {
      const name = variable.name.value;
      return [name, values[name] ?? (print(type).startsWith("Boolean") ? true : undefined)];
    }),
  );
  try {
    checkPolicy(rights, { schema, document, operation, variables });
    return true;
  } catch {
    return false;
  }
}

const named = Object.values(STORED_OPERATIONS).map((text): [string, string] => [/^\w+ (\w+)/.exec(text)?.[1] ?? "", text]);
const ABOUT_PEOPLE = /^(?:Map|Search|Scientists|Selection|Fields)_/;

test("who works with people may send every operation of the pages of people, an ambassador without the working data", () => {
  const people = named.filter(([name, text]) => ABOUT_PEOPLE.test(name) && !/contacts|subjectRequests|exportRe|exportRow/.test(text));
  expect(people.length).toBeGreaterThan(15);
  for (const role of WORKING_ROLES) {
    expect([role, people.filter(([, text]) => !maySend(role, text)).map(([name]) => name)]).toEqual([role, []]);
  }
});

test("every operation of the pages can be sent by somebody, and none about people by administrators and auditor", () => {
  for (const [name, text] of named)
    expect(
      ROLES.some((role) => maySend(role, text)),
      name,
    ).toBe(true);
  for (const role of ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR", null] as const) {
    const people = named.filter(([name]) => ABOUT_PEOPLE.test(name));
    expect(people.filter(([, text]) => /scientist|talentMap|flows/.test(text) && maySend(role, text)).map(([name]) => name)).toEqual([]);
  }
});
