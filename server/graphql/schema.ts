import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mergeResolvers } from "@graphql-tools/merge";
import { makeExecutableSchema } from "@graphql-tools/schema";
import type { GraphQLSchema } from "graphql";
import type { Resolvers } from "./generated.ts";

const CONTRACT = fileURLToPath(new URL("../../schema.graphql", import.meta.url));

/** The contract with the resolvers of all rooms. @throws when a resolver has no place in the contract */
export function createSchema(rooms: readonly Resolvers[]): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: readFileSync(CONTRACT, "utf8"),
    resolvers: mergeResolvers([...rooms]),
    resolverValidationOptions: { requireResolversToMatchSchema: "error" },
  });
}
