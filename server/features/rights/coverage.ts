import { type GraphQLSchema, isEnumType, isInputObjectType, isIntrospectionType, isObjectType } from "graphql";
import { argumentLine, RIGHTS } from "./rights.ts";
import { REVEALING_ENUMS } from "./rights-reveals.ts";

/** Every name of the contract that needs a line in the table of rights: fields, arguments, input keys, values of revealing enums. */
export function namesOfContract(schema: GraphQLSchema): string[] {
  const revealing: ReadonlySet<string> = new Set(REVEALING_ENUMS);
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isIntrospectionType(type)) return [];
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((key) => `${type.name}.${key}`);
    if (isEnumType(type)) return revealing.has(type.name) ? type.getValues().map((value) => `${type.name}.${value.name}`) : [];
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => {
      const name = `${type.name}.${field.name}`;
      return [name, ...field.args.map((argument) => argumentLine(name, argument.name))];
    });
  });
}

/** What differs between contract and table. Both must be empty. */
export interface Coverage {
  /** Names of the contract without a line. */
  readonly missing: string[];
  /** Lines that name nothing in the contract. */
  readonly stale: string[];
}

const WAY = /^(?:export|fact|attachment|analysis)\./;

/** Compares the table of rights with the contract. */
export function coverageOf(schema: GraphQLSchema): Coverage {
  const names = new Set(namesOfContract(schema));
  return {
    missing: [...names].filter((name) => !RIGHTS.has(name)),
    stale: [...RIGHTS.keys()].filter((name) => !names.has(name) && !WAY.test(name)),
  };
}

/** The contract and the table of rights disagree; the server must not start so. */
export class RightsCoverageError extends Error {
  constructor({ missing, stale }: Coverage) {
    const said = [
      ...missing.map(
        (name) => `权利表缺少 ${name}，请在 server/features/rights 中写明谁可使用。 The table of rights has no line for ${name}.`,
      ),
      ...stale.map(
        (name) => `权利表中的 ${name} 在契约中不存在。 The table of rights has a line for ${name}, which is not in the contract.`,
      ),
    ];
    super(said.join("\n"));
    this.name = "RightsCoverageError";
  }
}

/** @throws RightsCoverageError naming each field without a line, and each line without a field */
export function assertCovered(schema: GraphQLSchema): void {
  const coverage = coverageOf(schema);
  if (coverage.missing.length + coverage.stale.length > 0) throw new RightsCoverageError(coverage);
}
