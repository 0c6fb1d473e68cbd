import type { Locator, Page } from "playwright-core";
import { z } from "zod";
import { Pipeline_OpenDocument, type StoredOperation } from "../../web/gql/generated.ts";
import { ask } from "./http.ts";

/** A person of the map, as journeys of the pipeline name them. */
export interface Engaged {
  readonly id: string;
  readonly nameZh: string;
}

const named = z.object({
  scientists: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string(), nameZh: z.string() }) })) }),
});

/** Some academicians, each journey its own: nobody is engaged twice. */
export async function academicians(from: number, count: number): Promise<Engaged[]> {
  const { scientists } = await ask(
    named,
    `query ($first: Int!) { scientists(query: "院士", first: $first, sort: { by: NAME, direction: ASCENDING }) { edges { node { id nameZh } } } }`,
    { first: from + count },
  );
  return scientists.edges.slice(from).map(({ node }) => node);
}

/** Sends an operation of the pages as the page itself does, and gives its data in the stated shape. */
export async function send<Shape, Result, Variables>(
  page: Page,
  shape: z.ZodType<Shape>,
  operation: StoredOperation<Result, Variables>,
  variables: Variables,
): Promise<Shape> {
  const { hash, operationName } = operation;
  const answer = await page.evaluate(
    async (body) => {
      const response = await fetch("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json", "apollo-require-preflight": "true", "accept-language": "zh" },
        body,
      });
      return await response.text();
    },
    JSON.stringify({ operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }),
  );
  const read = z.object({ data: shape }).safeParse(JSON.parse(answer));
  if (!read.success) throw new Error(`${operationName} answered ${answer}`);
  return read.data.data;
}

const opened = z.object({
  openEngagement: z.object({ __typename: z.literal("EngagementSaved"), engagement: z.object({ id: z.string() }) }),
});

/** Opens an engagement with each of some people, as the viewer of the page. @returns their ids, in the same order */
export async function engage(page: Page, people: readonly Engaged[]): Promise<string[]> {
  const ids: string[] = [];
  for (const { id } of people) {
    const { openEngagement } = await send(page, opened, Pipeline_OpenDocument, { input: { scientistId: id, channel: "MARKET" } });
    ids.push(openEngagement.engagement.id);
  }
  return ids;
}

/** A column of the board, by the name of its stage. */
export function column(page: Page, stage: string): Locator {
  return page.getByRole("region", { name: stage, exact: true });
}

/** The card of a person, wherever it stands. */
export function card(page: Page, name: string): Locator {
  return page.locator(".pl-card").filter({ has: page.getByRole("link", { name, exact: true }) });
}

/** The number at the head of a column. */
export async function counted(page: Page, stage: string): Promise<number> {
  return Number(await column(page, stage).locator(".pl-column-count").innerText());
}
