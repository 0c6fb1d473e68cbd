import { z } from "zod";
import { dataOf } from "../../support/answer.ts";
import type { TestApp } from "../../support/build-app.ts";

/** A contribution as these tests read it. */
export const contribution = z.object({
  id: z.string(),
  kind: z.string(),
  points: z.number(),
  proposedPoints: z.number(),
  settingsVersion: z.number(),
  status: z.string(),
  evidence: z.string(),
  on: z.string(),
  dispute: z.string().nullable(),
  decisionNote: z.string().nullable(),
  decidedAt: z.string().nullable(),
  settlement: z.string().nullable(),
  demo: z.boolean(),
  referral: z.object({ id: z.string(), name: z.string() }),
});
export type Contribution = z.infer<typeof contribution>;

const FIELDS =
  "id kind points proposedPoints settingsVersion status evidence on dispute decisionNote decidedAt settlement demo referral { id name }";
const REFUSED = "... on InvalidInput { field message } ... on NotAllowed { message }";
const SAVED = `__typename ... on ContributionSaved { contribution { ${FIELDS} } } ${REFUSED}`;

/** The answer of what writes contributions. */
export const saved = z.object({
  __typename: z.string(),
  field: z.string().optional(),
  message: z.string().optional(),
  contribution: contribution.optional(),
});
export type Saved = z.infer<typeof saved>;

/** Who asks. */
export const VIEWER = z.object({ viewer: z.object({ id: z.string() }) });

const engagement = z.object({ id: z.string(), version: z.number() });
export type Engagement = z.infer<typeof engagement>;
const written = z.object({ __typename: z.string(), message: z.string().optional(), engagement: engagement.optional() });
const ENGAGEMENT = `__typename ... on EngagementSaved { engagement { id version } } ${REFUSED}`;
const reminder = z.object({
  id: z.string(),
  kind: z.string(),
  personName: z.string(),
  text: z.string(),
  referralId: z.string().nullable(),
});

let key = 0;
/** A key that no other call uses. */
function newKey(): string {
  key += 1;
  return `contributions-test-${key}`;
}

/** What people do at the office, as the screens do it: each operation in the name of whoever's bearer token is given. */
export class Office {
  readonly #app: TestApp;

  constructor(app: TestApp) {
    this.#app = app;
  }

  async ask<Shape>(token: string, shape: z.ZodType<Shape>, query: string, variables: Record<string, unknown> = {}): Promise<Shape> {
    return dataOf(shape, await this.#app.gql(query, variables, { authorization: `Bearer ${token}` }));
  }

  /** Refers a person. @returns the id of the referral, in whatever state it is kept */
  async refer(token: string, name: string, employer = "某研究所"): Promise<string> {
    const input = { idempotencyKey: newKey(), name, employer, relation: "COLLEAGUE", agreedToContact: true };
    const { submitReferral: answer } = await this.ask(
      token,
      z.object({ submitReferral: z.object({ id: z.string().optional(), referral: z.object({ id: z.string() }).optional() }) }),
      `mutation ($input: SubmitReferralInput!) { submitReferral(input: $input) { __typename ... on Referral { id } ... on AlreadyInProgress { referral { id } } ${REFUSED} } }`,
      { input },
    );
    const id = answer.id ?? answer.referral?.id;
    if (id === undefined) throw new Error(`The referral of ${name} was not kept: ${JSON.stringify(answer)}`);
    return id;
  }

  async #engagement(token: string, text: string, variables: Record<string, unknown>): Promise<Engagement> {
    const { done } = await this.ask(token, z.object({ done: written }), text, variables);
    if (done.engagement === undefined) throw new Error(`The engagement was not written: ${JSON.stringify(done)}`);
    return done.engagement;
  }

  open(token: string, input: Record<string, unknown>): Promise<Engagement> {
    const text = `mutation ($input: OpenEngagementInput!) { done: openEngagement(input: $input) { ${ENGAGEMENT} } }`;
    return this.#engagement(token, text, { input: { channel: "TALENT_REFERRAL", ...input } });
  }

  /** Records a check that lets contact be made. */
  check(token: string, engagementId: string): Promise<Engagement> {
    const input = { engagementId, informedOfDisclosure: true, commitment: "FULL_TIME", dualPost: false, restrictedField: false };
    const text = `mutation ($input: OpenEngagementCheckInput!) { done: recordOpenEngagementCheck(input: $input) { ${ENGAGEMENT} } }`;
    return this.#engagement(token, text, { input });
  }

  move(token: string, { id, version }: Engagement, stage: string, reason: string | null = null): Promise<Engagement> {
    const text = `mutation ($input: MoveEngagementInput!) { done: moveEngagement(input: $input) { __typename ... on EngagementMoved { engagement { id version } } ${REFUSED} } }`;
    return this.#engagement(token, text, { input: { id, version, stage, reason } });
  }

  /** Takes an engagement through the stages up to the last. */
  async land(token: string, from: Engagement): Promise<Engagement> {
    let at = from;
    for (const stage of ["CONTACT", "INTENT", "ASSESSMENT", "REVIEW", "SIGNING", "LANDED"]) at = await this.move(token, at, stage);
    return at;
  }

