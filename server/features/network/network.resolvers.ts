import type { QueryIntroductionPathsArgs, Resolvers } from "../../graphql/generated.ts";
import { loadRequired, type ScientistsLoaders } from "../scientists/index.ts";
import type { IntroductionQuery } from "./introductions.ts";
import type { NetworkPersonModel } from "./network.types.ts";
import { cutText, evidenceText } from "./network-text.ts";

type Asked = QueryIntroductionPathsArgs;

/** Where no start is given, our people are meant. */
function toQuery(asked: Asked, language: "zh" | "en"): IntroductionQuery {
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
    collaborationNetwork: (_root, { around, depth, years, minWorks, limit }, { network }) =>
      network.collaboration({ around, depth: depth ?? 1, years: yearsOf(years), minWorks: minWorks ?? 1, limit: limit ?? 300 }),
    networkPreview: (_root, { of, years, minWorks }, { network }) =>
      network.preview({ of, years: yearsOf(years), minWorks: minWorks ?? 1 }),
    introductionPaths: async (_root, asked, { network, language }) => (await network.introductions(toQuery(asked, language))).paths,
    introductionSearch: (_root, asked, { network, language }) => network.introductions(toQuery(asked, language)),
  },
  NetworkPerson: {
    scientist: (person, _args, { loaders }) => scientistOf(person, loaders),
  },
  NetworkNode: {
    scientist: (node, _args, { loaders }) => scientistOf(node, loaders),
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
