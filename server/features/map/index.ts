export { mapResolvers } from "./map.resolvers.ts";
