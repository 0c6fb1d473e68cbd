import type { Context } from "../../context.ts";
import type { Resolvers, StartMeasureInput } from "../../graphql/generated.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import { type Outcome, refusalAnswer } from "../../shared/refusals.ts";
import { loadRequired } from "../scientists/index.ts";
import { failureText } from "./measure-refusals.ts";
import type { BetweenModel, MeasureRunModel } from "./measures.types.ts";

const MOST_VALUES = 10_000;

function askerOf({ principal: { id, name, role, demo }, origin }: Context) {
  return { actor: { id, name, role, demo }, origin };
}

function answerOf(outcome: Outcome<MeasureRunModel>, { language }: Context) {
  if (outcome.refused !== undefined) return refusalAnswer(outcome.refused, language);
  return { __typename: "MeasureSaved" as const, run: outcome.done };
}

/** The people of a request: those of text and filter, who also are among the named where some are; null when nobody was chosen. */
async function peopleOf({ query, filter, ids }: StartMeasureInput, { search, readModel, rights }: Context): Promise<string[] | null> {
  const isSelected =
    Boolean(query?.trim()) || (filter !== null && filter !== undefined && Object.values(filter).some((value) => value !== null));
  if (!isSelected) return ids === null || ids === undefined ? null : [...new Set(ids)];
  const { selection } = await search.resolve({ query, filter }, rights);
  const selected = readModel.idsInOrder(selection, null);
  const named = ids === null || ids === undefined ? null : new Set(ids);
  return [...selected].filter((id) => named === null || named.has(id)).sort();
}

async function sideNames(between: BetweenModel | null, { loaders, language, measures }: Context): Promise<string[]> {
  if (between === null) return [];
  if (between.kind === "INSTITUTIONS") {
    const found = await Promise.all([between.first, between.second].map((id) => loaders.institution.load(id)));
    return found.map((each) => (language === "en" ? (each?.nameEn ?? each?.nameZh) : (each?.nameZh ?? each?.nameEn)) ?? "—");
  }
  const run = await measures.run(between.runId);
  const word = (number: number): string => (language === "en" ? `Community ${number}` : `社群 ${number}`);
  return run === null ? [] : [word(between.first), word(between.second)];
}

/** Resolvers of the measures section. */
export const measuresResolvers = {
  Query: {
    measureRuns: (_root, { first }, { measures }) => measures.runs(first ?? 50),
    measureRun: (_root, { id }, { measures }) => measures.run(id),
  },
  Mutation: {
    startMeasure: async (_root, { input }, context) =>
      answerOf(await context.measures.start(askerOf(context), input, await peopleOf(input, context)), context),
    cancelMeasure: async (_root, { id }, context) => answerOf(await context.measures.cancel(askerOf(context), id), context),
  },
  MeasureRun: {
    selection: ({ parameters }) => (parameters.selection === null ? null : JSON.stringify(parameters.selection)),
    links: ({ parameters }) => [...parameters.links],
    minWorks: ({ parameters }) => parameters.minWorks,
    since: ({ parameters }) => parameters.since,
    sample: ({ parameters }) => parameters.sample,
    person: async ({ parameters: { personId } }, _args, { measures }) =>
      personId === null ? null : ((await measures.people([personId]))[0] ?? null),
    between: ({ parameters }, _args, context) => sideNames(parameters.between, context),
    own: ({ startedById }, _args, { principal }) => startedById === principal.id,
    largeGroups: ({ summary }) => summary.largeGroups,
    failure: ({ failure }, _args, { language }) => failureText(failure, language),
    top: (run, { first }, { measures }) => measures.top(run, first ?? 20),
    communities: ({ summary }, { first }) => summary.communities.slice(0, first ?? 20),
    communityCount: ({ summary }) => summary.communityCount,
    values: (run, { ids }, { measures }) => {
      if (ids.length > MOST_VALUES)
        throw new InvalidInputError(
          `一次最多查询 ${MOST_VALUES} 人的数值。`,
          `Ask for the values of at most ${MOST_VALUES} people at once.`,
        );
      return measures.values(run, ids);
    },
  },
  MeasureCommunity: {
    fields: ({ fields }) => [...fields],
    institutions: ({ institutions }) => [...institutions],
    central: ({ central }, _args, { measures }) => measures.people(central),
  },
  TypicalField: {
    field: ({ id }, _args, { loaders }) => loadRequired(loaders.field, id),
  },
  TypicalInstitution: {
    institution: ({ id }, _args, { loaders }) => loadRequired(loaders.institution, id),
  },
} satisfies Resolvers;
