import DataLoader from "dataloader";
import type { ResearchNeed, Source, TeamMembership, Update } from "../../graphql/generated.ts";
import { InternalError } from "../../shared/errors.ts";
import { placesOf, type StatedFact, withAgreement } from "./agreement.ts";
import { lineage } from "./lineage.ts";
import type { BatchRead } from "./scientists.repository.ts";
import type { ScientistsService } from "./scientists.service.ts";
import type {
  AwardReceivedModel,
  EducationModel,
  EmploymentModel,
  FactModel,
  FieldModel,
  HomesModel,
  InstitutionModel,
  PlaceModel,
  ScientistModel,
} from "./scientists.types.ts";

/**
 * Batched reads of one request: whatever a page asks for is read in one query per kind, however many people are on it.
 * Keys are ids; lists are of the person with that id.
 */
export interface ScientistsLoaders {
  readonly scientist: DataLoader<string, ScientistModel | null>;
  readonly institution: DataLoader<string, InstitutionModel | null>;
  readonly place: DataLoader<string, PlaceModel | null>;
  readonly field: DataLoader<string, FieldModel | null>;
  readonly source: DataLoader<string, Source | null>;
  readonly homes: DataLoader<string, HomesModel>;
  readonly employment: DataLoader<string, EmploymentModel[]>;
  readonly education: DataLoader<string, EducationModel[]>;
  readonly fieldIds: DataLoader<string, string[]>;
  readonly awards: DataLoader<string, AwardReceivedModel[]>;
  readonly facts: DataLoader<string, FactModel[]>;
  readonly teams: DataLoader<string, TeamMembership[]>;
  readonly needs: DataLoader<string, ResearchNeed[]>;
  readonly updates: DataLoader<string, Update[]>;
}

function loader<T>(batch: BatchRead<T>): DataLoader<string, T> {
  return new DataLoader((ids) => batch(ids));
}

async function compared(facts: readonly StatedFact[], places: DataLoader<string, PlaceModel | null>): Promise<FactModel[]> {
  const lineages = await Promise.all(placesOf(facts).map(async (id) => [id, await lineage(id, places)] as const));
  return withAgreement(facts, new Map(lineages));
}

/** Loaders for one request; make new ones for the next, so that nothing is kept between viewers or across writes. */
export function createLoaders({ reads }: Pick<ScientistsService, "reads">): ScientistsLoaders {
  const place = loader(reads.places);
  return {
    scientist: loader(reads.scientists),
    institution: loader(reads.institutions),
    place,
    field: loader(reads.fields),
    source: loader(reads.sources),
    homes: loader(reads.homes),
    employment: loader(reads.employment),
    education: loader(reads.education),
    fieldIds: loader(reads.fieldIds),
    awards: loader(reads.awards),
    facts: loader(async (ids) => Promise.all((await reads.facts(ids)).map((facts) => compared(facts, place)))),
    teams: loader(reads.teams),
    needs: loader(reads.needs),
    updates: loader(reads.updates),
  };
}

/** What the graph always has, such as the source of a fact. @throws InternalError when it does not */
export async function loadRequired<T>(loader: DataLoader<string, T | null>, id: string): Promise<T> {
  const found = await loader.load(id);
  if (found === null) throw new InternalError({ cause: new Error(`Nothing has the id ${id}, to which the graph refers.`) });
  return found;
}
