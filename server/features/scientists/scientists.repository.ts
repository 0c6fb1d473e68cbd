import type { z } from "zod";
import { type Database, decodeRows, type Row } from "../../db/records.ts";
import { read, readBatch } from "../../db/run.ts";
import type { FieldScheme, PlaceLevel, ResearchNeed, Source, TeamMembership, Update } from "../../graphql/generated.ts";
import type { StatedFact } from "./agreement.ts";
import { inOrder, toEducation, toEmployment, toFact } from "./facts.ts";
import type { Fellow, Neighbours, Span } from "./related.ts";
import * as rows from "./scientist-rows.ts";
import * as cypher from "./scientists.cypher.ts";
import type {
  AwardReceivedModel,
  EducationModel,
  EmploymentModel,
  FieldModel,
  HomesModel,
  InstitutionModel,
  PlaceModel,
  ScientistModel,
} from "./scientists.types.ts";

/** Many ids in, one answer for each, in their order. */
export type BatchRead<T> = (ids: readonly string[]) => Promise<T[]>;

/** Reads of the room. All take ids of ours; an unknown one answers null or an empty list. */
export interface ScientistsRepository {
  readonly scientists: BatchRead<ScientistModel | null>;
  readonly institutions: BatchRead<InstitutionModel | null>;
  readonly places: BatchRead<PlaceModel | null>;
  readonly fields: BatchRead<FieldModel | null>;
  readonly sources: BatchRead<Source | null>;
  readonly homes: BatchRead<HomesModel>;
  readonly employment: BatchRead<EmploymentModel[]>;
  readonly education: BatchRead<EducationModel[]>;
  readonly fieldIds: BatchRead<string[]>;
  readonly awards: BatchRead<AwardReceivedModel[]>;
  readonly facts: BatchRead<StatedFact[]>;
  readonly teams: BatchRead<TeamMembership[]>;
  readonly needs: BatchRead<ResearchNeed[]>;
  readonly updates: BatchRead<Update[]>;
  /** Ids of the fields of some schemes, by key. */
  fieldIdsOfSchemes(schemes: readonly FieldScheme[]): Promise<string[]>;
  /** Ids of places by code and name: directly within `within` (null: at the top), or of one level at any depth. */
  placeIds(within: string | null, level: PlaceLevel | null): Promise<string[]>;
  /** Those who studied where a person did; `perPlace` of each institution at most. */
  fellowAlumni(id: string, perPlace: number): Promise<Fellow[]>;
  /** Those who worked where a person did; `perPlace` of each institution at most. */
  colleagues(id: string, perPlace: number): Promise<Fellow[]>;
  /** Those, other than a person, from some places; `perPlace` of each at most. */
  peopleFrom(id: string, placeIds: readonly string[], perPlace: number): Promise<Neighbours[]>;
}

const LEVELS: readonly PlaceLevel[] = ["COUNTRY", "PROVINCE", "CITY", "COUNTY"];
const NO_HOMES: HomesModel = { birthPlaceId: null, ancestralHomeId: null };

type Located = { readonly location: { readonly longitude: number; readonly latitude: number } | null };

/** The point of a node as two columns. */
function flatten<T extends Located>({ location, ...rest }: T): Omit<T, "location"> & { longitude: number | null; latitude: number | null } {
  return { ...rest, longitude: location?.longitude ?? null, latitude: location?.latitude ?? null };
}

function toSpan(from: string | null | undefined, to: string | null | undefined, asOf: string | null | undefined): Span {
  return { from: from ?? null, to: to ?? null, asOf: asOf ?? null };
}

/** The people of one institution, each once with all dates there. */
function toFellows({ sharedId, size, ...row }: z.infer<typeof rows.fellowsRow>): Fellow[] {
  const own = row.own.map(([from, to, asOf]) => toSpan(from, to, asOf));
  const people = new Map<string, Span[]>();
  for (const [otherId, from, to, asOf] of row.theirs) {
    if (!otherId) continue;
    const span = toSpan(from, to, asOf);
    const known = people.get(otherId);
    if (known === undefined) people.set(otherId, [span]);
    else known.push(span);
  }
  return Array.from(people, ([otherId, theirs]) => ({ sharedId, otherId, own, theirs, size }));
}

