import type { ResearchNeedKind } from "../../graphql/generated.ts";

/** A person of a team, before the scientist is loaded. */
export interface TeamPersonModel {
  readonly id: string;
  readonly name: string;
  readonly isScientist: boolean;
}

/** Somebody in a team, with the provenance of the membership. */
export interface TeamMemberModel {
  readonly person: TeamPersonModel;
  readonly role: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly stated: string;
  readonly verifiedBy: string | null;
  readonly verifiedOn: string | null;
}

/** Something that a team needs. */
export interface TeamNeedModel {
  readonly id: string;
  readonly kind: ResearchNeedKind;
  readonly description: string;
  readonly institutionId: string | null;
  readonly assignedBy: string | null;
  readonly assignedAt: string | null;
}

/** A team with its people and needs. */
export interface TeamModel {
  readonly id: string;
  readonly name: string;
  readonly proposed: boolean;
  readonly purpose: string | null;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly demo: boolean;
  readonly members: readonly TeamMemberModel[];
  readonly needs: readonly TeamNeedModel[];
}

/** An institute near us where people work on what a team works on. */
export interface InstituteModel {
  readonly id: string;
  readonly people: number;
}

/** People of whom every two have repeated joint works. */
export interface SuggestionModel {
  readonly people: readonly TeamPersonModel[];
  readonly leastWorks: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}
