import type { WorkTransaction } from "../../db/work-changes.ts";
import type { ContributionKind } from "../../graphql/generated.ts";
import { newId } from "../../shared/ids.ts";
import { type Outcome, refuse } from "../../shared/refusals.ts";
import type { AuditDetail, AuditEvent, AuditTrail } from "../audit/index.ts";
import { CONTRIBUTION_REFUSALS } from "./contribution-refusals.ts";
import { occasionOf, pointsOf } from "./contribution-rules.ts";
import * as repository from "./contributions.repository.ts";
import type { ContributionModel, ReadPoints, Writer } from "./contributions.types.ts";

/** What proposals are written with. */
export interface WritingOptions {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
  readonly readPoints: ReadPoints;
}

/** A contribution that somebody or a rule proposes. */
export interface Proposal {
  readonly referralId: string;
  readonly kind: ContributionKind;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Null for the rules. */
  readonly evidence: string | null;
}

/** What the audit trail keeps of a contribution: no words of anybody. */
export function keptOf({ id, kind, points, settingsVersion, status, on }: ContributionModel): AuditDetail {
  return { id, kind, points, settingsVersion, status, on };
}

/** A record of the trail about a contribution. */
export function contributionEvent({ actor, origin }: Writer, subjectIds: readonly string[], detail: AuditDetail): AuditEvent {
  return { actor, origin, action: "CONTRIBUTION", subjectIds, detail, result: "OK" };
}

/**
 * Proposes a contribution with the points of the settings in use, once for each occasion of a referral. Refused when the referral is gone
 * or the occasion has its contribution already.
 */
export async function writeProposal(
  transaction: WorkTransaction,
  { audit, clock, readPoints }: WritingOptions,
  { referralId, kind, on, evidence }: Proposal,
  by: Writer,
): Promise<Outcome<ContributionModel>> {
  const occasion = occasionOf(kind, on);
  const found = await repository.findGround(transaction, referralId, occasion);
  if (found === null) return refuse(CONTRIBUTION_REFUSALS.noReferral);
  if (found.there !== null) return refuse(CONTRIBUTION_REFUSALS.sameAgain);
  const { ground } = found;
  const settings = await readPoints(transaction);
  const points = pointsOf(kind, settings.points);
  const now = clock();
  const written = {
    id: newId(now.getTime()),
    kind,
    ambassadorId: ground.ambassadorId,
    ambassadorName: ground.ambassadorName,
    proposedPoints: points,
    points,
    settingsVersion: settings.version,
    status: "PROPOSED" as const,
    evidence,
    on,
    proposedAt: now.toISOString(),
    demo: ground.demo || by.actor.demo,
  };
  await repository.createContribution(transaction, referralId, {
    ...written,
    occasion,
    proposedById: evidence === null ? null : by.actor.id,
  });
  transaction.touchReferrer(ground.ambassadorId);
  const contribution = {
    ...written,
    referralId,
    dispute: null,
    decisionNote: null,
    decidedByName: null,
    decidedAt: null,
    settlement: null,
  };
  const detail = { what: evidence === null ? "PROPOSED_BY_RULE" : "PROPOSED", before: null, after: keptOf(contribution) };
  await audit.appendIn(transaction, contributionEvent(by, ground.subjectIds, detail));
  return { done: contribution };
}
