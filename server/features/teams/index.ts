export { teamsResolvers } from "./teams.resolvers.ts";
export { createTeamsService, type TeamsService } from "./teams.service.ts";
