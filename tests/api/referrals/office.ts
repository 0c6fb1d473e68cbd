import type { Driver } from "neo4j-driver";
import { z } from "zod";
import type { ScientistRow } from "../../../seeds/rows.ts";
import { seed } from "../../../server/db/seed/index.ts";
import type { Role } from "../../../server/graphql/generated.ts";
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

type Ask = <Shape>(shape: z.ZodType<Shape>, query: string, variables?: Record<string, unknown>) => Promise<Shape>;

/** Somebody who works with the product. */
export interface Worker {
  readonly bearer: string;
  readonly ask: Ask;
}

/** The office on an empty database with some people of the map. */
export interface Office {
  readonly driver: Driver;
  readonly app: TestApp;
  readonly officer: Worker;
  /** Another person of a role. */
  hire(role: Role): Promise<Worker>;
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
  const workerOf = (bearer: string): Worker => ({
    bearer,
    ask: (shape, query, variables = {}) => app.ask(shape, query, variables, { authorization: `Bearer ${bearer}` }),
  });
  return {
    driver,
    app,
    officer: workerOf(app.token),
    hire: async (role) => workerOf(await issueToken(driver, role, clock)),
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
  keys += 1;
  const input = { idempotencyKey: `key-${keys}`, relation: "COLLEAGUE", agreedToContact: true, ...person };
  return (await by.ask(submitted, SUBMIT, { input })).submitReferral;
}

/** Submits a referral that is expected to hold a claim, and answers its id. Throws when it is answered otherwise. */
export async function claim(by: Worker, person: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await submit(by, person);
  if (answer.__typename !== "Referral" || answer.status !== "CLAIMED") throw new Error(`No claim: ${JSON.stringify(answer)}`);
  return answer.id;
}
