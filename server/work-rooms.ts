import type { Database } from "./db/records.ts";
import type { AuditTrail } from "./features/audit/index.ts";
import {
  type ContributionsService,
  contributionReminders,
  createContributionListener,
  createContributionsService,
  createSettlements,
  type Settlements,
} from "./features/contributions/index.ts";
import { introductionReminders, removeEndedTasks } from "./features/introductions/index.ts";
import {
  createPipeline,
  type Pipeline,
  type PipelineListener,
  type ReminderSource,
  removeClosedEngagements,
} from "./features/pipeline/index.ts";
import {
  CLOSED_ENGAGEMENT_KEEP_DAYS,
  ENDED_INTRODUCTION_KEEP_DAYS,
  ENDED_REFERRAL_KEEP_DAYS,
  type RefusalRegister,
  type RetainedRecords,
} from "./features/privacy/index.ts";
import {
  type Attachments,
  createAttachments,
  createReferralListener,
  createReferralsService,
  type PersonMatcher,
  type ReferralListener,
  type ReferralsService,
  referralReminders,
  removeEndedReferrals,
} from "./features/referrals/index.ts";
import type { Log } from "./shared/log.ts";
import type { Secret } from "./shared/secret.ts";

/** What the rooms of the daily work are made with. */
export interface WorkRoomsOptions extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
  readonly secret: Secret;
  readonly log: Log;
  readonly register: RefusalRegister;
  readonly matcher: PersonMatcher;
  readonly mailConfigured: boolean;
  /** Origin under which people reach the product. */
  readonly publicUrl: string | null;
  /** Rows that one settlement may hold. */
  readonly rowCap: number;
}

/** The rooms of the daily work, each told of what happens in those below it. */
export interface WorkRooms {
  readonly pipeline: Pipeline;
  readonly referrals: ReferralsService;
  readonly attachments: Attachments;
  readonly contributions: ContributionsService;
  readonly settlements: Settlements;
}

/** Makes the rooms of the daily work on one database and one clock. */
export function createWorkRooms(options: WorkRoomsOptions): WorkRooms {
  const { driver, database, audit, clock, register, matcher, rowCap } = options;
  // Rooms above the pipeline are told of what happens in it, and are made after it.
  const listeners: PipelineListener[] = [];
  const referralListeners: ReferralListener[] = [];
  const reminderSources: ReminderSource[] = [];
  const pipeline = createPipeline({ ...options, listeners, reminderSources });
  const work = { driver, database, audit, clock, settings: pipeline.settings, progressOf: pipeline.progressOf };
  const referrals = createReferralsService({ ...work, matcher, register, listeners: referralListeners });
  const written = { audit, clock, readPoints: pipeline.settings.currentIn };
  const contributionListener = createContributionListener(written);
  listeners.push(createReferralListener(work), contributionListener);
  referralListeners.push(contributionListener);
  reminderSources.push(referralReminders(work), contributionReminders({ driver, database }), introductionReminders({ driver, database }));
  return {
    pipeline,
    referrals,
    attachments: createAttachments(options),
    contributions: createContributionsService({ driver, database, ...written }),
    settlements: createSettlements({ driver, database, audit, clock, rowCap }),
  };
}

/** Records of the daily work that are kept for a time. */
export function retainedWork(database: Database, audit: AuditTrail): RetainedRecords[] {
  return [
    { name: "engagements", keepDays: CLOSED_ENGAGEMENT_KEEP_DAYS, remove: (before) => removeClosedEngagements(database, audit, before) },
    { name: "referrals", keepDays: ENDED_REFERRAL_KEEP_DAYS, remove: (before) => removeEndedReferrals(database, audit, before) },
    { name: "introductions", keepDays: ENDED_INTRODUCTION_KEEP_DAYS, remove: (before) => removeEndedTasks(database, audit, before) },
  ];
}
