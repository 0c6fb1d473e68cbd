import type { Award, FieldScheme, InstitutionKind, PlaceLevel, RelationKind, Tier } from "../../graphql/generated.ts";

/** A scientist's scalars in use, as in the graph. What hangs on it is loaded on demand. Absent is null, never "". */
export interface ScientistModel {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly aliases: string[];
  readonly birthDate: string | null;
  readonly deathDate: string | null;
  readonly specialty: string | null;
  readonly tier: Tier | null;
  readonly orcid: string | null;
  readonly openAlexId: string | null;
  readonly wikidataId: string | null;
}

/** An institution. `placeId` is the place it is located in. Degrees WGS84. */
export interface InstitutionModel {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly aliases: string[];
  readonly kind: InstitutionKind;
  readonly rorId: string | null;
  readonly placeId: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly sourceId: string;
}

/** A place. `withinIds` are the places it lies within, nearest first. Degrees WGS84. */
export interface PlaceModel {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly level: PlaceLevel;
  readonly code: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly withinIds: string[];
  readonly succeededById: string | null;
}

/** A field. `broaderIds` are the directly broader fields. */
export interface FieldModel {
  readonly id: string;
  readonly scheme: FieldScheme;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly synonyms: string[];
  readonly broaderIds: string[];
}

/** One asserted value with its provenance, before its source is loaded. */
export interface FactModel {
  readonly property: string;
  readonly value: string;
  readonly resolvedId: string | null;
  readonly inUse: boolean;
  /** See agreement.ts; true of what stands by itself. */
  readonly agrees: boolean;
  readonly sourceId: string;
  readonly url: string | null;
  readonly retrievedOn: string;
  readonly confidence: number | null;
  readonly verifiedBy: string | null;
  readonly verifiedOn: string | null;
}

/** One schooling. `institutionId` is null when the source's words could not be resolved. */
export interface EducationModel {
  readonly institutionId: string | null;
  readonly stated: string;
  readonly degree: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly order: number;
  readonly fact: FactModel;
}

/** One employment. `current` is true only when its source places the person there in the year in which it was read. */
export interface EmploymentModel {
  readonly institutionId: string | null;
  readonly stated: string;
  readonly role: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: string | null;
  readonly current: boolean;
  readonly order: number;
  readonly fact: FactModel;
}

/** Places of birth and ancestry in use. */
export interface HomesModel {
  readonly birthPlaceId: string | null;
  readonly ancestralHomeId: string | null;
}

/** An award or membership received. */
export interface AwardReceivedModel {
  readonly award: Award;
  readonly year: number | null;
  readonly category: string | null;
  readonly motivation: string | null;
  readonly fact: FactModel;
}

/** A person related to another. `strength` orders them: see related.ts. */
export interface RelatedScientistModel {
  readonly scientistId: string;
  readonly strength: number;
  readonly reasons: RelationReasonModel[];
}

/** One thing two people share; one of `institutionId` and `placeId` is set. */
export interface RelationReasonModel {
  readonly kind: RelationKind;
  readonly institutionId: string | null;
  readonly placeId: string | null;
  readonly years: string | null;
  readonly strength: number;
}
