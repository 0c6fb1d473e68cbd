import type { Database } from "../../db/records.ts";
import type { FieldScheme, HomeTie, PlaceLevel } from "../../graphql/generated.ts";
import { broaderFirst } from "./broader-first.ts";
import { latestEmployment } from "./latest.ts";
import { lineage, present } from "./lineage.ts";
import { byHome, byInstitution, strongest } from "./related.ts";
import type { ScientistsLoaders } from "./scientists.loaders.ts";
import { createScientistsRepository, type ScientistsRepository } from "./scientists.repository.ts";
import type { EmploymentModel, FieldModel, PlaceModel, RelatedScientistModel } from "./scientists.types.ts";

/** Rules about people, places, institutions and fields. Loaders are those of the request. */
export interface ScientistsService {
  /** The batched reads from which loaders are made. */
  readonly reads: ScientistsRepository;
  /** The fields of one scheme, or of all, broader before narrower. */
  fields(scheme: FieldScheme | null, loaders: ScientistsLoaders): Promise<FieldModel[]>;
  /** Places directly within one (null: at the top), or those of one level at any depth; by code, then name. */
  places(within: string | null, level: PlaceLevel | null, loaders: ScientistsLoaders): Promise<PlaceModel[]>;
  /** The latest employment with a known institution, by the rule of docs/GRAPH.md. */
  latestEmployment(id: string, loaders: ScientistsLoaders): Promise<EmploymentModel | null>;
  /** Which homes of a person lie within 四川 or 重庆 as far as known. */
  sichuanChongqingTies(id: string, loaders: ScientistsLoaders): Promise<HomeTie[]>;
  /**
   * The `first` (at most 50) people most strongly related to one, by the rule of related.ts. Of an institution or place with more than
   * 2,000 people, 2,000 are considered, in the order of the store, which is the same until the data change.
   */
  related(id: string, first: number, loaders: ScientistsLoaders): Promise<RelatedScientistModel[]>;
}

const SCHEMES: readonly FieldScheme[] = ["SCIENCE_DIRECTION", "KEY_TECHNOLOGY", "TOPIC"];
/** GB/T 2260: 四川, 重庆. */
const SICHUAN_CHONGQING = new Set(["510000", "500000"]);
/** GB/T 2260: 北京, 天津, 上海, 重庆, which are provinces in rank and cities in fact. */
const MUNICIPALITIES = new Set(["110000", "120000", "310000", "500000"]);
const RELATED_MAX = 50;
const PEOPLE_PER_PLACE = 2_000;

async function homeLineages(id: string, loaders: ScientistsLoaders): Promise<readonly [birth: PlaceModel[], ancestral: PlaceModel[]]> {
  const homes = await loaders.homes.load(id);
  return Promise.all([lineage(homes.birthPlaceId, loaders.place), lineage(homes.ancestralHomeId, loaders.place)]);
}

function isCity(place: PlaceModel): boolean {
  return place.level === "CITY" || MUNICIPALITIES.has(place.code ?? "");
}

function idsOf(places: readonly PlaceModel[]): string[] {
  return [...new Set(places.map((place) => place.id))];
}

async function relatedPeople(
  reads: ScientistsRepository,
  id: string,
  first: number,
  loaders: ScientistsLoaders,
): Promise<RelatedScientistModel[]> {
  const homes = (await homeLineages(id, loaders)).flat();
  const [alumni, colleagues, counties, cities] = await Promise.all([
    reads.fellowAlumni(id, PEOPLE_PER_PLACE),
    reads.colleagues(id, PEOPLE_PER_PLACE),
    reads.peopleFrom(id, idsOf(homes.filter((place) => place.level === "COUNTY")), PEOPLE_PER_PLACE),
    reads.peopleFrom(id, idsOf(homes.filter(isCity)), PEOPLE_PER_PLACE),
  ]);
  const relations = [...byInstitution("ALMA_MATER", alumni), ...byInstitution("EMPLOYER", colleagues), ...byHome(counties, cities)];
  return strongest(relations, Math.min(Math.max(first, 0), RELATED_MAX));
}

/** The service of the room on one database. */
export function createScientistsService(database: Database): ScientistsService {
  const reads = createScientistsRepository(database);
  return {
    reads,
    fields: async (scheme, loaders) => {
      const ids = await reads.fieldIdsOfSchemes(scheme === null ? SCHEMES : [scheme]);
      return broaderFirst(present(await loaders.field.loadMany(ids)), SCHEMES);
    },
    places: async (within, level, loaders) => present(await loaders.place.loadMany(await reads.placeIds(within, level))),
    latestEmployment: async (id, loaders) => {
      const employment = await loaders.employment.load(id);
      return latestEmployment(employment.filter((item) => item.institutionId !== null));
    },
    sichuanChongqingTies: async (id, loaders) => {
      const [birth, ancestral] = await homeLineages(id, loaders);
      const isThere = (places: readonly PlaceModel[]): boolean => places.some((place) => SICHUAN_CHONGQING.has(place.code ?? ""));
      return [...(isThere(birth) ? ["BIRTHPLACE" as const] : []), ...(isThere(ancestral) ? ["ANCESTRAL_HOME" as const] : [])];
    },
    related: (id, first, loaders) => relatedPeople(reads, id, first, loaders),
  };
}
