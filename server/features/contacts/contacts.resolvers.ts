import type { Context } from "../../context.ts";
import type { Resolvers } from "../../graphql/generated.ts";
import { refusalAnswer } from "../../shared/refusals.ts";
import type { Writer } from "./contacts.types.ts";

function writer({ principal, origin }: Context): Writer {
  return { actor: principal, origin };
}

/** Resolvers of the contacts section. */
export const contactsResolvers = {
  Scientist: {
    contacts: ({ id }, _args, { contactsLoader }) => contactsLoader.load(id),
  },
  Mutation: {
    addContact: async (_root, { input }, context) => {
      const { done, refused } = await context.contacts.add(input, writer(context));
      return refused ? refusalAnswer(refused, context.language) : { __typename: "ContactAdded", contact: done };
    },
    removeContact: async (_root, { id, reason }, context) => {
      const { done, refused } = await context.contacts.remove(id, reason, writer(context));
      return refused ? refusalAnswer(refused, context.language) : { __typename: "ContactRemoved", id: done.id };
    },
    revealContact: async (_root, { id, reason }, context) => {
      const { done, refused } = await context.contacts.reveal(id, reason, writer(context));
      return refused ? refusalAnswer(refused, context.language) : { __typename: "ContactRevealed", ...done };
    },
  },
} satisfies Resolvers;
