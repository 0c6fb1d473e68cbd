import type { Driver } from "neo4j-driver";
import { z } from "zod";
import type { Role } from "../../../server/graphql/generated.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { dataOf } from "../../support/answer.ts";
import type { TestApp } from "../../support/build-app.ts";
import { issueToken } from "../../support/sign-in.ts";

/** Id of a sample scientist by key. */
export const idOf = (key: string): string => seedId("Scientist", key);

/** A view of some people, as the page sends it: each linked to the next. */
export function viewOfPeople(people: readonly string[], more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const pairs = people.slice(1).map((_id, at) => at);
  return {
    version: 1,
    start: { kind: "people", ids: people.slice(0, 1) },
    filters: { minWorks: 1, links: ["COAUTHOR"], hideWeak: false },
    people: [...people],
    x: people.map((_id, at) => at),
    y: people.map((_id, at) => 0.5 - at),
    pinned: [0],
    source: pairs,
    target: pairs.map((at) => at + 1),
    works: pairs.map((at) => at + 2),
    strength: pairs.map(() => 0.5),
    links: pairs.map(() => 1),
    firstYear: pairs.map(() => 2020),
    lastYear: pairs.map(() => 0),
    expanded: people.slice(0, 1),
    hidden: [],
    colourBy: "field",
    sizeBy: "degree",
    notes: "演示备注",
    dataDate: "2026-11-20T08:00:00.000Z",
    ...more,
  };
}

const analysis = z.object({
  id: z.string(),
  title: z.string(),
  owner: z.string(),
  own: z.boolean(),
  shared: z.string(),
  version: z.number(),
  people: z.number(),
  links: z.number(),
  dataDate: z.string(),
  changedAt: z.string(),
});
const PARTS = "id title owner own shared version people links dataDate changedAt";
const written = z.object({ __typename: z.string(), message: z.string().optional(), analysis: analysis.optional() });
const WRITTEN = `__typename ... on AnalysisSaved { analysis { ${PARTS} } } ... on AnalysisConflict { message analysis { ${PARTS} } }
  ... on InvalidInput { message } ... on NotAllowed { message }`;
const list = z.object({ analyses: z.array(analysis) });
const opened = z.object({
  analysis: z.object({ analysis, view: z.string(), missingPeople: z.number() }).nullable(),
});
/** What saving answers: an id and version, or a refusal. */
const saved = z.object({
  id: z.string().optional(),
  version: z.number().optional(),
  code: z.string().optional(),
  messageZh: z.string().optional(),
});

/** What a person of some role does with analyses, by the ways that the page goes. */
export class Desk {
  private readonly app: TestApp;
  private readonly authorization: { readonly authorization: string };

  private constructor(app: TestApp, token: string) {
    this.app = app;
    this.authorization = { authorization: `Bearer ${token}` };
  }

  /** A new person. */
  static async of(app: TestApp, driver: Driver, role: Role, clock: () => Date): Promise<Desk> {
    return new Desk(app, await issueToken(driver, role, clock));
  }

  /** Sends something to a way outside GraphQL. */
  async post(url: string, body: object) {
    const headers = { ...this.authorization, "content-type": "application/json" };
    const answer = await this.app.app.inject({ method: "POST", url, headers, payload: JSON.stringify(body) });
    return { status: answer.statusCode, body: answer.json<unknown>() };
  }

  async create(title: string, view: object, key: string = title) {
    const { status, body } = await this.post("/analyses", { key, title, view });
    return { status, ...saved.parse(body) };
  }

  async save(id: string, version: number, view: object) {
    const { status, body } = await this.post(`/analyses/${id}`, { version, view });
    return { status, ...saved.parse(body) };
  }

  gql(query: string, variables: Record<string, unknown> = {}) {
    return this.app.gql(query, variables, this.authorization);
  }

  async list() {
    return dataOf(list, await this.gql(`{ analyses { ${PARTS} } }`)).analyses;
  }

  async open(id: string) {
    const text = `query ($id: ID!) { analysis(id: $id) { analysis { ${PARTS} } view missingPeople } }`;
    return dataOf(opened, await this.gql(text, { id })).analysis;
  }

  async update(input: Record<string, unknown>) {
    const text = `mutation ($input: UpdateAnalysisInput!) { answer: updateAnalysis(input: $input) { ${WRITTEN} } }`;
    return dataOf(z.object({ answer: written }), await this.gql(text, { input })).answer;
  }

  async remove(id: string) {
    const text = `mutation ($id: ID!) { answer: deleteAnalysis(id: $id) { ${WRITTEN} } }`;
    return dataOf(z.object({ answer: written }), await this.gql(text, { id })).answer;
  }

  async restore(id: string) {
    const text = `mutation ($id: ID!) { answer: restoreAnalysis(id: $id) { ${WRITTEN} } }`;
    return dataOf(z.object({ answer: written }), await this.gql(text, { id })).answer;
  }
}
