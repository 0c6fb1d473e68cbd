import type DataLoader from "dataloader";
import type { Resolvers } from "../../graphql/generated.ts";
import { loadRequired } from "./scientists.loaders.ts";

function optional<T>(loader: DataLoader<string, T | null>, id: string | null): Promise<T | null> | null {
  return id === null ? null : loader.load(id);
}

function all<T>(loader: DataLoader<string, T | null>, ids: readonly string[]): Promise<T[]> {
  return Promise.all(ids.map((id) => loadRequired(loader, id)));
}

/** Resolvers of people, institutions, places and fields. Institution.employedCount and alumniCount belong to the read model's room. */
export const scientistsResolvers = {
  Query: {
    scientist: (_root, { id }, { loaders }) => loaders.scientist.load(id),
    institution: (_root, { id }, { loaders }) => loaders.institution.load(id),
    place: (_root, { id }, { loaders }) => loaders.place.load(id),
    fields: (_root, { scheme }, { scientists, loaders }) => scientists.fields(scheme ?? null, loaders),
    places: (_root, { within, level }, { scientists, loaders }) => scientists.places(within ?? null, level ?? null, loaders),
  },
  Scientist: {
    birthPlace: async ({ id }, _args, { loaders }) => optional(loaders.place, (await loaders.homes.load(id)).birthPlaceId),
    ancestralHome: async ({ id }, _args, { loaders }) => optional(loaders.place, (await loaders.homes.load(id)).ancestralHomeId),
    sichuanChongqingTies: ({ id }, _args, { scientists, loaders }) => scientists.sichuanChongqingTies(id, loaders),
    education: ({ id }, _args, { loaders }) => loaders.education.load(id),
    employment: ({ id }, _args, { loaders }) => loaders.employment.load(id),
    latestEmployment: ({ id }, _args, { scientists, loaders }) => scientists.latestEmployment(id, loaders),
    fields: async ({ id }, _args, { loaders }) => all(loaders.field, await loaders.fieldIds.load(id)),
    teams: ({ id }, _args, { loaders }) => loaders.teams.load(id),
    needs: ({ id }, _args, { loaders }) => loaders.needs.load(id),
    updates: ({ id }, _args, { loaders }) => loaders.updates.load(id),
    awards: ({ id }, _args, { loaders }) => loaders.awards.load(id),
    facts: async ({ id }, _args, { loaders, rights }) => (await loaders.facts.load(id)).filter((fact) => rights.mayShowFact(fact.property)),
    related: ({ id }, { first }, { scientists, loaders }) => scientists.related(id, first ?? 0, loaders),
  },
  Institution: {
    place: ({ placeId }, _args, { loaders }) => optional(loaders.place, placeId),
    source: ({ sourceId }, _args, { loaders }) => loadRequired(loaders.source, sourceId),
  },
  Place: {
    within: ({ withinIds }, _args, { loaders }) => all(loaders.place, withinIds),
    succeededBy: ({ succeededById }, _args, { loaders }) => optional(loaders.place, succeededById),
  },
  Field: {
    broader: ({ broaderIds }, _args, { loaders }) => all(loaders.field, broaderIds),
  },
  Education: {
    institution: ({ institutionId }, _args, { loaders }) => optional(loaders.institution, institutionId),
  },
  Employment: {
    institution: ({ institutionId }, _args, { loaders }) => optional(loaders.institution, institutionId),
  },
  Fact: {
    source: ({ sourceId }, _args, { loaders }) => loadRequired(loaders.source, sourceId),
  },
  RelatedScientist: {
    scientist: ({ scientistId }, _args, { loaders }) => loadRequired(loaders.scientist, scientistId),
  },
  RelationReason: {
    institution: ({ institutionId }, _args, { loaders }) => optional(loaders.institution, institutionId),
    place: ({ placeId }, _args, { loaders }) => optional(loaders.place, placeId),
  },
} satisfies Resolvers;
