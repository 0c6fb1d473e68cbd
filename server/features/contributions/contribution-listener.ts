import type { WorkTransaction } from "../../db/work-changes.ts";
import type { ContributionKind } from "../../graphql/generated.ts";
import type { EngagementEvent, PipelineListener } from "../pipeline/pipeline.types.ts";
import { occasionOf } from "./contribution-rules.ts";
import { contributionEvent, type WritingOptions, writeProposal } from "./contribution-writing.ts";
import * as repository from "./contributions.repository.ts";
import type { Writer } from "./contributions.types.ts";

/** An introduction that an ambassador made on a referral. */
export interface IntroductionMade {
  readonly referralId: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly by: Writer;
}

/** What proposes contributions by the rules, inside the transaction that writes what they rest on. */
export interface ContributionListener extends PipelineListener {
  introductionMade(transaction: WorkTransaction, made: IntroductionMade): Promise<void>;
}

/** The rules: first report when an engagement opens from a referral, visit when one is logged, outcome at landing, introduction when one was made. */
export function createContributionListener(options: WritingOptions): ContributionListener {
  async function propose(transaction: WorkTransaction, kind: ContributionKind, { referralId, on, by }: EngagementEvent): Promise<void> {
    if (referralId === null) return;
    // A refusal means that the occasion has its contribution: nothing is written twice.
    await writeProposal(transaction, options, { referralId, kind, on, evidence: null }, by);
  }

  /** Takes a proposed outcome back that nobody has decided on, when the landing it rests on was taken back. */
  async function takeOutcomeBack(transaction: WorkTransaction, { referralId, on, by }: EngagementEvent): Promise<void> {
    if (referralId === null) return;
    const found = await repository.findGround(transaction, referralId, occasionOf("OUTCOME", on));
    if (found?.there?.status !== "PROPOSED") return;
    await repository.deleteContribution(transaction, found.there.id);
    transaction.touchReferrer(found.ground.ambassadorId);
    const detail = { what: "TAKEN_BACK_BY_RULE", kind: "OUTCOME", id: found.there.id };
    await options.audit.appendIn(transaction, contributionEvent(by, found.ground.subjectIds, detail));
  }

  return {
    engagementOpened: (transaction, event) => propose(transaction, "FIRST_REPORT", event),
    engagementMoved: (transaction, event) =>
      event.status === "LANDED" ? propose(transaction, "OUTCOME", event) : takeOutcomeBack(transaction, event),
    contactLogged: async (transaction, event) => {
      if (event.kind === "VISIT") await propose(transaction, "VISIT", event);
    },
    introductionMade: async (transaction, { referralId, on, by }) => {
      await writeProposal(transaction, options, { referralId, kind: "INTRODUCTION", on, evidence: null }, by);
    },
  };
}
