import type { IntroductionLink, MeasureKind, MeasureStatus } from "../../graphql/generated.ts";

/** Two groups between which people who bridge them are looked for. */
export type BetweenModel =
  | { readonly kind: "INSTITUTIONS"; readonly first: string; readonly second: string }
  | { readonly kind: "COMMUNITIES"; readonly runId: string; readonly first: number; readonly second: number };

/** What a measure is computed of, and how; kept with the run as it was asked for. */
export interface MeasureParameters {
  /** How the people were chosen, in words of the request; null when everybody. The people themselves are kept apart until the run ends. */
  readonly selection: { readonly query: string | null; readonly filter: unknown; readonly named: number | null } | null;
  readonly links: readonly IntroductionLink[];
  readonly minWorks: number;
  readonly since: number | null;
  /** People from whom betweenness starts; null for the other kinds. */
  readonly sample: number | null;
  readonly personId: string | null;
  readonly between: BetweenModel | null;
}

/** One run of a measure, as the graph keeps it. */
export interface MeasureRunModel {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly status: MeasureStatus;
  /** From 0 to 1. */
  readonly progress: number;
  readonly seed: number;
  readonly parameters: MeasureParameters;
  readonly queuedAt: string;
  readonly startedById: string;
  readonly startedBy: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Number of the last change of the graph before it was read. */
  readonly changeSequence: number | null;
  readonly people: number | null;
  readonly pairs: number | null;
  readonly unlinked: number | null;
  readonly summary: MeasureSummary;
  readonly failure: MeasureFailure | null;
  readonly demo: boolean;
}

/** Why a run failed. */
export type MeasureFailure = "INTERRUPTED" | "DATABASE" | "GONE";

/** Something that a community is typical of, and how many of its people have it. */
export interface TypicalModel {
  readonly id: string;
  readonly count: number;
}

/** A community or component: its number (1 is the largest), what is typical of it, and its best linked people. */
export interface CommunityModel {
  readonly number: number;
  readonly size: number;
  readonly fields: readonly TypicalModel[];
  readonly institutions: readonly TypicalModel[];
  readonly central: readonly string[];
}

/** What a finished run says beside the value of each person. */
export interface MeasureSummary {
  readonly communities: readonly CommunityModel[];
  /** How many communities or components of two and more people there are. */
  readonly communityCount: number;
  /** Groups of people that were passed over because they are larger than links are read of. */
  readonly largeGroups: number;
}

/** What a measure says of one person: a score, a similarity or the number of a community; bridges also their links to either side. */
export type MeasuredRow = readonly [id: string, value: number, first?: number, second?: number];

/** A person in a ranking. */
export interface MeasuredPersonModel {
  readonly rank: number;
  readonly person: { readonly id: string; readonly name: string; readonly isScientist: boolean };
  readonly value: number;
  readonly first: number | null;
  readonly second: number | null;
}
