import { pruneAuditTrail } from "./audit-retention.ts";
import type { AuditTrailOptions } from "./audit-trail.ts";
import { readAuditEnd } from "./audit-verify.ts";

/** What {@link startAuditUpkeep} is given. */
export interface AuditUpkeepOptions extends AuditTrailOptions {
  readonly keepDays: number;
}

const HOUR_MS = 3_600_000;
const HOURS_BETWEEN_PRUNES = 24;

/**
 * Writes the end of the trail to the log now and every hour, as an anchor outside the database for `npm run audit -- verify --expect`,
 * and deletes what is past its time now and every day. Answers the function that stops it.
 */
export function startAuditUpkeep(options: AuditUpkeepOptions): () => void {
  const { log } = options;
  let hours = 0;
  const round = async (): Promise<void> => {
    try {
      if (hours % HOURS_BETWEEN_PRUNES === 0) {
        const pruned = await pruneAuditTrail(options, options.keepDays);
        if (pruned > 0) log.info({ pruned, keepDays: options.keepDays }, "audit records past their time deleted");
      }
      hours += 1;
      const end = await readAuditEnd(options, options.secret);
      if (end === null) log.error({}, "the end of the audit trail is missing or was changed");
      else log.info({ anchor: `${end.index}:${end.hash}` }, "audit trail end");
    } catch (error) {
      log.error({ err: error }, "audit trail upkeep failed");
    }
  };
  void round();
  const timer = setInterval(() => void round(), HOUR_MS);
  timer.unref();
  return () => clearInterval(timer);
}
