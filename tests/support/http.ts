import { inject } from "vitest";

/** An answer of `/graphql`, as a client gets it. */
export interface HttpAnswer {
  readonly status: number;
  /** As parsed: its shape is what a test asserts. */
  readonly data: ReturnType<typeof JSON.parse>;
  readonly errors: readonly { message: string; extensions: { code: string; requestId?: string; messageEn?: string } }[] | undefined;
  readonly text: string;
}

/** Sends one operation to the running product. */
export async function graphql(
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<HttpAnswer> {
  const answer = await fetch(`${inject("origin")}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const text = await answer.text();
  const body = JSON.parse(text);
  return { status: answer.status, data: body.data, errors: body.errors, text };
}

const TOTALS_A_REQUEST = 40;

/** How many people one query lists under each of several filters, in their order. */
export async function totalsOf(filters: readonly Record<string, unknown>[], query: string | null = null): Promise<number[]> {
  const totals: number[] = [];
  for (let at = 0; at < filters.length; at += TOTALS_A_REQUEST) {
    const batch = filters.slice(at, at + TOTALS_A_REQUEST);
    const names = batch.map((_filter, index) => `f${index}`);
    const declared = names.map((name) => `$${name}: ScientistFilter`).join(", ");
    const asked = names.map((name) => `${name}: scientists(query: $q, filter: $${name}, first: 0) { totalCount }`).join(" ");
    const { data } = await graphql(`query ($q: String, ${declared}) { ${asked} }`, {
      q: query,
      ...Object.fromEntries(names.map((name, index) => [name, batch[index]])),
    });
    totals.push(...names.map((name) => data[name].totalCount));
  }
  return totals;
}

/** How many people a query and filter list. */
export async function totalOf(filter: Record<string, unknown>, query: string | null = null): Promise<number> {
  const answer = await graphql(
    "query ($query: String, $filter: ScientistFilter) { scientists(query: $query, filter: $filter, first: 0) { totalCount } }",
    {
      query,
      filter,
    },
  );
  return answer.data.scientists.totalCount;
}

/** The id of a named thing among all of a list. */
export function idOf(list: readonly { id: string; nameZh: string }[], nameZh: string): string {
  const found = list.find((item) => item.nameZh === nameZh);
  if (found === undefined) {
    throw new Error(`There is no ${nameZh}.`);
  }
  return found.id;
}
