import {
  Pipeline_ProgrammesDocument,
  type Pipeline_ProgrammesQuery,
  Pipeline_SettingsDocument,
  type Pipeline_SettingsQuery,
  Pipeline_StaffDocument,
  type Pipeline_StaffQuery,
} from "../../gql/generated.ts";
import { useGraphql } from "../../lib/use-graphql.ts";

/** A stage with its limit. */
export type Stage = Pipeline_SettingsQuery["pipelineSettings"]["stages"][number];
/** A desk. */
export type Desk = Pipeline_SettingsQuery["pipelineSettings"]["desks"][number];
/** A programme or need. */
export type Programme = Pipeline_ProgrammesQuery["programmes"][number];
/** An officer. */
export type Officer = Pipeline_StaffQuery["officers"][number];

/** Stages and desks in use. */
export function useSettings() {
  return useGraphql(Pipeline_SettingsDocument, {});
}

/** Programmes and needs, closed ones too; none until they have arrived. */
export function useProgrammes(): readonly Programme[] {
  return useGraphql(Pipeline_ProgrammesDocument, {}).data?.programmes ?? [];
}

/** Officers who can be in charge; none until they have arrived. */
export function useOfficers(): readonly Officer[] {
  return useGraphql(Pipeline_StaffDocument, {}).data?.officers ?? [];
}
