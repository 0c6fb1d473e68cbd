import { readFileSync } from "node:fs";
import { buildSchema, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seed } from "../../../server/db/seed/index.ts";
import { RIGHTS, rightsOf } from "../../../server/features/rights/index.ts";
import type { Role } from "../../../server/graphql/generated.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { ROLES } from "../../../server/shared/roles.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { operationFor, type Step, waysToTypes } from "./paths.ts";
import { rightsSeeds } from "./people.ts";
import { type SpiedApp, startSpiedApp } from "./spied-app.ts";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
const known = { ids: { id: seedId("Scientist", "full"), scientistId: seedId("Scientist", "full") } };
const driver = await emptyDatabase();
let app: SpiedApp;

beforeAll(async () => {
  await seed(driver, DATABASE, silent, rightsSeeds());
  app = await startSpiedApp();
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const FIELDS: Step[] = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !type.name.startsWith("__") ? Object.keys(type.getFields()).map((field) => ({ type: type.name, field })) : [],
);
const anyWay = waysToTypes(schema, () => true);

/** How many pairs were asked of the real server, for the record. */
const asked = { allowed: 0, refused: 0 };

interface Outcome {
  readonly status: number;
  readonly codes: readonly string[];
  readonly sentence: string;
  readonly ranCypher: number;
}

async function ask(role: Role, query: string, variables: object = {}): Promise<Outcome> {
  const { answer, data } = await app.post(role, { query, variables });
  const codes = (answer.errors ?? []).map((error) => error.extensions.code);
  return { status: answer.status, codes, sentence: answer.errors?.[0]?.extensions.messageEn ?? "", ranCypher: data.length };
}

/** Fewer than one principal may have under way. */
const AT_ONCE = 12;
/** Some four thousand questions, each with its own answer. */
const TIMEOUT_MS = 300_000;

/** Asks for each of a list, some at a time, and keeps what was not as expected. */
async function wrongOf<T>(all: readonly T[], check: (one: T) => Promise<unknown>): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    wrong.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(check))).filter((one) => one !== null));
  return wrong.slice(0, 12);
}

const ANSWERED = { status: 200, codes: [] };
const REFUSED = { status: 403, codes: ["FORBIDDEN"], ranCypher: 0 };

