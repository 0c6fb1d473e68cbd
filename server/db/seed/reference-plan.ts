import type { AwardRow, FieldRow, InstitutionRow, PlaceRow, SourceRow } from "../../../seeds/rows.ts";
import { seedId } from "../../shared/ids.ts";
import { toPoint } from "../records.ts";
import { contentHash } from "./content-hash.ts";
import * as cypher from "./reference-rows.cypher.ts";
import { UNKNOWN_FIELDS, UNKNOWN_PLACES } from "./scientist-rows.cypher.ts";

/** Relationships of one type, by the keys of the nodes they point to, with the statements that write and check them. */
export interface PlannedLinks {
  readonly create: string;
  readonly target: string;
  readonly unknown: string;
  readonly to: readonly string[];
}

/** Everything the graph holds of one row of a place, institution, field, award or source. */
export interface ReferencePlan {
  readonly id: string;
  readonly key: string;
  readonly hash: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly links: readonly PlannedLinks[];
  /** Key of the source of the row; absent for sources. */
  readonly source?: string;
}

/** The statements of one label. `unlink` is absent when the label has no outgoing relationships. */
export interface ReferenceStatements {
  readonly hashes: string;
  readonly upsert: string;
  readonly unlink?: string;
  readonly mark: string;
}

/** Statements by label, in the order in which labels are written. */
export const REFERENCE_STATEMENTS = {
  Source: { hashes: cypher.SOURCE_HASHES, upsert: cypher.UPSERT_SOURCES, mark: cypher.MARK_SOURCES },
  Place: { hashes: cypher.PLACE_HASHES, upsert: cypher.UPSERT_PLACES, unlink: cypher.UNLINK_PLACES, mark: cypher.MARK_PLACES },
  Field: { hashes: cypher.FIELD_HASHES, upsert: cypher.UPSERT_FIELDS, unlink: cypher.UNLINK_FIELDS, mark: cypher.MARK_FIELDS },
  Institution: {
    hashes: cypher.INSTITUTION_HASHES,
    upsert: cypher.UPSERT_INSTITUTIONS,
    unlink: cypher.UNLINK_INSTITUTIONS,
    mark: cypher.MARK_INSTITUTIONS,
  },
  Award: { hashes: cypher.AWARD_HASHES, upsert: cypher.UPSERT_AWARDS, mark: cypher.MARK_AWARDS },
} satisfies Record<string, ReferenceStatements>;

/** A label of {@link REFERENCE_STATEMENTS}. */
export type ReferenceLabel = keyof typeof REFERENCE_STATEMENTS;

function plan(
  label: ReferenceLabel,
  row: { key: string; source?: string },
  properties: ReferencePlan["properties"],
  links: readonly PlannedLinks[] = [],
): ReferencePlan {
  const source = row.source === undefined ? {} : { source: row.source };
  // The row itself is hashed, not the properties: points of the driver are no plain data.
  return { id: seedId(label, row.key), key: row.key, hash: contentHash(row), properties, links, ...source };
}

function location(row: { longitude?: number | undefined; latitude?: number | undefined }): unknown {
  return row.longitude === undefined || row.latitude === undefined ? null : toPoint({ longitude: row.longitude, latitude: row.latitude });
}

function placeLinks(create: string, to: ReadonlyArray<string | undefined>): PlannedLinks {
  return { create, target: "place", unknown: UNKNOWN_PLACES, to: to.filter((key) => key !== undefined) };
}

/** What the graph holds of a source. */
export function planSource(row: SourceRow): ReferencePlan {
  const { key: _key, ...properties } = row;
  return plan("Source", row, properties);
}

/** What the graph holds of a place. */
export function planPlace(row: PlaceRow): ReferencePlan {
  const properties = {
    level: row.level,
    nameZh: row.nameZh,
    nameEn: row.nameEn ?? null,
    aliases: row.aliases,
    code: row.code ?? null,
    geonamesId: row.geonamesId ?? null,
    location: location(row),
    validFrom: row.validFrom ?? null,
    validTo: row.validTo ?? null,
    sourceId: seedId("Source", row.source),
  };
  return plan("Place", row, properties, [
    placeLinks(cypher.LINK_WITHIN, [row.within]),
    placeLinks(cypher.LINK_SUCCEEDED_BY, [row.succeededBy]),
  ]);
}

/** What the graph holds of a field. */
export function planField(row: FieldRow): ReferencePlan {
  const { scheme, nameZh, nameEn, synonyms } = row;
  const broader = { create: cypher.LINK_BROADER, target: "field", unknown: UNKNOWN_FIELDS, to: row.broader };
  return plan("Field", row, { scheme, nameZh, nameEn, synonyms, sourceId: seedId("Source", row.source) }, [broader]);
}

/** What the graph holds of an institution. */
export function planInstitution(row: InstitutionRow): ReferencePlan {
  const properties = {
    nameZh: row.nameZh ?? null,
    nameEn: row.nameEn ?? null,
    aliases: row.aliases,
    rorId: row.rorId ?? null,
    kind: row.kind,
    location: location(row),
    sourceId: seedId("Source", row.source),
  };
  return plan("Institution", row, properties, [placeLinks(cypher.LINK_LOCATED_IN, [row.place])]);
}

/** What the graph holds of an award. */
export function planAward(row: AwardRow): ReferencePlan {
  return plan("Award", row, {
    nameZh: row.nameZh ?? null,
    nameEn: row.nameEn,
    url: row.url ?? null,
    sourceId: seedId("Source", row.source),
  });
}
