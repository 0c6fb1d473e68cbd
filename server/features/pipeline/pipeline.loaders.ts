import DataLoader from "dataloader";
import type { Database } from "../../db/records.ts";
import type { ContactEntry } from "../../graphql/generated.ts";
import type { Workplace } from "./check-state.ts";
import { type CheckModel, checksOf, workplacesOf } from "./checks.repository.ts";
import { contactsById, contactsUnder, lastContactsWith } from "./contacts.repository.ts";
import { engagementIds, engagementsById, type IdList, movesOf } from "./engagements.repository.ts";
import type { EngagementModel, MoveModel, OfficeContactModel, ProgrammeModel } from "./pipeline.types.ts";
import { programmesById } from "./programmes.repository.ts";
import type { KnownSettings, PipelineSettingsService } from "./settings.ts";

/** Batched reads of one request. Keys are ids; lists are of what has that id. */
export interface PipelineLoaders {
  readonly engagement: DataLoader<string, EngagementModel | null>;
  /** By any candidate of the person. */
  readonly ofPerson: DataLoader<string, string[]>;
  readonly ofScientist: DataLoader<string, string[]>;
  readonly programme: DataLoader<string, ProgrammeModel | null>;
  readonly moves: DataLoader<string, MoveModel[]>;
  readonly contacts: DataLoader<string, ContactEntry[]>;
  readonly contact: DataLoader<string, ContactEntry | null>;
  /** The latest of the office with a scientist. */
  readonly lastContact: DataLoader<string, OfficeContactModel | null>;
  readonly checks: DataLoader<string, CheckModel[]>;
  /** By scientist. */
  readonly workplace: DataLoader<string, Workplace>;
  /** The settings, read once. */
  settings(): Promise<KnownSettings>;
  /** Forgets what a write of this request may have changed. */
  clear(): void;
}

/** Loaders for one request. */
export function createPipelineLoaders(database: Database, settings: PipelineSettingsService): PipelineLoaders {
  const ids = (list: IdList) => new DataLoader((keys: readonly string[]) => engagementIds(database, list, keys));
  const loaders = {
    engagement: new DataLoader((keys: readonly string[]) => engagementsById(database, keys)),
    ofPerson: ids("person"),
    ofScientist: ids("scientist"),
    programme: new DataLoader((keys: readonly string[]) => programmesById(database, keys)),
    moves: new DataLoader((keys: readonly string[]) => movesOf(database, keys)),
    contacts: new DataLoader((keys: readonly string[]) => contactsUnder(database, keys)),
    contact: new DataLoader((keys: readonly string[]) => contactsById(database, keys)),
    lastContact: new DataLoader((keys: readonly string[]) => lastContactsWith(database, keys)),
    checks: new DataLoader((keys: readonly string[]) => checksOf(database, keys)),
    workplace: new DataLoader((keys: readonly string[]) => workplacesOf(database, keys)),
  };
  let known: Promise<KnownSettings> | null = null;
  return {
    ...loaders,
    settings: () => {
      known ??= settings.known();
      return known;
    },
    clear: () => {
      for (const loader of Object.values(loaders)) loader.clearAll();
      known = null;
    },
  };
}

/** Those of some engagements that are there, in the order of the ids. */
export async function engagementsOfIds(loaders: PipelineLoaders, ids: readonly string[]): Promise<EngagementModel[]> {
  const found = await Promise.all(ids.map((id) => loaders.engagement.load(id)));
  return found.filter((each) => each !== null);
}
