import { inject } from "vitest";
import { z } from "zod";
import { dataOf, type GraphqlAnswer, readAnswer } from "./answer.ts";

/** Asks for an address of the running product, such as an export's, as a signed-in script does. */
export function fetchSigned(path: string): Promise<Response> {
  return fetch(`${inject("origin")}${path}`, { headers: { authorization: `Bearer ${inject("token")}` } });
}

/** Sends one operation to the running product. */
export async function graphql(
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer> {
  const answer = await fetch(`${inject("origin")}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${inject("token")}`, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return readAnswer(answer.status, await answer.text());
}

/** Sends one operation that is expected to be answered, and gives its data in the stated shape. */
export async function ask<Shape>(shape: z.ZodType<Shape>, ...operation: Parameters<typeof graphql>): Promise<Shape> {
  return dataOf(shape, await graphql(...operation));
}

/** Things with an id and a Chinese name, as many tests read them. */
export const NAMED = z.array(z.object({ id: z.string(), nameZh: z.string() }));

const total = z.object({ totalCount: z.number() });
const totals = z.record(z.string(), total);
const oneFacet = z.object({ scientists: z.object({ facets: z.tuple([z.object({ values: NAMED })]) }) });

/** No more than the aliases that an operation may have. */
const TOTALS_A_REQUEST = 20;

/** How many people one query lists under each of several filters, in their order. */
export async function totalsOf(filters: readonly Record<string, unknown>[], query: string | null = null): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < filters.length; at += TOTALS_A_REQUEST) {
    const batch = filters.slice(at, at + TOTALS_A_REQUEST);
    const names = batch.map((_filter, index) => `f${index}`);
    const declared = names.map((name) => `$${name}: ScientistFilter`).join(", ");
    const asked = names.map((name) => `${name}: scientists(query: $q, filter: $${name}, first: 0) { totalCount }`).join(" ");
    const counted = await ask(totals, `query ($q: String, ${declared}) { ${asked} }`, {
      q: query,
      ...Object.fromEntries(names.map((name, index) => [name, batch[index]])),
    });
    found.push(...names.map((name) => total.parse(counted[name]).totalCount));
  }
  return found;
}

/** How many people a query and filter list. */
export async function totalOf(filter: Record<string, unknown>, query: string | null = null): Promise<number> {
  const { scientists } = await ask(
    z.object({ scientists: total }),
    "query ($query: String, $filter: ScientistFilter) { scientists(query: $query, filter: $filter, first: 0) { totalCount } }",
    { query, filter },
  );
  return scientists.totalCount;
}

/** The most frequent values of a facet over everybody, largest first. */
export async function facetValues(key: string, first: number): Promise<z.infer<typeof NAMED>> {
  const { scientists } = await ask(
    oneFacet,
    "query ($key: String!, $first: Int) { scientists(first: 0) { facets(keys: [$key], first: $first) { values { id nameZh: label } } } }",
    { key, first },
  );
  return scientists.facets[0].values;
}

/** The id of a named thing among all of a list. */
export function idOf(list: readonly { id: string; nameZh: string }[], nameZh: string): string {
  const found = list.find((item) => item.nameZh === nameZh);
  if (found === undefined) {
    throw new Error(`There is no ${nameZh}.`);
  }
  return found.id;
}
