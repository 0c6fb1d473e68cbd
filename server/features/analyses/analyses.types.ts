import type { AnalysisSharing } from "../../graphql/generated.ts";
import type { AuditActor, RequestOrigin } from "../audit/index.ts";

/** Who saves or opens an analysis, and from where. */
export interface Analyst {
  readonly actor: AuditActor;
  readonly origin: RequestOrigin;
}

/** A saved analysis without its view. */
export interface AnalysisModel {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly shared: AnalysisSharing;
  /** When its data was read, ISO 8601. */
  readonly dataDate: string;
  readonly createdAt: string;
  readonly changedAt: string;
  /** Counts the writes, from 1. */
  readonly version: number;
  readonly people: number;
  readonly links: number;
  readonly demo: boolean;
  /** Deleted, and to be removed some days later. */
  readonly deletedAt: string | null;
}

/** An analysis as it is opened: without people who are no longer there. */
export interface OpenedAnalysisModel {
  readonly analysis: AnalysisModel;
  /** JSON text, as `packedView` states it. */
  readonly view: string;
  /** How many people of the saved view are no longer there. */
  readonly missingPeople: number;
}

/** A new analysis that somebody wants to save. */
export interface NewAnalysis {
  /** Made by the client, so that saving sent twice saves once. */
  readonly key: string;
  readonly title: string;
  readonly view: unknown;
}

/** A saved analysis that its owner wants to save anew. */
export interface ChangedAnalysis {
  readonly id: string;
  /** The version that was seen. */
  readonly version: number;
  readonly view: unknown;
}
