import type { Database } from "../../db/records.ts";
import { readTransaction, type Transaction } from "../../db/run.ts";
import { type WorkTransaction, workTransaction } from "../../db/work-changes.ts";
import type { SubmitReferralInput } from "../../graphql/generated.ts";
import { chinaDayOf, daysAfter } from "../../shared/dates.ts";
import { newId } from "../../shared/ids.ts";
import { type Outcome, refuse } from "../../shared/refusals.ts";
import type { AuditEvent, AuditTrail } from "../audit/audit.types.ts";
import {
  addKeys,
  createCandidate,
  findCandidate,
  identify,
  nameForms,
  sameName,
  scientistToEngage,
  storedKeys,
  untitled,
} from "../candidates/index.ts";
import type { SettingsModel } from "../pipeline/pipeline.types.ts";
import type { RefusalRegister } from "../privacy/index.ts";
import type { PersonMatch, PersonMatcher } from "./person-matcher.ts";
import { type PersonStanding, type ProgressOf, personKeyed, standingOf } from "./person-standing.ts";
import { readSubmission, type SubmittedReferral } from "./referral-input.ts";
import { REFERRAL_REFUSALS } from "./referral-refusals.ts";
import * as repository from "./referrals.repository.ts";
import type { ReferralState, Writer } from "./referrals.types.ts";

/** What submissions need. */
export interface SubmissionOptions extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
  readonly matcher: PersonMatcher;
  readonly register: RefusalRegister;
  readonly progressOf: ProgressOf;
  readonly settings: { currentIn(transaction: Transaction): Promise<SettingsModel> };
}

/** A referral as it was kept, and whether its ambassador was told that the person is in progress. */
export interface Submitted {
  readonly id: string;
  readonly collided: boolean;
}

/** Who is meant, as far as the map tells. */
interface Meant {
  readonly match: PersonMatch | null;
  readonly picked: boolean;
}

interface Submission {
  readonly key: string;
  readonly stated: SubmittedReferral;
  readonly meant: Meant;
  readonly by: Writer;
}

/** The one match that is taken for the person; null when there is none, or several. */
export function onlyMatch(matches: readonly PersonMatch[]): PersonMatch | null {
  const [first, ...others] = matches.filter((match) => match.same);
  return others.length === 0 ? (first ?? null) : null;
}

/** That it is another person matters only where somebody is in progress: else it would tell that somebody was named before. */
function stateOf(standing: PersonStanding, saysAnother: boolean): ReferralState {
  if (standing.claims.length === 0 && standing.progress === null) return "CLAIMED";
  return saysAnother && !standing.certain ? "UNDER_REVIEW" : "ALREADY_IN_PROGRESS";
}

