import type { EngagementStatus, Pipeline_CardFragment, Pipeline_ConflictFragment, Pipeline_FullFragment } from "../../gql/generated.ts";

/** An engagement as board and table show it. */
export type Card = Pipeline_CardFragment;

/** An engagement in full. */
export type FullEngagement = Pipeline_FullFragment;

/** A move that an engagement allows now. */
export type Allowed = Card["allowedMoves"][number];

/** An engagement as it stands after somebody else changed it, with its history. */
export type Changed = Pipeline_ConflictFragment["engagement"];

/** What is wanted of one or several engagements: a stage, or a status without another stage. */
export interface Target {
  readonly stage: { readonly id: string; readonly nameZh: string; readonly nameEn: string } | null;
  readonly status: EngagementStatus;
}
