import type { Context } from "../../context.ts";
import type { Resolvers } from "../../graphql/generated.ts";
import { InternalError } from "../../shared/errors.ts";
import { refusalAnswer } from "../../shared/refusals.ts";
import { loadRequired } from "../scientists/index.ts";
import { TEAM_CHANGED } from "./team-refusals.ts";
import type { TeamWriter, TeamWritten } from "./teams.service.ts";

function writerOf({ principal: { id, name, role, demo }, origin }: Context): TeamWriter {
  return { actor: { id, name, role, demo }, origin };
}

function answerOf(written: TeamWritten, { language }: Context) {
  if (written.kind === "REFUSED") return refusalAnswer(written.refusal, language);
  if (written.kind === "CONFLICT") return { __typename: "TeamConflict" as const, message: TEAM_CHANGED[language], team: written.team };
  if (written.kind === "DONE") return { __typename: "TeamSaved" as const, team: written.team };
  throw new InternalError();
}

/** Resolvers of the teams section. */
export const teamsResolvers = {
  Query: {
    teams: (_root, _args, { teams }) => teams.list(),
    team: (_root, { id }, { teams }) => teams.team(id),
    teamSuggestions: (_root, { minWorks, since, first }, { teams }) =>
      teams.suggestions({ minWorks: minWorks ?? 3, since: since ?? null, first: first ?? 12 }),
  },
  Mutation: {
    saveTeam: async (_root, { input }, context) => answerOf(await context.teams.save(writerOf(context), input), context),
    assignTeamNeed: async (_root, { id, institution }, context) =>
      answerOf(await context.teams.assign(writerOf(context), id, institution ?? null), context),
    removeTeam: async (_root, { id, version }, context) => {
      const written = await context.teams.remove(writerOf(context), id, version);
      if (written.kind === "REMOVED") return { __typename: "TeamRemoved" as const, id: written.id };
      if (written.kind === "CONFLICT")
        return { __typename: "TeamConflict" as const, message: TEAM_CHANGED[context.language], team: written.team };
      if (written.kind === "REFUSED") return refusalAnswer(written.refusal, context.language);
      throw new InternalError();
    },
  },
  Team: {
    members: ({ members }) => [...members],
    needs: ({ needs }) => [...needs],
    fields: (team, _args, { teams }) => teams.fields(team),
    institutes: (team, _args, { teams }) => teams.institutes(team),
  },
  TeamNeed: {
    institution: ({ institutionId }, _args, { loaders }) => (institutionId === null ? null : loaders.institution.load(institutionId)),
  },
  InstituteSuggestion: {
    institution: ({ id }, _args, { loaders }) => loadRequired(loaders.institution, id),
  },
  TeamSuggestion: {
    people: ({ people }) => [...people],
  },
} satisfies Resolvers;
