import { ApolloArmor } from "@escape.tech/graphql-armor";
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, type ValidationContext, validate } from "graphql";
import { AppError } from "../shared/errors.ts";
import { LIMITS } from "./limits.ts";

/** The operation asks for more than any screen does. Code `OPERATION_TOO_LARGE`. */
export class OperationTooLargeError extends AppError {
  constructor(zh: string, en: string) {
    super("OPERATION_TOO_LARGE", `${zh}请拆成几个请求。`, `${en} Divide it into several requests.`);
  }
}

/** The text is no GraphQL document. Code `GRAPHQL_PARSE_FAILED`. */
export class NotGraphqlError extends AppError {
  constructor() {
    super(
      "GRAPHQL_PARSE_FAILED",
      "这个请求不是合法的 GraphQL 文本，请检查括号和引号。",
      "The request is not a GraphQL document; check its brackets and quotes.",
    );
  }
}

const TOO_MANY_TOKENS = "Document contains more";

/** graphql-armor counts, we word: its own messages would not tell in the reader's language what to do. */
function reporter(zh: string, en: string): (context: ValidationContext | null) => void {
  return (context) => {
    const originalError = new OperationTooLargeError(zh, en);
    context?.reportError(new GraphQLError(originalError.messageEn, { originalError }));
  };
}

const { validationRules } = new ApolloArmor({
  maxDepth: {
    n: LIMITS.depth,
    flattenFragments: true,
    propagateOnRejection: false,
    onReject: [reporter(`请求的层数超过 ${LIMITS.depth}。`, `The operation is more than ${LIMITS.depth} levels deep.`)],
  },
  maxAliases: {
    n: LIMITS.aliases,
    propagateOnRejection: false,
    onReject: [reporter(`请求中的别名超过 ${LIMITS.aliases} 个。`, `The operation has more than ${LIMITS.aliases} aliases.`)],
  },
  maxDirectives: {
    n: LIMITS.directives,
    propagateOnRejection: false,
    onReject: [reporter(`请求中的指令超过 ${LIMITS.directives} 个。`, `The operation has more than ${LIMITS.directives} directives.`)],
  },
  // Armor's cost sees no variables; ours (operation-use.ts) does, and its token count is the parser's own option.
  costLimit: { enabled: false },
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: false },
}).protect();

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes(TOO_MANY_TOKENS))
      throw new OperationTooLargeError(`请求的文本超过 ${LIMITS.tokens} 个词。`, `The operation has more than ${LIMITS.tokens} tokens.`);
    throw new NotGraphqlError();
  }
}

/**
 * Checks the shape of a text before anything else looks at it: validation itself costs time on hostile texts.
 * @throws NotGraphqlError OperationTooLargeError
 */
export function checkShape(schema: GraphQLSchema, text: string): void {
  const [error] = validate(schema, parsed(text), validationRules);
  if (error !== undefined) throw error.originalError ?? error;
}