describe.each(ROLES)("%s", (role) => {
  const rights = rightsOf(role);
  const allowedWay = waysToTypes(schema, (name) => rights.may(name));

  test(
    "every Type.field is answered or refused as the table says",
    async () => {
      const wrong = await wrongOf(FIELDS, async (step) => {
        const name = `${step.type}.${step.field}`;
        const way = allowedWay.get(step.type);
        const operation = operationFor(schema, [...(way ?? anyWay.get(step.type) ?? []), step], known);
        const outcome = await ask(role, operation);
        asked[rights.may(name) ? "allowed" : "refused"] += 1;
        // Where the way there is allowed, the refusal names this field and no other.
        const named = outcome.sentence.includes(way === undefined ? "may not use" : `may not use ${name}.`);
        const right = rights.may(name) ? isLike(outcome, ANSWERED) : isLike(outcome, REFUSED) && named;
        return right ? null : { name, operation, outcome };
      });
      expect(wrong).toEqual([]);
    },
    TIMEOUT_MS,
  );

  test("every field that is allowed can be come to by fields that are allowed", () => {
    const unreachable = FIELDS.filter(({ type, field }) => rights.may(`${type}.${field}`) && !allowedWay.has(type));
    expect(unreachable).toEqual([]);
  });

  /** Everything that can be chosen by: keys of the filter, of facets, orders and views, each in a literal and in a variable. */
  test(
    "every filter, facet, order and view is answered or refused as the table says",
    async () => {
      const wrong = await wrongOf(choices(), async ({ name, operation, variables }) => {
        const outcome = await ask(role, operation, variables);
        const allowed = rights.may(name) && rights.may("Query.scientists");
        asked[allowed ? "allowed" : "refused"] += 1;
        return isLike(outcome, allowed ? ANSWERED : REFUSED) ? null : { name, operation, variables, outcome };
      });
      expect(wrong).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

function isLike(outcome: Outcome, expected: Partial<Outcome>): boolean {
  return Object.entries(expected).every(([key, value]) => JSON.stringify(Reflect.get(outcome, key)) === JSON.stringify(value));
}

const FILTER_VALUES: Readonly<Record<string, unknown>> = {
  tiers: ["YOUNG"],
  living: true,
  birthYears: { from: 1900, to: 2000 },
  bounds: { west: 0, south: 0, east: 10, north: 10 },
  lasso: [
    { longitude: 0, latitude: 0 },
    { longitude: 1, latitude: 0 },
    { longitude: 1, latitude: 1 },
  ],
  boundsView: "WORKPLACE",
  unlocatedIn: "WORKPLACE",
};

interface Choice {
  readonly name: string;
  readonly operation: string;
  readonly variables: object;
}

function namesOf(prefix: string): string[] {
  return [...RIGHTS.keys()].filter((name) => name.startsWith(`${prefix}.`)).map((name) => name.slice(prefix.length + 1));
}

/** `{"tiers":["YOUNG"]}` as GraphQL writes it. */
function asLiteral(value: unknown): string {
  return JSON.stringify(value)
    .replace(/"(\w+)":/g, "$1:")
    .replace(/"(YOUNG|WORKPLACE)"/g, "$1");
}

function choices(): Choice[] {
  const found: Choice[] = [];
  for (const key of namesOf("ScientistFilter")) {
    const filter = { [key]: FILTER_VALUES[key] ?? ["x"] };
    const name = `ScientistFilter.${key}`;
    const ways = [
      (given: string) => `scientists(filter: ${given}, first: 0) { totalCount }`,
      (given: string) => `talentMap(view: WORKPLACE, zoom: 2, filter: ${given}) { total }`,
      (given: string) => `flows(from: WORKPLACE, to: BIRTHPLACE, level: COUNTRY, filter: ${given}) { count }`,
    ];
    for (const way of ways) {
      found.push({ name, operation: `{ ${way(asLiteral(filter))} }`, variables: {} });
      found.push({ name, operation: `query ($f: ScientistFilter) { ${way("$f")} }`, variables: { f: filter } });
    }
    if (Array.isArray(filter[key]) && key !== "lasso") {
      found.push({ name, operation: `{ scientists(first: 0) { facets(keys: ["${key}"]) { key } } }`, variables: {} });
      const operation = "query ($k: [String!]) { scientists(first: 0) { facets(keys: $k) { key values { count } } } }";
      found.push({ name, operation, variables: { k: [key] } });
    }
  }
  for (const key of namesOf("ScientistSortKey")) {
    const name = `ScientistSortKey.${key}`;
    found.push({ name, operation: `{ scientists(sort: {by: ${key}}) { totalCount } }`, variables: {} });
    found.push({ name, operation: "query ($s: ScientistSort) { scientists(sort: $s) { totalCount } }", variables: { s: { by: key } } });
  }
  for (const view of namesOf("MapView")) {
    const name = `MapView.${view}`;
    found.push({ name, operation: `{ talentMap(view: ${view}, zoom: 1) { total } }`, variables: {} });
    const operation = "query ($v: MapView!) { flows(from: $v, to: $v, level: CITY) { count } }";
    found.push({ name, operation, variables: { v: view } });
  }
  return found;
}

test("a principal without a role is refused all but itself", () => {
  const none = rightsOf(null);
  const allowed = FIELDS.filter(({ type, field }) => none.may(`${type}.${field}`)).map(({ type }) => type);
  expect([...new Set(allowed)].sort()).toEqual(["InvalidInput", "Mutation", "NotAllowed", "Query", "Revoked", "Session", "Viewer"]);
});

test("the matrix is as large as contract and roles make it", () => {
  expect(asked.allowed + asked.refused).toBe(ROLES.length * (FIELDS.length + choices().length));
  expect(asked.refused).toBeGreaterThan(1_000);
  process.stderr.write(
    `matrix: ${FIELDS.length} fields and ${choices().length} choices × ${ROLES.length} roles; ${asked.allowed} allowed, ${asked.refused} refused\n`,
  );
});
