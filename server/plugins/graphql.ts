import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Context } from "../context.ts";
import { formatError, isExpected } from "../graphql/format-error.ts";

const MAX_TOKENS = 2000;

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

/** Serves `/graphql` by POST: no batches, no GET, and content types that a browser sends only after a preflight. */
export async function registerGraphql(
  app: FastifyInstance,
  options: { schema: GraphQLSchema; context: (request: FastifyRequest) => Context; introspection: boolean },
): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema: options.schema,
    introspection: options.introspection,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: MAX_TOKENS },
    stopOnTerminationSignals: false,
    formatError,
    plugins: [errorReporter()],
  });
  await apollo.start();
  // Fastify has answered the requests under way when it calls this; Apollo's own drain plugin would wait for Fastify, and Fastify for it.
  app.addHook("onClose", () => apollo.stop());
  app.route({
    url: "/graphql",
    method: "POST",
    handler: fastifyApolloHandler(apollo, { context: async (request) => options.context(request) }),
  });
}
