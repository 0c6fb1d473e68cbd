import type { Transaction } from "../../db/run.ts";
import { runningEngagements } from "./engagements.repository.ts";
import type { ProgressModel } from "./pipeline.types.ts";
import type { PipelineSettingsService } from "./settings.ts";

/** The furthest engagement of some candidates of one person that is open or paused; of two in one stage the one that came there first. */
export async function progressOf(
  settings: PipelineSettingsService,
  transaction: Transaction,
  candidateIds: readonly string[],
): Promise<ProgressModel | null> {
  if (candidateIds.length === 0) return null;
  const running = await runningEngagements(transaction, candidateIds);
  if (running.length === 0) return null;
  const { stages } = await settings.currentIn(transaction);
  const ids = stages.map((stage) => stage.id);
  const [furthest] = running.toSorted(
    (left, right) => ids.indexOf(right.stage) - ids.indexOf(left.stage) || (left.stageSince < right.stageSince ? -1 : 1),
  );
  if (furthest === undefined) return null;
  const { engagementId, stage, desk, stageSince, status } = furthest;
  return { engagementId, stage, desk, stageSince, status };
}
