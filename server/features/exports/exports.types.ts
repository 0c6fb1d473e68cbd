import type { ExportRequestStatus, ScientistFilter } from "../../graphql/generated.ts";
import type { AuditActor, AuditDetail, RequestOrigin } from "../audit/index.ts";

/** Who asks for something, and from where. */
export interface Requester {
  readonly actor: AuditActor;
  readonly origin: RequestOrigin;
}

/** The people that an export holds: typed text and filter, or those of a network. */
export interface ExportSelection {
  /** Ids of the people of a network; then there is neither text nor filter. */
  readonly people?: readonly string[] | undefined;
  readonly query?: string | null | undefined;
  readonly filter?: ScientistFilter | null | undefined;
}

/** An export over the row cap that was asked for. */
export interface ExportRequestModel {
  readonly id: string;
  readonly requestedById: string;
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly reason: string;
  readonly selection: string;
  readonly rowCount: number;
  readonly status: ExportRequestStatus;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
  readonly expiresAt: string | null;
}

/** An export that somebody wants to fetch now. */
export interface WantedExport {
  readonly selection: ExportSelection;
  readonly format: "csv" | "xlsx" | "png" | "svg" | "gexf" | "graphml";
  readonly reason: string;
  /** How many people it holds. */
  readonly count: number;
  /** What else the trail tells of it. */
  readonly detail?: AuditDetail;
  /** Id of an approved request; undefined without. */
  readonly approval: string | undefined;
}
