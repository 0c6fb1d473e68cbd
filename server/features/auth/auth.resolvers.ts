import type { Resolvers } from "../../graphql/generated.ts";
import { capabilitiesOf } from "../rights/index.ts";

/** Resolvers of the auth section. */
export const authResolvers: Resolvers = {
  Query: {
    viewer: (_root, _args, { principal: { id, name, role, demo } }) => ({ id, name, role, demo, capabilities: capabilitiesOf(role) }),
  },
};
