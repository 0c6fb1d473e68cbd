import type { Context } from "../../context.ts";
import type { Resolvers } from "../../graphql/generated.ts";
import { InternalError, InvalidInputError } from "../../shared/errors.ts";
import { refusalAnswer } from "../../shared/refusals.ts";
import { loadRequired } from "../scientists/index.ts";
import type { TaskViewer, Writer } from "./introductions.types.ts";
import { INTRODUCTION_SENTENCES } from "./introductions-refusals.ts";
import type { Written } from "./introductions-room.ts";
import { allowedMoves } from "./task-moves.ts";

function writerOf({ principal: { id, name, role, demo }, origin }: Context): Writer {
  return { actor: { id, name, role, demo }, origin };
}

function viewerOf({ principal, rights }: Context): TaskViewer {
  return { id: principal.id, officer: rights.may("Query.introductionTasks") };
}

function cursorOf(id: string): string {
  return Buffer.from(`introduction:${id}`).toString("base64url");
}

function idOfCursor(cursor: string): string {
  const match = /^introduction:([0-9A-Z]{26})$/.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  if (match?.[1] === undefined)
    throw new InvalidInputError("翻页位置无效，请从第一页重新查看。", "The position is not valid; start again from the first page.");
  return match[1];
}

async function taskAnswer(written: Written, { introductions, language }: Context) {
  if (written.kind === "REFUSED") return refusalAnswer(written.refusal, language);
  const task = await introductions.task(written.id);
  if (task === null) throw new InternalError({ cause: new Error("A task that was written is not there.") });
  if (written.kind === "DONE") return { __typename: "IntroductionTaskSaved" as const, task };
  const message = INTRODUCTION_SENTENCES[written.kind === "RUNNING" ? "running" : "changed"][language];
  return { __typename: "IntroductionTaskConflict" as const, message, task };
}

async function officeContact(person: { readonly id: string; readonly isScientist: boolean }, { pipelineLoaders }: Context) {
  return person.isScientist ? pipelineLoaders.lastContact.load(person.id) : null;
}

/** Resolvers of the introductions section. */
export const introductionsResolvers = {
  Query: {
    introductionTasks: async (_root, { filter, first, after }, { introductions }) => {
      const wanted = { statuses: filter?.statuses ?? null, scientistId: filter?.scientistId ?? null };
      const { totalCount, tasks, hasNextPage } = await introductions.page(wanted, first, after == null ? null : idOfCursor(after));
      const edges = tasks.map((node) => ({ cursor: cursorOf(node.id), node }));
      return { totalCount, edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
    },
    myIntroductionTasks: (_root, _args, context) => context.introductions.own(viewerOf(context)),
    ourPeople: async (_root, _args, { introductions: { ourPeople }, principal }) => {
      const [accounts, zone] = await Promise.all([ourPeople.accounts(principal.demo), ourPeople.zone()]);
      return { accounts, zone };
    },
  },
  IntroductionTask: {
    allowedMoves: (task, _args, context) => allowedMoves(task, viewerOf(context)),
  },
  IntroductionHop: {
    fromContact: ({ fromPerson }, _args, context) => officeContact(fromPerson, context),
    toContact: ({ toPerson }, _args, context) => officeContact(toPerson, context),
  },
  OfficeContact: {
    desk: async ({ deskId }, _args, { pipelineLoaders }) => (await pipelineLoaders.settings()).desk(deskId),
  },
  OurAccount: {
    own: ({ id }, _args, { principal }) => id === principal.id,
    scientist: ({ scientistId }, _args, { loaders }) => (scientistId === null ? null : loadRequired(loaders.scientist, scientistId)),
  },
  IntroductionZone: {
    places: async ({ placeIds }, _args, { loaders }) =>
      (await Promise.all(placeIds.map((id) => loaders.place.load(id)))).filter((place) => place !== null),
    institutions: async ({ institutionIds }, _args, { loaders }) =>
      (await Promise.all(institutionIds.map((id) => loaders.institution.load(id)))).filter((institution) => institution !== null),
  },
  Mutation: {
    requestIntroduction: async (_root, { input }, context) =>
      taskAnswer(await context.introductions.request(input, writerOf(context)), context),
    moveIntroductionTask: async (_root, { input }, context) =>
      taskAnswer(await context.introductions.move(input, viewerOf(context), writerOf(context)), context),
    linkAccountToScientist: async (_root, { accountId, scientistId }, context) => {
      const { done, refused } = await context.introductions.ourPeople.link(accountId, scientistId ?? null, writerOf(context));
      return refused ? refusalAnswer(refused, context.language) : { __typename: "OurAccountSaved" as const, account: done };
    },
    setIntroductionZone: async (_root, { input }, context) => {
      const { done, refused } = await context.introductions.ourPeople.setZone(input, writerOf(context));
      return refused ? refusalAnswer(refused, context.language) : { __typename: "IntroductionZoneSaved" as const, zone: done };
    },
  },
} satisfies Resolvers;
