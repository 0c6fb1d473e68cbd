import type { Driver } from "neo4j-driver";
import { z } from "zod";
import type { ScientistRow } from "../../../seeds/rows.ts";
import { seed } from "../../../server/db/seed/index.ts";
import type { Role } from "../../../server/graphql/generated.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { SAMPLE_REFERENCE, sampleScientist } from "../scientists/sample-rows.ts";

const provenance = { source: "academy", confidence: 0.9 };

/** A made-up person who works at an institution of the sample: `ror:1` on the mainland, `ror:2` abroad; nowhere known without one. */
export function worker(key: string, nameZh: string, institution?: string, more: Partial<ScientistRow> = {}): ScientistRow {
  const worksAt = institution === undefined ? [] : [{ institution, stated: institution, from: "2020", provenance }];
  return sampleScientist(key, { nameZh: [{ value: nameZh, provenance, inUse: true }], worksAt, ...more });
}

/** Our id of a sample person. */
export function personId(key: string): string {
  return seedId("Scientist", key);
}

/** Somebody who works with the product. */
export interface Colleague {
  readonly bearer: string;
  ask<Shape>(shape: z.ZodType<Shape>, query: string, variables?: Record<string, unknown>): Promise<Shape>;
}

/** An office on an emptied database with a clock of its own. */
export interface DeskOffice {
  readonly driver: Driver;
  readonly app: TestApp;
  readonly officer: Colleague;
  readonly clock: () => Date;
  hire(role: Role): Promise<Colleague>;
  /** Sets the clock, which then goes on by a millisecond at each look. */
  at(time: string): void;
  close(): Promise<void>;
}

/** Opens an office with some people of the map on the test database. */
export async function openDesk(scientists: readonly ScientistRow[], variables: Readonly<Record<string, string>> = {}): Promise<DeskOffice> {
  let now = Date.parse("2026-03-02T02:00:00Z");
  const clock = (): Date => {
    now += 1;
    return new Date(now);
  };
  const driver = await emptyDatabase();
  await seed(driver, DATABASE, silent, { ...SAMPLE_REFERENCE, scientists });
  const app = await startTestApp(clock, { variables });
  const colleague = (bearer: string): Colleague => ({
    bearer,
    ask: (shape, query, given = {}) => app.ask(shape, query, given, { authorization: `Bearer ${bearer}` }),
  });
  return {
    driver,
    app,
    clock,
    officer: colleague(app.token),
    hire: async (role) => colleague(await issueToken(driver, role, clock)),
    at: (time) => {
      now = Date.parse(time);
    },
    close: async () => {
      await app.close();
      await driver.close();
    },
  };
}

const ENGAGEMENT = `id version stage { id } status channel desk { id } owner { id name } openedOn stageSince daysInStage idleDays ageing
  nextStep { text dueOn } lastContact { id } candidate { id name } programme { id } others { id } checkState { state reason }
  allowedMoves { stage { id } status reasonRequired } demo`;

const idOnly = z.object({ id: z.string() });
const engagement = z.object({
  id: z.string(),
  version: z.number(),
  stage: idOnly,
  status: z.string(),
  channel: z.string(),
  desk: idOnly,
  owner: idOnly.extend({ name: z.string() }),
  openedOn: z.string(),
  stageSince: z.string(),
  daysInStage: z.number(),
  idleDays: z.number().nullable(),
  ageing: z.string(),
  nextStep: z.object({ text: z.string(), dueOn: z.string() }).nullable(),
  lastContact: idOnly.nullable(),
  candidate: idOnly.extend({ name: z.string() }),
  programme: idOnly.nullable(),
  others: z.array(idOnly),
  checkState: z.object({ state: z.string(), reason: z.string().nullable() }),
  allowedMoves: z.array(z.object({ stage: idOnly.nullable(), status: z.string(), reasonRequired: z.boolean() })),
  demo: z.boolean(),
});

/** An engagement as tests read it. */
export type Seen = z.infer<typeof engagement>;

const answer = z.object({
  __typename: z.string(),
  field: z.string().optional(),
  message: z.string().optional(),
  state: z.string().optional(),
  engagement: engagement.optional(),
  move: z.object({ id: z.string(), takesBack: z.string().nullable() }).optional(),
  contact: z.object({ id: z.string(), on: z.string(), promises: z.array(idOnly) }).optional(),
  latest: idOnly.optional(),
});

/** An answer of the pipeline, whatever it is. */
export type Answer = z.infer<typeof answer>;

