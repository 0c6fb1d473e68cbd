import type { FieldScheme, PlaceLevel, ScientistFilter, Tier } from "../../graphql/generated.ts";
import type { Predicate } from "./compile-filter.ts";
import type { PersonTable } from "./person-table.ts";

/** A place as the read model needs it. */
export interface PlaceRecord {
  readonly id: string;
  readonly level: PlaceLevel;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly code: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** Id of the place directly around it. */
  readonly withinId: string | null;
  /** Id of the place that took it over; null when it is in force. */
  readonly succeededById: string | null;
}

/** An institution as the read model needs it. */
export interface InstitutionRecord {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly placeId: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

/** A field as the read model needs it. */
export interface FieldRecord {
  readonly id: string;
  readonly scheme: FieldScheme;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly broaderIds: readonly string[];
}

/** An award as the read model needs it. */
export interface AwardRecord {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string;
}

/** A source as the read model needs it. */
export interface SourceRecord {
  readonly id: string;
  readonly title: string;
  readonly retrievedAt: string;
}

/** Everything that people refer to. */
export interface ReferenceRecords {
  readonly places: readonly PlaceRecord[];
  readonly institutions: readonly InstitutionRecord[];
  readonly fields: readonly FieldRecord[];
  readonly awards: readonly AwardRecord[];
  readonly sources: readonly SourceRecord[];
}

/** A person as the read model needs it. Numbers of references are those of {@link ReferenceTables}; null is unknown. */
export interface PersonRecord {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly aliases: readonly string[];
  readonly birthDate: string | null;
  readonly deathDate: string | null;
  readonly tier: Tier | null;
  /** Number of the birthplace in use. */
  readonly birthPlace: number | null;
  /** Number of the ancestral home in use. */
  readonly ancestralHome: number | null;
  /** Number of the institution of the latest employment. */
  readonly workplace: number | null;
  /** Number of the institution of the latest schooling. */
  readonly almaMater: number | null;
  readonly employers: readonly number[];
  readonly almaMaters: readonly number[];
  readonly fields: readonly number[];
  readonly awards: readonly number[];
  readonly sources: readonly number[];
  readonly latestAwardYear: number | null;
}

/** Rows of one table with the strength of their match, in no particular order, each row once. */
export interface RankedRows {
  readonly table: PersonTable;
  readonly rows: Uint32Array;
  readonly scores: Float32Array;
}

/** The people of one query and filter: what every list, facet, map, flow, count and export is a projection of. */
export interface Selection {
  readonly table: PersonTable;
  /** Rows of the table, ascending. */
  readonly rows: Uint32Array;
  /** Strengths of the match beside `rows`; null when no text was typed. */
  readonly scores: Float32Array | null;
  readonly filter: ScientistFilter;
  /** The filter, compiled for this table. */
  readonly predicates: readonly Predicate[];
  /** The rows that the filter was applied to: what the text search found, or everyone there was at the time. */
  readonly candidates: Uint32Array;
}

/** A person in a page. */
export interface PageItem {
  readonly id: string;
  /** 0 when no text was typed. */
  readonly score: number;
  readonly cursor: string;
}

/** A page of a list. */
export interface Page {
  readonly items: readonly PageItem[];
  readonly hasNextPage: boolean;
  /** Null when the page is empty. */
  readonly endCursor: string | null;
}

/** One value of a facet with the number of people behind it. */
export interface FacetValueCount {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string | null;
  readonly count: number;
}

/** One facet of a selection, largest values first. */
export interface FacetCount {
  readonly key: string;
  readonly distinctCount: number;
  readonly values: FacetValueCount[];
}
