export { createPathReader, type PathReader } from "./known-path.ts";
export { networkResolvers } from "./network.resolvers.ts";
export { createNetworkService, type NetworkOptions, type NetworkService } from "./network.service.ts";
export { DEFAULT_BOUNDS, DEFAULT_RULES, type NetworkBounds, type NetworkRules } from "./network-rules.ts";
export type { ChoosePeople } from "./network-starts.ts";
