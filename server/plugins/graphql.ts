import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Context } from "../context.ts";
import { asRefusal, formatError, isExpected } from "../graphql/format-error.ts";
import { checkPolicy } from "../graphql/policy.ts";
import { AppError } from "../shared/errors.ts";
import { type DoorOptions, guardGraphql } from "./graphql-door.ts";

/** What `/graphql` is made of. */
export interface GraphqlOptions extends DoorOptions {
  readonly context: (request: FastifyRequest) => Context;
  /** What else looks at each operation. */
  readonly plugins: readonly ApolloServerPlugin<Context>[];
}

/** Logs faults with the request id and puts that id, and the caller's language, on every error. */
function errorReporter(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors.filter((each) => !isExpected(each))) {
            contextValue.log.error({ err: error.originalError ?? error, path: error.path }, "graphql fault");
          }
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== "single" || response.body.singleResult.errors === undefined) {
            return;
          }
          response.body.singleResult.errors = response.body.singleResult.errors.map((error) => {
            const messageEn = error.extensions?.messageEn;
            const message = contextValue.language === "en" && typeof messageEn === "string" ? messageEn : error.message;
            return { ...error, message, extensions: { ...error.extensions, requestId: contextValue.requestId } };
          });
        },
      };
    },
  };
}

/** Refuses an operation that the table of rights or a limit does not allow, after validation and before any resolver. */
function policy(onRefused: GraphqlOptions["onRefused"]): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          // Apollo comes here also with the name of an operation that is not in the document, which it refuses afterwards.
          if (operation === undefined) return;
          try {
            checkPolicy(contextValue.rights, { schema, document, operation, variables: request.variables ?? {} });
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
            await onRefused(contextValue, error);
            throw asRefusal(error);
          }
        },
      };
    },
  };
}

/** Serves `/graphql` by POST: no batches, no GET, and JSON only, which a page of another site cannot send without a preflight. */
export async function registerGraphql(app: FastifyInstance, options: GraphqlOptions): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    // Strangers do not come so far, and browsers send stored operations only: who introspects holds a token for operations of its own.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError,
    plugins: [errorReporter(), policy(options.onRefused), ...options.plugins],
  });
  await apollo.start();
  // Fastify has answered the requests under way when it calls this; Apollo's own drain plugin would wait for Fastify, and Fastify for it.
  app.addHook("onClose", () => apollo.stop());
  await app.register(async (scope) => {
    guardGraphql(scope, options);
    const handler = fastifyApolloHandler(apollo, { context: async (request) => options.context(request) });
    // GET comes so far only to be told that it is not accepted.
    scope.route({ url: "/graphql", method: ["GET", "POST"], handler });
  });
}