const REFUSED = "... on InvalidInput { field message } ... on NotAllowed { message }";
const SAVED = `__typename ... on EngagementSaved { engagement { ${ENGAGEMENT} } } ... on EngagementConflict { message engagement { ${ENGAGEMENT} } }
  ... on AlreadyEngaged { message engagement { ${ENGAGEMENT} } } ${REFUSED}`;
const MOVED = `__typename ... on EngagementMoved { engagement { ${ENGAGEMENT} } move { id takesBack } }
  ... on EngagementConflict { message engagement { ${ENGAGEMENT} } } ${REFUSED}`;
const LOGGED = `__typename ... on ContactLogged { contact { id on promises { id } } engagement { ${ENGAGEMENT} } }
  ... on ContactUnseen { message latest { id } } ... on CheckRequired { message state } ${REFUSED}`;

async function mutate(by: Colleague, field: string, type: string, input: unknown, answered: string): Promise<Answer> {
  const text = `mutation ($input: ${type}) { done: ${field}(${field === "moveEngagements" ? "inputs" : "input"}: $input) { ${answered} } }`;
  return (await by.ask(z.object({ done: answer }), text, { input })).done;
}

/** Opens an engagement; the channel is usual unless given. */
export function open(by: Colleague, input: Record<string, unknown>): Promise<Answer> {
  return mutate(by, "openEngagement", "OpenEngagementInput!", { channel: "MARKET", ...input }, SAVED);
}

/** Opens an engagement of a sample person that is expected to be opened. */
export async function opened(by: Colleague, key: string, more: Record<string, unknown> = {}): Promise<Seen> {
  return engagementOf(await open(by, { scientistId: personId(key), ...more }));
}

/** The engagement of an answer. Throws when there is none in it. */
export function engagementOf(answered: Answer): Seen {
  if (answered.engagement === undefined) throw new Error(`No engagement: ${JSON.stringify(answered)}`);
  return answered.engagement;
}

export const update = (by: Colleague, input: Record<string, unknown>): Promise<Answer> =>
  mutate(by, "updateEngagement", "UpdateEngagementInput!", input, SAVED);
export const setStep = (by: Colleague, input: Record<string, unknown>): Promise<Answer> =>
  mutate(by, "setNextStep", "SetNextStepInput!", input, SAVED);
export const check = (by: Colleague, input: Record<string, unknown>): Promise<Answer> =>
  mutate(
    by,
    "recordOpenEngagementCheck",
    "OpenEngagementCheckInput!",
    { informedOfDisclosure: true, commitment: "PART_TIME", dualPost: true, restrictedField: false, ...input },
    SAVED,
  );
export const move = (by: Colleague, input: Record<string, unknown>): Promise<Answer> =>
  mutate(by, "moveEngagement", "MoveEngagementInput!", input, MOVED);

let keys = 0;
/** Logs a contact; what is not given is usual. */
export function log(by: Colleague, input: Record<string, unknown>): Promise<Answer> {
  keys += 1;
  return mutate(
    by,
    "logContact",
    "LogContactInput!",
    { kind: "CALL", summary: "通了电话", idempotencyKey: `contact-${keys}`, ...input },
    LOGGED,
  );
}

/** Several moves at once. */
export async function moves(by: Colleague, inputs: readonly Record<string, unknown>[]): Promise<Answer[]> {
  const text = `mutation ($inputs: [MoveEngagementInput!]!) { done: moveEngagements(inputs: $inputs) { ${MOVED} } }`;
  return (await by.ask(z.object({ done: z.array(answer) }), text, { inputs })).done;
}

/** Takes moves back. */
export async function undo(by: Colleague, moveIds: readonly string[]): Promise<Answer[]> {
  const text = `mutation ($moveIds: [ID!]!) { done: undoMoves(moveIds: $moveIds) { ${MOVED} } }`;
  return (await by.ask(z.object({ done: z.array(answer) }), text, { moveIds })).done;
}

/** Marks a promise as kept. */
export async function keep(by: Colleague, id: string, keptOn: string | null = null): Promise<Answer> {
  const text = `mutation ($id: ID!, $keptOn: String) { done: keepPromise(id: $id, keptOn: $keptOn) { ${SAVED} } }`;
  return (await by.ask(z.object({ done: answer }), text, { id, keptOn })).done;
}

/** Decides for the legal desk. */
export async function decide(by: Colleague, checkId: string, cleared: boolean, note = "已核对出口管制清单"): Promise<Answer> {
  const text = `mutation ($checkId: ID!, $cleared: Boolean!, $note: String!) {
    done: decideLegalReview(checkId: $checkId, cleared: $cleared, note: $note) { ${SAVED} } }`;
  return (await by.ask(z.object({ done: answer }), text, { checkId, cleared, note })).done;
}