  /** Logs a contact, having seen the latest. */
  async contact(token: string, engagementId: string, input: { kind: string; on?: string; idempotencyKey?: string }): Promise<void> {
    const { engagement: seen } = await this.ask(
      token,
      z.object({ engagement: z.object({ lastContact: z.object({ id: z.string() }).nullable() }) }),
      "query ($id: ID!) { engagement(id: $id) { lastContact { id } } }",
      { id: engagementId },
    );
    const given = {
      engagementId,
      summary: "谈了工作安排",
      seenContactId: seen.lastContact?.id ?? null,
      idempotencyKey: newKey(),
      ...input,
    };
    const { logContact: answer } = await this.ask(
      token,
      z.object({ logContact: z.object({ __typename: z.string() }) }),
      "mutation ($input: LogContactInput!) { logContact(input: $input) { __typename } }",
      { input: given },
    );
    if (answer.__typename !== "ContactLogged") throw new Error(`The contact was not logged: ${answer.__typename}`);
  }

  async offerIntroduction(token: string, referralId: string): Promise<void> {
    await this.#referral(token, "offerIntroduction(referralId: $id, note: $note)", { id: referralId, note: "可以当面引见" });
  }

  async closeIntroduction(token: string, referralId: string, outcome: "MADE" | "NOT_NEEDED"): Promise<void> {
    await this.#referral(token, `closeIntroductionOffer(referralId: $id, outcome: ${outcome}, note: $note)`, {
      id: referralId,
      note: "已约见面",
    });
  }

  async #referral(token: string, call: string, variables: Record<string, unknown>): Promise<void> {
    const { done } = await this.ask(
      token,
      z.object({ done: z.object({ __typename: z.string(), message: z.string().optional() }) }),
      `mutation ($id: ID!, $note: String!) { done: ${call} { __typename ${REFUSED} } }`,
      variables,
    );
    if (done.__typename !== "ReferralSaved") throw new Error(`The referral was not changed: ${done.message}`);
  }

  /** Writes a new version of the settings with other points for one kind. */
  async setPoints(token: string, kind: string, points: number): Promise<void> {
    const { pipelineSettings: before } = await this.ask(
      token,
      z.object({ pipelineSettings: z.looseObject({ points: z.array(z.object({ kind: z.string(), points: z.number() })) }) }),
      "{ pipelineSettings { version stages { id nameZh nameEn limitDays } desks { id nameZh nameEn } claimDays claimReminderDays points { kind points } } }",
    );
    const input = { ...before, points: before.points.map((line) => (line.kind === kind ? { kind, points } : line)) };
    const { updatePipelineSettings: answer } = await this.ask(
      token,
      z.object({ updatePipelineSettings: z.object({ __typename: z.string() }) }),
      "mutation ($input: PipelineSettingsInput!) { updatePipelineSettings(input: $input) { __typename } }",
      { input },
    );
    if (answer.__typename !== "PipelineSettingsSaved") throw new Error(`The settings were not written: ${answer.__typename}`);
  }

  /** Everybody's contributions, latest first. */
  async all(token: string, filter: Record<string, unknown> = {}) {
    const page = z.object({
      totalCount: z.number(),
      totalPoints: z.number(),
      edges: z.array(z.object({ node: contribution.extend({ ambassador: z.object({ id: z.string(), name: z.string() }) }) })),
    });
    const { contributions } = await this.ask(
      token,
      z.object({ contributions: page }),
      `query ($filter: ContributionFilter) { contributions(filter: $filter, first: 200) { totalCount totalPoints edges { node { ${FIELDS} ambassador { id name } } } } }`,
      { filter },
    );
    return { ...contributions, items: contributions.edges.map(({ node }) => node) };
  }

  /** The contributions through one referral, oldest first. */
  async through(token: string, referralId: string) {
    return (await this.all(token)).items.filter(({ referral }) => referral.id === referralId).reverse();
  }

  async mine(token: string): Promise<Contribution[]> {
    const shape = z.object({ myContributions: z.array(contribution) });
    return (await this.ask(token, shape, `{ myContributions { ${FIELDS} } }`)).myContributions;
  }

  async decide(token: string, id: string, decision: { confirmed: boolean; points?: number; note?: string }): Promise<Saved> {
    const text = `mutation ($id: ID!, $confirmed: Boolean!, $points: Int, $note: String!) { done: decideContribution(id: $id, confirmed: $confirmed, points: $points, note: $note) { ${SAVED} } }`;
    return (await this.ask(token, z.object({ done: saved }), text, { id, note: "", ...decision })).done;
  }

  async dispute(token: string, id: string, evidence: string): Promise<Saved> {
    const text = `mutation ($id: ID!, $evidence: String!) { done: disputeContribution(id: $id, evidence: $evidence) { ${SAVED} } }`;
    return (await this.ask(token, z.object({ done: saved }), text, { id, evidence })).done;
  }

  async propose(token: string, input: Record<string, unknown>): Promise<Saved> {
    const text = `mutation ($input: ProposeContributionInput!) { done: proposeContribution(input: $input) { ${SAVED} } }`;
    return (await this.ask(token, z.object({ done: saved }), text, { input })).done;
  }

  async reminders(token: string) {
    const { reminders } = await this.ask(
      token,
      z.object({ reminders: z.array(reminder) }),
      "{ reminders { id kind personName text referralId } }",
    );
    return reminders.filter(({ kind }) => kind === "CONTRIBUTION");
  }

  /** Settles, or fetches a settlement again. */
  settle(token: string, kind: "csv" | "xlsx", parameters: Record<string, string>) {
    return this.#app.app.inject({
      url: `/export/contributions.${kind}?${new URLSearchParams({ lang: "zh", ...parameters })}`,
      headers: { authorization: `Bearer ${token}` },
    });
  }
}
