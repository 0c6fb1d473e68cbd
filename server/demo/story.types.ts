import type {
  ContactEntryKind,
  EngagementChannel,
  EngagementStatus,
  ProgrammeKind,
  ReferralOpenness,
  ReferralRelation,
} from "../graphql/generated.ts";

/** Who acts in the story. The first of each is the account of the trial desk itself. */
export type Officer = "officer" | "second";
export type Ambassador = "ambassador" | "zhou" | "gu";

/** A programme or need of the story. */
export type ProgrammeKey = "programme" | "chip" | "biology";

/** Something that happens to a person's engagement; `ago` counts days back from today. */
export type StoryEvent =
  | {
      readonly ago: number;
      readonly what: "OPEN";
      readonly programme: ProgrammeKey | null;
      readonly owner?: Officer;
      readonly ownFind?: boolean;
    }
  | { readonly ago: number; readonly what: "CHECK"; readonly restricted?: boolean }
  | {
      readonly ago: number;
      readonly what: "CONTACT";
      readonly kind: ContactEntryKind;
      readonly said: string;
      readonly promises?: readonly { readonly text: string; readonly dueIn: number; readonly kept?: boolean }[];
    }
  | { readonly ago: number; readonly what: "STAGE"; readonly to: number; readonly reason?: string }
  | { readonly ago: number; readonly what: "STATUS"; readonly to: EngagementStatus; readonly reason: string }
  /** `dueIn` counts days from today, negative for a day that is past. */
  | { readonly ago: number; readonly what: "NEXT"; readonly text: string; readonly dueIn: number };

/** What becomes of a referral that no engagement follows. */
export type ReferralEnd =
  | { readonly ago: number; readonly what: "WITHDRAW"; readonly reason: string }
  | { readonly ago: number; readonly what: "DECLINE"; readonly reason: string };

/** Somebody who is referred, and what follows. Names and employers are invented. */
export interface StoryPerson {
  readonly name: string;
  readonly employer: string;
  readonly by: Ambassador | Officer;
  readonly referred: number;
  readonly relation: ReferralRelation;
  readonly knownFrom?: number;
  readonly openTo: readonly ReferralOpenness[];
  readonly agreed: boolean;
  readonly note?: string;
  readonly channel?: EngagementChannel;
  readonly events?: readonly StoryEvent[];
  readonly end?: ReferralEnd;
}

/** A person who is referred a second time. */
export interface StoryRepeat {
  /** Name of a person of the story. */
  readonly person: string;
  readonly by: Ambassador;
  readonly ago: number;
  readonly relation: ReferralRelation;
  /** Says that it is somebody else of the same name and employer. */
  readonly anotherBecause?: string;
  /** Offers an introduction. */
  readonly offer?: { readonly ago: number; readonly note: string; readonly made?: { readonly ago: number; readonly note: string } };
}

/** A programme or need. */
export interface StoryProgramme {
  readonly kind: ProgrammeKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly description: string;
}
