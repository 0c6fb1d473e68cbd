import { Fields_AllDocument } from "../gql/generated.ts";
import { type DirectionField, directionsOver } from "./direction.ts";
import { useGraphql } from "./use-graphql.ts";

/** Every field of the three schemes; read once. */
export function useFields() {
  return useGraphql(Fields_AllDocument, {}, { staleTime: Number.POSITIVE_INFINITY });
}

/** @returns a function from ids of fields to the directions above them; none until the fields have arrived */
export function useDirections(): (ids: readonly string[]) => DirectionField[] {
  const { data } = useFields();
  return (ids) => directionsOver(data?.fields ?? [], ids);
}