/** Takes in submissions one after the other, so that of any number of the same person one holds the claim and nothing is lost. */
export function createSubmission(options: SubmissionOptions) {
  const { driver, database, audit, clock, matcher, register, progressOf, settings } = options;

  async function whoIsMeant(stated: SubmittedReferral, pickedId: string | null): Promise<Outcome<Meant>> {
    const matches = await matcher.find(stated);
    if (pickedId === null) return { done: { match: onlyMatch(matches), picked: false } };
    const match = matches.find(({ scientistId }) => scientistId === pickedId) ?? null;
    // By ORCID somebody else is meant.
    const other = matches.some(({ scientistId, agrees }) => scientistId !== pickedId && agrees.includes("ORCID"));
    return match === null || other ? refuse(REFERRAL_REFUSALS.picked) : { done: { match, picked: true } };
  }

  function event(
    { actor, origin }: Writer,
    subjectIds: readonly string[],
    detail: AuditEvent["detail"],
    result: AuditEvent["result"],
  ): AuditEvent {
    return { actor, origin, action: "REFERRAL", subjectIds, detail, result };
  }

  /** Whether the person refused to be recorded, or objects to being contacted. */
  async function isNotWelcome(transaction: WorkTransaction, { stated, meant }: Submission, objectedOn: string | null): Promise<boolean> {
    const scientist = meant.match === null ? null : await scientistToEngage(transaction, meant.match.scientistId);
    if (objectedOn !== null || (scientist?.objectedOn ?? null) !== null) return true;
    const directory = await matcher.directory();
    const employer = stated.employer === null ? [] : [stated.employer, ...directory.namesOf(directory.institutionsOf(stated.employer))];
    return register.isRefused(transaction, {
      ids: stated.orcid === null ? [] : [`orcid:${stated.orcid}`],
      names: [...new Set([stated.name, untitled(stated.name)])],
      birthDates: [],
      institutions: employer,
    });
  }

  /** The candidate that a referral names: one that is known already, with what is new about it, or a new one. */
  async function candidateFor(
    transaction: WorkTransaction,
    { stated, meant, by }: Submission,
    { candidateIds }: PersonStanding,
    state: ReferralState,
    now: Date,
  ): Promise<string> {
    const keys = storedKeys(personKeyed(stated, await matcher.directory()));
    const [known] = candidateIds;
    if (known !== undefined && state === "UNDER_REVIEW") return known;
    if (known !== undefined) {
      const candidate = await findCandidate(transaction, known);
      // Another name under the same ORCID or for a picked person is told to the office, not taken for a name of theirs.
      if (candidate !== null && sameName(nameForms(candidate.name), nameForms(stated.name))) await addKeys(transaction, known, keys);
      return known;
    }
    const { name, employer, orcid } = stated;
    const { id } = await createCandidate(transaction, { name, employer, orcid, keys, demo: by.actor.demo }, now);
    if (meant.match !== null) {
      const { scientistId, agrees } = meant.match;
      await identify(transaction, { candidateId: id, scientistId, byId: by.actor.id, at: now, agrees });
    }
    return id;
  }

  async function keep(transaction: WorkTransaction, submission: Submission, standing: PersonStanding, now: Date): Promise<Submitted> {
    const { key, stated, by, meant } = submission;
    const state = stateOf(standing, stated.anotherPersonBecause !== null);
    const candidateId = await candidateFor(transaction, submission, standing, state, now);
    const id = newId(now.getTime());
    const { claimDays } = await settings.currentIn(transaction);
    const claimedUntil = state === "CLAIMED" ? daysAfter(chinaDayOf(now), claimDays) : null;
    const collided = state === "ALREADY_IN_PROGRESS";
    await repository.createReferral(transaction, candidateId, {
      id,
      submissionKey: key,
      ...stated,
      submittedAt: now.toISOString(),
      state,
      claimedUntil,
      collided,
      referrerId: by.actor.id,
      referrerName: by.actor.name,
      demo: by.actor.demo,
    });
    transaction.touchReferrer(by.actor.id);
    const subjectIds = [id, candidateId, ...(meant.match === null ? [] : [meant.match.scientistId])];
    const after = { id, state, claimedUntil, relation: stated.relation, agreedToContact: stated.agreedToContact };
    await audit.appendIn(transaction, event(by, subjectIds, { what: "SUBMIT", before: null, after }, "OK"));
    return { id, collided };
  }

  async function takeIn(transaction: WorkTransaction, submission: Submission): Promise<Outcome<Submitted>> {
    const { key, stated, meant, by } = submission;
    const known = await repository.referralOfSubmission(transaction, key);
    if (known !== null) return { done: known };
    const now = clock();
    const keyed = personKeyed(stated, await matcher.directory());
    const sought = {
      keyed,
      scientistId: meant.match?.scientistId ?? null,
      picked: meant.picked || meant.match?.agrees.includes("ORCID") === true,
    };
    const standing = await standingOf(transaction, sought, progressOf, chinaDayOf(now));
    if (await isNotWelcome(transaction, submission, standing.objectedOn)) {
      await audit.appendIn(transaction, event(by, [], { what: "SUBMIT" }, "REFUSED"));
      return refuse(REFERRAL_REFUSALS.notWelcome);
    }
    const own = standing.claims.some((claim) => claim.referrerId === by.actor.id);
    const asAnother = stated.anotherPersonBecause !== null && !standing.certain;
    if (own && !asAnother) return refuse(REFERRAL_REFUSALS.ownClaim);
    return { done: await keep(transaction, submission, standing, now) };
  }

  /** Submits a referral; the same key of the same account again gives the same answer and writes nothing. */
  return async function submit(input: SubmitReferralInput, by: Writer): Promise<Outcome<Submitted>> {
    const read = readSubmission(input, clock().getUTCFullYear());
    if (read.refused !== undefined) return read;
    const key = `${by.actor.id} ${input.idempotencyKey}`;
    const known = await readTransaction(driver, database, (transaction) => repository.referralOfSubmission(transaction, key));
    if (known !== null) return { done: known };
    const meant = await whoIsMeant(read.done, input.scientistId ?? null);
    if (meant.refused !== undefined) return meant;
    const submission = { key, stated: read.done, meant: meant.done, by };
    return workTransaction({ driver, database }, (transaction) => takeIn(transaction, submission));
  };
}
