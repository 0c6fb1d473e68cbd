import type { Scientists_FactFragment, Scientists_PersonFragment } from "../../gql/generated.ts";

/** A person as the profile and the comparison read it. */
export type Person = Scientists_PersonFragment;

/** One asserted value with its source. */
export type SourcedFact = Scientists_FactFragment;
