import type { Driver } from "neo4j-driver";
import { z } from "zod";
import type { ScientistRow } from "../../../seeds/rows.ts";
import { seed } from "../../../server/db/seed/index.ts";
import type { Role } from "../../../server/graphql/generated.ts";
import { dataOf, type GraphqlAnswer } from "../../support/answer.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { SAMPLE_REFERENCE, sampleScientist } from "../scientists/sample-rows.ts";

const provenance = { source: "academy", confidence: 0.9 };
const institution = { kind: "UNIVERSITY", place: "cn:510100", longitude: 104, latitude: 30.5, source: "wiki" } as const;

/** Institutions with the names that people type. */
export const INSTITUTIONS = [
  ...SAMPLE_REFERENCE.institutions,
  { ...institution, key: "ror:thu", nameZh: "清华大学", nameEn: "Tsinghua University", aliases: ["THU"] },
  { ...institution, key: "ror:pku", nameZh: "北京大学", nameEn: "Peking University", aliases: ["北大", "PKU"] },
  { ...institution, key: "ror:neu", nameZh: "东北大学", nameEn: "Northeastern University", aliases: [] },
  { ...institution, key: "ror:scu", nameZh: "四川大学", nameEn: "Sichuan University", aliases: ["川大", "SCU"] },
];

/** A person of the map with a name and employers. */
export function employed(key: string, nameZh: string, employers: readonly string[], more: Partial<ScientistRow> = {}): ScientistRow {
  const worksAt = employers.map((employer) => ({ institution: employer, stated: employer, provenance }));
  return sampleScientist(key, { nameZh: [{ value: nameZh, provenance, inUse: true }], worksAt, ...more });
}

/** Claims are followed for months. */
const TOKEN_DAYS = 365;

type Ask = <Shape>(shape: z.ZodType<Shape>, query: string, variables?: Record<string, unknown>) => Promise<Shape>;

/** Somebody who works with the product. */
export interface Worker {
  readonly bearer: string;
  readonly ask: Ask;
  /** As `ask`, with whatever is answered. */
  readonly send: (query: string, variables?: Record<string, unknown>) => Promise<GraphqlAnswer>;
}

/** The office on an empty database with some people of the map. */
export interface Office {
  readonly driver: Driver;
  readonly app: TestApp;
  readonly officer: Worker;
  /** Another person of a role; `through` another server of the same database when given. */
  hire(role: Role, through?: TestApp): Promise<Worker>;
  readonly clock: () => Date;
  /** Sets the clock. */
  at(time: string): void;
  close(): Promise<void>;
}

/** Opens an office on the test database. */
export async function openOffice(scientists: readonly ScientistRow[]): Promise<Office> {
  let now = new Date("2026-03-02T02:00:00Z");
  const clock = (): Date => now;
  const driver = await emptyDatabase();
  await seed(driver, DATABASE, silent, { ...SAMPLE_REFERENCE, institutions: INSTITUTIONS, scientists });
  const app = await startTestApp(clock);
  const workerOf = (bearer: string, through = app): Worker => ({
    bearer,
    ask: (shape, query, variables = {}) => through.ask(shape, query, variables, { authorization: `Bearer ${bearer}` }),
    send: (query, variables = {}) => through.gql(query, variables, { authorization: `Bearer ${bearer}` }),
  });
  return {
    driver,
    app,
    officer: workerOf(await issueToken(driver, "OFFICER", clock, TOKEN_DAYS)),
    hire: async (role, through) => workerOf(await issueToken(driver, role, clock, TOKEN_DAYS), through),
    clock,
    at: (time) => {
      now = new Date(time);
    },
    close: async () => {
      await app.close();
      await driver.close();
    },
  };
}

const SUBMIT = /* GraphQL */ `mutation ($input: SubmitReferralInput!) { submitReferral(input: $input) { __typename
  ... on Referral { id status claimedUntil } ... on AlreadyInProgress { message stage { id } desk { id } referral { id status claimedUntil } }
  ... on InvalidInput { field message } ... on NotAllowed { message } } }`;

const kept = z.object({ id: z.string(), status: z.string(), claimedUntil: z.string().nullable() });
const submitted = z.object({
  submitReferral: z.discriminatedUnion("__typename", [
    kept.extend({ __typename: z.literal("Referral") }),
    z.object({
      __typename: z.literal("AlreadyInProgress"),
      message: z.string(),
      stage: z.object({ id: z.string() }),
      desk: z.object({ id: z.string() }),
      referral: kept,
    }),
    z.object({ __typename: z.literal("InvalidInput"), field: z.string(), message: z.string() }),
  ]),
});

/** An answer to a submission. */
export type Submitted = z.infer<typeof submitted>["submitReferral"];

let keys = 0;

/** Submits a referral; what is not given is usual. */
export async function submit(by: Worker, person: Readonly<Record<string, unknown>>): Promise<Submitted> {
  return dataOf(submitted, await sendSubmission(by, person)).submitReferral;
}

/** As `submit`, with whatever is answered. */
export function sendSubmission(by: Worker, person: Readonly<Record<string, unknown>>): Promise<GraphqlAnswer> {
  keys += 1;
  const input = { idempotencyKey: `key-${keys}`, relation: "COLLEAGUE", agreedToContact: true, ...person };
  return by.send(SUBMIT, { input });
}

/** What a submission was answered. Throws when it was not answered with data. */
export function submittedOf(answer: GraphqlAnswer): Submitted {
  return dataOf(submitted, answer).submitReferral;
}

