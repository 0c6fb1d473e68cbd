import type { Resolvers, Viewer } from "../../graphql/generated.ts";

/** The viewer while the product has no accounts: whoever can reach the loopback address. */
export const LOCAL_VIEWER: Viewer = { id: "local", name: "本机用户", role: "OFFICER" };

/** Resolvers of the auth section. */
export const authResolvers: Resolvers = {
  Query: { viewer: (_root, _args, context) => context.viewer },
};