function placeQuery(within: string | null, level: PlaceLevel | null): readonly [string, Row] {
  if (within === null) return level === null ? [cypher.TOP_PLACE_IDS, { levels: LEVELS }] : [cypher.PLACE_IDS_OF_LEVEL, { level }];
  return level === null ? [cypher.PLACE_IDS_DIRECTLY_WITHIN, { within }] : [cypher.PLACE_IDS_WITHIN, { within, level }];
}

/** The reads of the room on one database. */
export function createScientistsRepository({ driver, database }: Database): ScientistsRepository {
  const batch = <T extends { key: string }>(query: string, ids: readonly string[], shape: z.ZodType<T>) =>
    readBatch(driver, database, query, ids, shape);
  const items = async <T>(query: string, ids: readonly string[], shape: z.ZodType<{ key: string; items: T[] }>): Promise<T[][]> =>
    (await batch(query, ids, shape)).map((row) => row?.items ?? []);
  const list = async <T>(query: string, parameters: Row, shape: z.ZodType<T>): Promise<T[]> =>
    decodeRows(shape, await read(driver, database, query, parameters));
  return {
    scientists: async (ids) => (await batch(cypher.SCIENTISTS_BY_ID, ids, rows.scientistRow)).map((row) => row?.item ?? null),
    institutions: async (ids) => (await batch(cypher.INSTITUTIONS_BY_ID, ids, rows.institutionRow)).map((row) => row && flatten(row.item)),
    places: async (ids) => (await batch(cypher.PLACES_BY_ID, ids, rows.placeRow)).map((row) => row && flatten(row.item)),
    fields: async (ids) => (await batch(cypher.FIELDS_BY_ID, ids, rows.fieldRow)).map((row) => row?.item ?? null),
    sources: async (ids) => (await batch(cypher.SOURCES_BY_ID, ids, rows.sourceRow)).map((row) => row?.item ?? null),
    homes: async (ids) => (await batch(cypher.HOMES_OF, ids, rows.homesRow)).map((row) => row ?? NO_HOMES),
    employment: async (ids) =>
      (await batch(cypher.EMPLOYMENT_OF, ids, rows.employmentRow)).map((row) => toEmployment(row?.items ?? [], row?.deceased ?? false)),
    education: async (ids) => (await items(cypher.EDUCATION_OF, ids, rows.educationRow)).map(toEducation),
    fieldIds: (ids) => items(cypher.FIELDS_OF, ids, rows.fieldIdsRow),
    awards: async (ids) =>
      (await items(cypher.AWARDS_OF, ids, rows.awardsRow)).map((received) =>
        received.map((item) => {
          const assertion = { property: "award", value: item.award.nameZh ?? item.award.nameEn, resolvedId: item.award.id, inUse: true };
          return {
            award: item.award,
            year: item.year,
            category: item.category,
            motivation: item.motivation,
            fact: toFact(assertion, item),
          };
        }),
      ),
    facts: async (ids) => (await items(cypher.FACTS_OF, ids, rows.factsRow)).map(inOrder),
    teams: (ids) => items(cypher.TEAMS_OF, ids, rows.teamsRow),
    needs: (ids) => items(cypher.NEEDS_OF, ids, rows.needsRow),
    updates: (ids) => items(cypher.UPDATES_OF, ids, rows.updatesRow),
    fieldIdsOfSchemes: async (schemes) => (await list(cypher.FIELD_IDS, { schemes }, rows.idRow)).map((row) => row.id),
    placeIds: async (within, level) => (await list(...placeQuery(within, level), rows.idRow)).map((row) => row.id),
    fellowAlumni: async (id, perPlace) => (await list(cypher.FELLOW_ALUMNI, { id, perPlace }, rows.fellowsRow)).flatMap(toFellows),
    colleagues: async (id, perPlace) => (await list(cypher.COLLEAGUES, { id, perPlace }, rows.fellowsRow)).flatMap(toFellows),
    peopleFrom: (id, placeIds, perPlace) => list(cypher.PEOPLE_FROM, { id, placeIds, perPlace }, rows.neighbourRow),
  };
}
