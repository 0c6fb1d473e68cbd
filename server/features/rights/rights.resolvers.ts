import type { Resolvers } from "../../graphql/generated.ts";
import { rightsList } from "./rights.ts";

/** Resolvers of the table of rights. */
export const rightsResolvers: Resolvers = {
  Query: { rights: () => rightsList() },
};
