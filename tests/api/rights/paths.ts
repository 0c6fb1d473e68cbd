import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from "graphql";

/** A field of a type, and how to come to it from the root. */
export interface Step {
  readonly type: string;
  readonly field: string;
}

type Allowed = (name: string) => boolean;

/** Values for arguments that must be given, by name of the argument where the type says too little. */
export interface Known {
  readonly ids: Readonly<Record<string, string>>;
}

function objectTypesOf(field: GraphQLField<unknown, unknown>): string[] {
  const type = getNamedType(field.type);
  if (isUnionType(type)) return type.getTypes().map((each) => each.name);
  return isObjectType(type) ? [type.name] : [];
}

function fieldsOf(schema: GraphQLSchema, type: string): GraphQLField<unknown, unknown>[] {
  const object = schema.getType(type);
  return isObjectType(object) ? Object.values(object.getFields()) : [];
}

/** The shortest way from the roots to each type of answers, through fields that are allowed. */
export function waysToTypes(schema: GraphQLSchema, allowed: Allowed): Map<string, Step[]> {
  const ways = new Map<string, Step[]>([
    ["Query", []],
    ["Mutation", []],
  ]);
  const queue = ["Query", "Mutation"];
  for (let type = queue.shift(); type !== undefined; type = queue.shift()) {
    for (const field of fieldsOf(schema, type).filter((each) => allowed(`${type}.${each.name}`))) {
      for (const next of objectTypesOf(field).filter((each) => !ways.has(each))) {
        ways.set(next, [...(ways.get(type) ?? []), { type, field: field.name }]);
        queue.push(next);
      }
    }
  }
  return ways;
}

function literal(type: GraphQLInputType, name: string, known: Known): string {
  if (isNonNullType(type)) return literal(type.ofType, name, known);
  if (isListType(type)) return `[${literal(type.ofType, name, known)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((each) => isNonNullType(each.type) && each.defaultValue === undefined);
    return `{${required.map((each) => `${each.name}: ${literal(each.type, each.name, known)}`).join(", ")}}`;
  }
  const scalars: Record<string, string> = { Int: "1", Float: "2", Boolean: "true" };
  return scalars[type.name] ?? JSON.stringify(known.ids[name] ?? "x");
}

function requiredArguments(field: GraphQLField<unknown, unknown>, known: Known): string {
  const given = field.args.filter((each) => isNonNullType(each.type) && each.defaultValue === undefined);
  return given.length === 0 ? "" : `(${given.map((each) => `${each.name}: ${literal(each.type, each.name, known)}`).join(", ")})`;
}

/** An operation that comes by the given steps to one field, and asks for nothing else. */
export function operationFor(schema: GraphQLSchema, steps: readonly Step[], known: Known): string {
  const [first] = steps;
  const written = steps.reduceRight((inside, { type, field }, at) => {
    const definition = fieldsOf(schema, type).find((each) => each.name === field);
    if (definition === undefined) throw new Error(`${type}.${field}`);
    const leaf = inside === "" && objectTypesOf(definition).length > 0 ? " { __typename }" : inside;
    const parent = steps[at - 1];
    const above = parent === undefined ? undefined : fieldsOf(schema, parent.type).find((each) => each.name === parent.field);
    const call = `${field}${requiredArguments(definition, known)}${leaf}`;
    const inUnion = above !== undefined && isUnionType(getNamedType(above.type));
    return inUnion ? ` { ... on ${type} { ${call} } }` : ` { ${call} }`;
  }, "");
  return `${first?.type === "Mutation" ? "mutation" : "query"}${written}`;
}
