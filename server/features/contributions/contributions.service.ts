import type { Database } from "../../db/records.ts";
import { type WorkTransaction, workTransaction } from "../../db/work-changes.ts";
import type { ProposeContributionInput } from "../../graphql/generated.ts";
import { chinaDayOf, isDayUpTo } from "../../shared/dates.ts";
import { type Outcome, refuse } from "../../shared/refusals.ts";
import { CONTRIBUTION_REFUSALS } from "./contribution-refusals.ts";
import { mayDecide, mayDispute } from "./contribution-rules.ts";
import { contributionEvent, keptOf, type WritingOptions, writeProposal } from "./contribution-writing.ts";
import * as repository from "./contributions.repository.ts";
import type { ContributionModel, ContributionPage, ContributionSelection, Writer } from "./contributions.types.ts";

/** What an officer decides. */
export interface Decision {
  readonly confirmed: boolean;
  /** Other points than proposed; null for those. */
  readonly points: number | null;
  readonly note: string;
}

/** Contributions of ambassadors: proposed, decided on, disputed. */
export interface ContributionsService {
  /** One page, latest first; `before` is the id after which it begins. */
  page(selection: ContributionSelection, first: number, before: string | null): Promise<ContributionPage>;
  /** The own ones of an ambassador, latest first. */
  own(ambassadorId: string): Promise<ContributionModel[]>;
  decide(id: string, decision: Decision, by: Writer): Promise<Outcome<ContributionModel>>;
  dispute(id: string, evidence: string, by: Writer): Promise<Outcome<ContributionModel>>;
  propose(input: ProposeContributionInput, by: Writer): Promise<Outcome<ContributionModel>>;
}

/** What the service is made with. */
export interface ContributionsOptions extends Database, WritingOptions {}

const LEAST_WORDS = 4;
const MOST_NOTE = 500;
const MOST_EVIDENCE = 1_000;
const MOST_POINTS = 1_000;
const MOST_FIRST = 200;

function isEvidence(text: string): boolean {
  return text.length >= LEAST_WORDS && text.length <= MOST_EVIDENCE;
}

/** Why a decision may not be written, or null. */
function faultOf({ contribution, ambassadorHands, actorHands }: repository.FoundContribution, { confirmed, points, note }: Decision) {
  // A script acts for whoever issued its token.
  if (actorHands.some((hand) => ambassadorHands.includes(hand))) return CONTRIBUTION_REFUSALS.own;
  if (contribution.status === "SETTLED") return CONTRIBUTION_REFUSALS.settled;
  if (!mayDecide(contribution.status)) return CONTRIBUTION_REFUSALS.decided;
  const changes = confirmed && points !== null && points !== contribution.proposedPoints;
  const mustSayWhy = !confirmed || changes || contribution.status === "DISPUTED";
  return mustSayWhy && note.length < LEAST_WORDS ? CONTRIBUTION_REFUSALS.note : null;
}

/** The service on one database. */
export function createContributionsService(options: ContributionsOptions): ContributionsService {
  const { driver, database, audit, clock } = options;
  const at = { driver, database };

  /** Writes a change of a contribution with its record. */
  async function change(
    transaction: WorkTransaction,
    { contribution, subjectIds }: repository.FoundContribution,
    { what, changes }: { what: string; changes: Readonly<Record<string, unknown>> },
    by: Writer,
  ): Promise<Outcome<ContributionModel>> {
    const changed = await repository.changeContribution(transaction, contribution.id, changes);
    if (changed === null) return refuse(CONTRIBUTION_REFUSALS.notThere);
    transaction.touchReferrer(contribution.ambassadorId);
    const detail = { what, before: keptOf(contribution), after: keptOf(changed) };
    await audit.appendIn(transaction, contributionEvent(by, subjectIds, detail));
    return { done: changed };
  }

  return {
    page: (selection, first, before) => repository.readPage(at, selection, before, Math.min(Math.max(first, 0), MOST_FIRST)),
    own: (ambassadorId) => repository.contributionsOf(at, ambassadorId),

    async decide(id, given, by) {
      const decision = { ...given, note: given.note.trim() };
      const { confirmed, points, note } = decision;
      if (points !== null && !(Number.isInteger(points) && points >= 0 && points <= MOST_POINTS))
        return refuse(CONTRIBUTION_REFUSALS.points);
      if (note.length > MOST_NOTE) return refuse(CONTRIBUTION_REFUSALS.longNote);
      return await workTransaction(at, async (transaction) => {
        const found = await repository.findContribution(transaction, id, by.actor.id);
        if (found === null) return refuse(CONTRIBUTION_REFUSALS.notThere);
        const fault = faultOf(found, decision);
        if (fault !== null) return refuse(fault);
        const changes = {
          status: confirmed ? "CONFIRMED" : "REJECTED",
          points: confirmed ? (points ?? found.contribution.proposedPoints) : 0,
          decisionNote: note === "" ? null : note,
          decidedById: by.actor.id,
          decidedByName: by.actor.name,
          decidedAt: clock().toISOString(),
        };
        return await change(transaction, found, { what: changes.status, changes }, by);
      });
    },

    async dispute(id, given, by) {
      const dispute = given.trim();
      if (!isEvidence(dispute)) return refuse(CONTRIBUTION_REFUSALS.evidence);
      return await workTransaction(at, async (transaction) => {
        const found = await repository.findContribution(transaction, id, by.actor.id);
        // Somebody else's contribution is answered like one that does not exist.
        if (found === null || found.contribution.ambassadorId !== by.actor.id) return refuse(CONTRIBUTION_REFUSALS.notThere);
        const { status } = found.contribution;
        if (status === "SETTLED") return refuse(CONTRIBUTION_REFUSALS.settled);
        if (!mayDispute(status)) return refuse(CONTRIBUTION_REFUSALS.inDispute);
        return await change(transaction, found, { what: "DISPUTED", changes: { status: "DISPUTED", dispute } }, by);
      });
    },

    async propose({ referralId, kind, on, evidence: given }, by) {
      const evidence = given.trim();
      if (!isEvidence(evidence)) return refuse(CONTRIBUTION_REFUSALS.evidence);
      if (!isDayUpTo(on, chinaDayOf(clock()))) return refuse(CONTRIBUTION_REFUSALS.on);
      return await workTransaction(at, (transaction) => writeProposal(transaction, options, { referralId, kind, on, evidence }, by));
    },
  };
}
