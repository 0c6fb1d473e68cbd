import type { Match, QueryChip, ScientistFilter, ScientistSort } from "../../graphql/generated.ts";
import type { Rights } from "../rights/index.ts";
import type { ScientistModel } from "../scientists/scientists.types.ts";
import type { Selection } from "../selection/index.ts";
import type { Chip } from "./query-parser.ts";

/** What a list, a map or an export is asked for: a typed text and a filter. */
export interface SearchRequest {
  readonly query?: string | null | undefined;
  readonly filter?: ScientistFilter | null | undefined;
}

/** The one selection behind every projection, and how the text was understood. */
export interface ResolvedSearch {
  readonly selection: Selection;
  readonly interpretation: QueryChip[];
  /** The words searched as text; empty when everything became a chip. */
  readonly residual: string;
  /** The parts of the text that the selection was made from; empty when no text was typed. */
  readonly chips: readonly Chip[];
  /** Of the reader that it was resolved for. */
  readonly rights: Rights;
}

/** A page of a list before its people are loaded. */
export interface ScientistConnectionModel {
  readonly search: ResolvedSearch;
  readonly sort: ScientistSort | null;
  readonly first: number;
  readonly after: string | null;
}

/** A person in a list, with the reasons for the match. */
export interface ScientistEdgeModel {
  readonly cursor: string;
  readonly score: number;
  readonly node: ScientistModel;
  readonly matched: Match[];
}
