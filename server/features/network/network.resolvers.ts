import type { Context } from "../../context.ts";
import type { QueryIntroductionPathsArgs, Resolvers } from "../../graphql/generated.ts";
import { loadRequired, type ScientistsLoaders } from "../scientists/index.ts";
import type { IntroductionQuery } from "./introductions.ts";
import type { NetworkPersonModel } from "./network.types.ts";
import { cutText, evidenceText } from "./network-text.ts";

type Asked = QueryIntroductionPathsArgs;

/** Where no start is given, our people are meant. */
function toQuery(asked: Asked, { language, principal: { demo } }: Pick<Context, "language" | "principal">): IntroductionQuery {
  const [from, fromInstitutions, fromPlaces] = [asked.from ?? [], asked.fromInstitutions ?? [], asked.fromPlaces ?? []];
  const isNamed = Boolean(asked.from ?? asked.fromInstitutions ?? asked.fromPlaces);
  return {
    to: asked.to,
    from,
    fromInstitutions,
    fromPlaces,
    fromOurPeople: asked.fromOurPeople ?? !isNamed,
    via: asked.via ?? null,
    notVia: asked.notVia ?? [],
    notThrough: asked.notThrough ?? [],
    since: asked.since ?? null,
    maxHops: asked.maxHops ?? 3,
    first: asked.first ?? 3,
    language,
    demo,
  };
}

function scientistOf({ id, isScientist }: NetworkPersonModel, loaders: ScientistsLoaders) {
  return isScientist ? loadRequired(loaders.scientist, id) : null;
}

function yearsOf(years: { readonly from?: number | null | undefined; readonly to?: number | null | undefined } | null | undefined) {
  return years === null || years === undefined ? null : { from: years.from ?? null, to: years.to ?? null };
}

/** Resolvers of the network section. */
export const networkResolvers = {
  Query: {
    collaborationNetwork: (_root, asked, { network, rights }) =>
      network.collaboration({
        around: asked.around,
        depth: asked.depth ?? 1,
        years: yearsOf(asked.years),
        minWorks: asked.minWorks ?? 1,
        limit: asked.limit ?? 300,
        links: asked.links ?? ["COAUTHOR"],
        selection: asked.query?.trim() || asked.filter ? { query: asked.query ?? null, filter: asked.filter ?? null, rights } : null,
        fromInstitutions: asked.fromInstitutions ?? [],
        team: asked.team ?? null,
      }),
    networkEdge: (_root, { source, target, years }, { network, language }) =>
      network.edge({ source, target, years: yearsOf(years), language }),
    networkPeople: (_root, { ids }, { network }) => network.people(ids),
    networkAuthors: (_root, { name, first }, { network }) => network.authors(name, first ?? 6),
    networkPreview: (_root, { of, years, minWorks }, { network }) =>
      network.preview({ of, years: yearsOf(years), minWorks: minWorks ?? 1 }),
    introductionPaths: async (_root, asked, context) => (await context.network.introductions(toQuery(asked, context))).paths,
    introductionSearch: (_root, asked, context) => context.network.introductions(toQuery(asked, context)),
  },
  NetworkPerson: {
    scientist: (person, _args, { loaders }) => scientistOf(person, loaders),
  },
  NetworkNode: {
    scientist: (node, _args, { loaders }) => scientistOf(node, loaders),
  },
  NetworkEdgeDetail: {
    strength: ({ links }) => links[0]?.strength.strength ?? 0,
    weak: ({ links }) => links.every(({ strength }) => strength.weak),
    sharedFields: async ({ source, target }, _args, { loaders }) => {
      if (!source.isScientist || !target.isScientist) return [];
      const [own, theirs] = await Promise.all([loaders.fieldIds.load(source.id), loaders.fieldIds.load(target.id)]);
      return Promise.all(own.filter((id) => theirs.includes(id)).map((id) => loadRequired(loaders.field, id)));
    },
  },
  NetworkLink: {
    strength: ({ strength }) => strength.strength,
    parts: ({ strength }) => [...strength.parts],
    weak: ({ strength }) => strength.weak,
    weakBecause: ({ strength }) => [...strength.weakBecause],
    firstYear: ({ strength }) => strength.firstYear,
    lastYear: ({ strength }) => strength.lastYear,
    evidence: ({ facts }, _args, { language }) => facts.map((fact) => evidenceText(fact, language)),
  },
  NetworkCut: {
    text: (cut, _args, { language }) => cutText(cut, language),
  },
  IntroductionHop: {
    from: ({ fromPerson }, _args, { loaders }) => scientistOf(fromPerson, loaders),
    to: ({ toPerson }, _args, { loaders }) => scientistOf(toPerson, loaders),
    evidence: ({ facts }, _args, { language }) => facts.map((fact) => evidenceText(fact, language)),
    strength: ({ strength }) => strength.strength,
    parts: ({ strength }) => [...strength.parts],
    weak: ({ strength }) => strength.weak,
    weakBecause: ({ strength }) => [...strength.weakBecause],
    firstYear: ({ strength }) => strength.firstYear,
    lastYear: ({ strength }) => strength.lastYear,
  },
} satisfies Resolvers;
