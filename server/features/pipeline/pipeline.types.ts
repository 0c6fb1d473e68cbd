import type { WorkTransaction } from "../../db/work-changes.ts";
import type {
  ContactEntryKind,
  ContributionKind,
  EngagementChannel,
  EngagementStatus,
  ProgrammeKind,
  ReminderKind,
} from "../../graphql/generated.ts";
import type { AuditActor, RequestOrigin } from "../audit/audit.types.ts";
import type { Principal } from "../auth/auth.types.ts";

/** On whose behalf something is written, and from where. */
export interface Writer {
  readonly actor: AuditActor;
  readonly origin: RequestOrigin;
}

/** A stage of the road. */
export interface StageModel {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Working days; null for no limit. */
  readonly limitDays: number | null;
}

/** A desk of the office. */
export interface DeskModel {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What a version of the settings says. */
export interface SettingsContent {
  readonly stages: readonly StageModel[];
  readonly desks: readonly DeskModel[];
  readonly claimDays: number;
  readonly claimReminderDays: number;
  readonly points: readonly { readonly kind: ContributionKind; readonly points: number }[];
}

/** A version of the settings. */
export interface SettingsModel extends SettingsContent {
  readonly version: number;
  readonly changedAt: string;
  readonly changedBy: string | null;
}

/** An engagement as kept, with what is asked of it most often. Days are `YYYY-MM-DD`. */
export interface EngagementModel {
  readonly id: string;
  readonly version: number;
  readonly stageId: string;
  readonly status: EngagementStatus;
  readonly channel: EngagementChannel;
  readonly deskId: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly openedOn: string;
  /** Since when it is in its stage and status. */
  readonly stageSince: string;
  /** When it entered the stage, pauses included. */
  readonly stageEnteredOn: string;
  readonly closedOn: string | null;
  readonly nextStepText: string | null;
  readonly nextStepDueOn: string | null;
  readonly lastMoveId: string;
  readonly demo: boolean;
  readonly candidateId: string;
  /** Of the scientist when identified, else as stated first. */
  readonly personNameZh: string | null;
  readonly personNameEn: string | null;
  readonly personName: string;
  readonly scientistId: string | null;
  readonly programmeId: string | null;
  readonly referralId: string | null;
  /** Latest contact of anybody with the person, in whatever engagement. */
  readonly lastContactId: string | null;
  readonly lastContactOn: string | null;
}

/** A programme or need. */
export interface ProgrammeModel {
  readonly id: string;
  readonly kind: ProgrammeKind;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly description: string | null;
  readonly closed: boolean;
  readonly demo: boolean;
}

/** A move in the history. */
export interface MoveModel {
  readonly id: string;
  readonly engagementId: string;
  readonly fromStage: string | null;
  readonly toStage: string;
  readonly fromStatus: EngagementStatus | null;
  readonly toStatus: EngagementStatus;
  readonly at: string;
  readonly byId: string;
  readonly byName: string;
  readonly reason: string | null;
  readonly takesBack: string | null;
  readonly takenBack: boolean;
}

/** Something to do or to know. */
export interface ReminderModel {
  /** The same thing keeps it. */
  readonly id: string;
  readonly kind: ReminderKind;
  readonly on: string;
  readonly overdue: boolean;
  readonly personName: string;
  readonly text: string;
  readonly engagementId: string | null;
  readonly referralId: string | null;
  readonly introductionTaskId?: string | null;
}

/** A contact of the office with a person, without what was said. */
export interface OfficeContactModel {
  readonly on: string;
  readonly kind: ContactEntryKind;
  readonly deskId: string;
}

/** Gives reminders of one room. */
export interface ReminderSource {
  /** For one viewer on a day in China. Dismissed ones are left out elsewhere. */
  remindersFor(principal: Principal, language: "zh" | "en", today: string): Promise<ReminderModel[]>;
}

/** Something that happened to an engagement, told inside the transaction that writes it. */
export interface EngagementEvent {
  readonly engagementId: string;
  readonly candidateId: string;
  /** The referral that the engagement came from. */
  readonly referralId: string | null;
  /** Afterwards. */
  readonly stage: string;
  readonly status: EngagementStatus;
  /** How the contact was made; only of contacts. */
  readonly kind?: ContactEntryKind;
  /** Day in China. */
  readonly on: string;
  readonly by: Writer;
}

/** What other rooms do when something happens to an engagement; a rejection undoes the whole. */
export interface PipelineListener {
  engagementOpened?(transaction: WorkTransaction, event: EngagementEvent): Promise<void>;
  /** Also when a move was taken back. */
  engagementMoved?(transaction: WorkTransaction, event: EngagementEvent): Promise<void>;
  contactLogged?(transaction: WorkTransaction, event: EngagementEvent): Promise<void>;
}

/** How far a person has come: the furthest engagement that is open or paused. */
export interface ProgressModel {
  readonly engagementId: string;
  /** Id of the stage. */
  readonly stage: string;
  /** Id of the desk. */
  readonly desk: string;
  readonly stageSince: string;
  readonly status: EngagementStatus;
}
