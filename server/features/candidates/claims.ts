import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import type { Transaction } from "../../db/run.ts";
import type { WorkTransaction } from "../../db/work-changes.ts";
import { RUNNING_CLAIMS, YIELD_CLAIMS } from "./claims.cypher.ts";

const claimRow = z.object({
  referralId: z.string(),
  referrerId: z.string(),
  claimedUntil: z.string(),
  state: z.enum(["CLAIMED", "IN_PROGRESS"]),
});

/** A claim that runs: whose referral holds the person, and until which day. */
export type RunningClaim = z.infer<typeof claimRow>;

/** The running claims on some candidates of one person, first first; `today` in Asia/Shanghai. One at most, unless they were not known to be one person. */
export async function runningClaims(transaction: Transaction, candidateIds: readonly string[], today: string): Promise<RunningClaim[]> {
  return decodeRows(claimRow, await transaction.run(RUNNING_CLAIMS, { ids: candidateIds, today }));
}

/** Leaves a person one running claim, the first one: what is needed when two candidates turn out to be one person. */
export async function settleClaims(transaction: WorkTransaction, candidateIds: readonly string[], today: string): Promise<void> {
  const [, ...later] = await runningClaims(transaction, candidateIds, today);
  if (later.length === 0) return;
  await transaction.run(YIELD_CLAIMS, { ids: later.map((claim) => claim.referralId) });
  for (const { referrerId } of later) transaction.touchReferrer(referrerId);
}
