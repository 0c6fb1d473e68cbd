import type { Resolvers, Viewer } from "../../graphql/generated.ts";

export type { Principal } from "./auth.types.ts";

/** The viewer while the product has no accounts: whoever can reach the loopback address. */
export const LOCAL_VIEWER: Viewer = {
  id: "local",
  name: "本机用户",
  role: "OFFICER",
  demo: false,
  capabilities: ["READ_SCIENTISTS", "EXPORT_SCIENTISTS"],
};

/** Resolvers of the auth section. */
export const authResolvers: Resolvers = {
  Query: { viewer: (_root, _args, context) => context.viewer },
};
