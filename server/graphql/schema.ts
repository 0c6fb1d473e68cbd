import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mergeResolvers } from "@graphql-tools/merge";
import { makeExecutableSchema } from "@graphql-tools/schema";
import type { GraphQLSchema } from "graphql";
import { assertCovered, describeRights } from "../features/rights/index.ts";
import type { Resolvers } from "./generated.ts";

const CONTRACT = fileURLToPath(new URL("../../schema.graphql", import.meta.url));

/**
 * The contract with the resolvers of all rooms; the description of each field tells its class and who may use it.
 * @throws when a resolver has no place in the contract
 * @throws RightsCoverageError when a field has no line in the table of rights: the server must not start so
 */
export function createSchema(rooms: readonly Resolvers[]): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: readFileSync(CONTRACT, "utf8"),
    resolvers: mergeResolvers([...rooms]),
    resolverValidationOptions: { requireResolversToMatchSchema: "error" },
  });
  assertCovered(schema);
  return describeRights(schema);
}