/** Submits a referral that is expected to hold a claim, and answers its id. Throws when it is answered otherwise. */
export async function claim(by: Worker, person: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await submit(by, person);
  if (answer.__typename !== "Referral" || answer.status !== "CLAIMED") throw new Error(`No claim: ${JSON.stringify(answer)}`);
  return answer.id;
}

const ACT = {
  withdraw: "mutation ($id: ID!, $reason: String) { done: withdrawReferral(id: $id, reason: $reason) { ...answer } }",
  offer: "mutation ($id: ID!, $note: String!) { done: offerIntroduction(referralId: $id, note: $note) { ...answer } }",
  closeOffer:
    "mutation ($id: ID!, $outcome: IntroductionOutcome!, $note: String!) { done: closeIntroductionOffer(referralId: $id, outcome: $outcome, note: $note) { ...answer } }",
  transfer:
    "mutation ($from: ID!, $to: ID!, $reason: String!) { done: transferClaim(fromReferralId: $from, toReferralId: $to, reason: $reason) { ...answer } }",
  decide:
    "mutation ($id: ID!, $decision: ReferralDecision!, $reason: String!) { done: decideReferral(id: $id, decision: $decision, reason: $reason) { ...answer } }",
} as const;
const ANSWER = `fragment answer on ReferralResult { __typename ... on ReferralSaved { referral { id status claimedUntil decisionReason introductionOffer { note outcome } } }
  ... on InvalidInput { field message } ... on NotAllowed { message } }`;
const done = z.object({
  done: z.object({
    __typename: z.string(),
    referral: z.looseObject({ id: z.string(), status: z.string(), claimedUntil: z.string().nullable() }).optional(),
    field: z.string().optional(),
    message: z.string().optional(),
  }),
});

/** Changes a referral in one of the ways of the contract. */
export async function act(by: Worker, what: keyof typeof ACT, variables: Record<string, unknown>): Promise<z.infer<typeof done>["done"]> {
  return (await by.ask(done, `${ACT[what]} ${ANSWER}`, variables)).done;
}

const OPEN = /* GraphQL */ `mutation ($input: OpenEngagementInput!) { openEngagement(input: $input) { __typename
  ... on EngagementSaved { engagement { id version candidate { id } referral { id } } } ... on InvalidInput { field message } ... on NotAllowed { message } } }`;
const MOVE = /* GraphQL */ `mutation ($input: MoveEngagementInput!) { moveEngagement(input: $input) { __typename
  ... on EngagementMoved { engagement { id version status candidate { id } referral { id } } } ... on InvalidInput { field message } ... on NotAllowed { message } } }`;
const LOG = /* GraphQL */ `mutation ($input: LogContactInput!) { logContact(input: $input) { __typename
  ... on ContactLogged { contact { id } } ... on InvalidInput { field message } ... on NotAllowed { message } } }`;
const engagement = z.object({
  id: z.string(),
  version: z.number(),
  candidate: z.object({ id: z.string() }),
  referral: z.object({ id: z.string() }).nullable(),
});
const opened = z.object({ openEngagement: z.object({ engagement }) });
const moved = z.object({ moveEngagement: z.object({ engagement }) });
const logged = z.object({ logContact: z.object({ contact: z.object({ id: z.string() }) }) });

/** Opens an engagement. Throws when it is refused. */
export async function engage(by: Worker, input: Record<string, unknown>): Promise<z.infer<typeof engagement>> {
  return (await by.ask(opened, OPEN, { input: { channel: "TALENT_REFERRAL", ...input } })).openEngagement.engagement;
}

/** Moves an engagement. Throws when it is refused. */
export async function move(by: Worker, input: Record<string, unknown>): Promise<z.infer<typeof engagement>> {
  return (await by.ask(moved, MOVE, { input })).moveEngagement.engagement;
}

/** Logs a contact under an engagement, having seen the latest. Throws when it is refused. @returns its id */
export async function contact(by: Worker, engagementId: string, on: string, seenContactId: string | null = null): Promise<string> {
  keys += 1;
  const input = { engagementId, kind: "CALL", on, summary: "电话沟通项目情况", seenContactId, idempotencyKey: `contact-${keys}` };
  return (await by.ask(logged, LOG, { input })).logContact.contact.id;
}

/** The beginnings of files of each kind that may be attached. */
export const FILES = {
  jpeg: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]),
  webp: Buffer.from("RIFF\u0010\u0000\u0000\u0000WEBPVP8 ", "latin1"),
  pdf: Buffer.from("%PDF-1.7\n%\u00e2\u00e3", "latin1"),
} as const;

const BOUNDARY = "boundary-of-the-form";

/** A form of files as a browser sends it. */
export function formOf(files: readonly { readonly name: string; readonly bytes: Buffer; readonly type?: string }[]): Buffer {
  const parts = files.flatMap(({ name, bytes, type }) => [
    Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type ?? "application/octet-stream"}\r\n\r\n`,
    ),
    bytes,
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

/** Sends a form of files to a referral and answers what came back. */
export function attach(office: Office, by: Worker, referralId: string, files: Parameters<typeof formOf>[0]) {
  return office.app.app.inject({
    method: "POST",
    url: `/referrals/${referralId}/attachments`,
    headers: { authorization: `Bearer ${by.bearer}`, "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
    payload: formOf(files),
  });
}

/** Opens or removes a file and answers what came back. */
export function attachment(office: Office, by: Worker, method: "GET" | "DELETE", id: string) {
  return office.app.app.inject({ method, url: `/attachments/${id}`, headers: { authorization: `Bearer ${by.bearer}` } });
}