/** One engagement, or null. */
export async function look(by: Colleague, id: string): Promise<Seen | null> {
  const text = `query ($id: ID!) { found: engagement(id: $id) { ${ENGAGEMENT} } }`;
  return (await by.ask(z.object({ found: engagement.nullable() }), text, { id })).found;
}

const listed = z.object({
  engagements: z.object({
    totalCount: z.number(),
    edges: z.array(z.object({ cursor: z.string(), node: idOnly.extend({ candidate: z.object({ name: z.string() }) }) })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    byStage: z.array(z.object({ stage: idOnly, count: z.number() })),
  }),
});

/** A list, paged through to its end. */
export async function list(by: Colleague, filter: Record<string, unknown> = {}, sort: Record<string, unknown> | null = null, first = 200) {
  const text = `query ($filter: EngagementFilter, $sort: EngagementSort, $first: Int, $after: String) {
    engagements(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount edges { cursor node { id candidate { name } } } pageInfo { hasNextPage endCursor } byStage { stage { id } count } } }`;
  const ids: string[] = [];
  const names: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { engagements: page }: z.infer<typeof listed> = await by.ask(listed, text, { filter, sort, first, after });
    ids.push(...page.edges.map((edge) => edge.node.id));
    names.push(...page.edges.map((edge) => edge.node.candidate.name));
    after = page.pageInfo.endCursor;
    const byStage: Record<string, number> = Object.fromEntries(page.byStage.map(({ stage, count }) => [stage.id, count]));
    if (!page.pageInfo.hasNextPage) return { ids, names, totalCount: page.totalCount, byStage };
  }
}

/** Has a person of the map object to being contacted, by the office's own procedure. */
export async function object(by: Colleague, key: string): Promise<void> {
  const input = { kind: "OBJECTION", scientistId: personId(key), requester: "本人来电，已核对身份", description: "不希望再被联系" };
  const registered = z.object({ registerSubjectRequest: z.object({ request: idOnly }) });
  const register = `mutation ($input: RegisterSubjectRequestInput!) { registerSubjectRequest(input: $input) { ... on SubjectRequestSaved { request { id } } } }`;
  const { registerSubjectRequest } = await by.ask(registered, register, { input });
  const close = `mutation ($id: ID!) { closeSubjectRequest(id: $id, outcome: COMPLETED, note: "已登记，不再联系") { __typename } }`;
  const closed = z.object({ closeSubjectRequest: z.object({ __typename: z.literal("SubjectRequestSaved") }) });
  await by.ask(closed, close, { id: registerSubjectRequest.request.id });
}

/** The id under which somebody acts. */
export async function idOf(by: Colleague): Promise<string> {
  return (await by.ask(z.object({ viewer: idOnly }), "{ viewer { id } }")).viewer.id;
}

/** Links a candidate with a scientist. */
export async function identify(by: Colleague, candidateId: string, scientistId: string | null): Promise<Answer> {
  const text = `mutation ($candidateId: ID!, $scientistId: ID) {
    done: identifyCandidate(candidateId: $candidateId, scientistId: $scientistId) { __typename ${REFUSED} } }`;
  return (await by.ask(z.object({ done: answer }), text, { candidateId, scientistId })).done;
}

/** Submits a referral and answers its id. */
export async function refer(by: Colleague, name: string, employer: string): Promise<string> {
  keys += 1;
  const text = `mutation ($input: SubmitReferralInput!) { submitReferral(input: $input) { __typename ... on Referral { id } } }`;
  const input = { idempotencyKey: `refer-${keys}`, name, employer, relation: "COLLEAGUE", agreedToContact: true };
  return (await by.ask(z.object({ submitReferral: idOnly }), text, { input })).submitReferral.id;
}

/** Adds a programme and answers its id. */
export async function programme(by: Colleague, nameZh: string, more: Record<string, unknown> = {}): Promise<string> {
  const text = `mutation ($input: SaveProgrammeInput!) { saveProgramme(input: $input) { __typename ... on ProgrammeSaved { programme { id } } ${REFUSED} } }`;
  const saved = z.object({ saveProgramme: z.object({ programme: idOnly }) });
  return (await by.ask(saved, text, { input: { kind: "PROGRAMME", nameZh, ...more } })).saveProgramme.programme.id;
}
