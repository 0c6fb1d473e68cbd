import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { getVariableValues, isObjectType } from "graphql";
import { ForbiddenError, type Rights } from "../features/rights/index.ts";
import { InvalidInputError } from "../shared/errors.ts";
import { LIMITS } from "./limits.ts";
import { OperationTooLargeError } from "./operation-limits.ts";
import { type OperationUse, operationUse } from "./operation-use.ts";

/** An operation that passed validation, with its variables as they were sent. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: { readonly [name: string]: unknown };
}

/** @throws ForbiddenError naming the fields; what was given to them, where the fields themselves are allowed */
function assertMay(rights: Rights, schema: GraphQLSchema, use: OperationUse): void {
  const refused = [...use.names].filter((name) => !rights.may(name));
  if (refused.length === 0) return;
  const fields = refused.filter((name) => !name.endsWith(")") && isObjectType(schema.getType(name.split(".")[0] ?? "")));
  throw new ForbiddenError(rights.role, fields.length > 0 ? fields : refused);
}

/**
 * The policy: whether a role may run an operation with these variables. Decided before any resolver, on the whole operation, so that
 * nothing of a refused one was read or counted.
 * @throws ForbiddenError InvalidInputError OperationTooLargeError
 */
export function checkPolicy(rights: Rights, { schema, document, operation, variables }: AskedOperation): void {
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
  // Variables that do not fit are refused by the executor, before any resolver too, with a better description.
  if (coerced.errors !== undefined) return;
  const use = operationUse(schema, document, operation, coerced.coerced);
  assertMay(rights, schema, use);
  if (use.firsts.some((first) => first < 0 || first > LIMITS.first)) {
    throw new InvalidInputError(
      `每页最多 ${LIMITS.first} 人，请把 first 改为 0 到 ${LIMITS.first}。`,
      `A page holds at most ${LIMITS.first} people; set first to 0–${LIMITS.first}.`,
    );
  }
  if (use.cost > LIMITS.cost) {
    throw new OperationTooLargeError(
      `请求最多可能返回约 ${Math.round(use.cost)} 个值，超过 ${LIMITS.cost} 的上限。`,
      `The operation may answer about ${Math.round(use.cost)} values, more than ${LIMITS.cost}.`,
    );
  }
}
