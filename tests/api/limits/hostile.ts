import fc from "fast-check";
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

/** Texts that have broken databases, search engines, templates and parsers. */
const TEXTS = [
  "' }) DETACH DELETE n //",
  "`}] RETURN 1",
  '"; CALL db.labels()',
  "\\u0027}) WITH 1 AS x MATCH(n) DETACH DELETE n//",
  "$id",
  "{id: 'x'}",
  "a:* OR *:*",
  "name:/.*/",
  "[* TO *]",
  "specialty:(a AND NOT b)^99",
  "[[[[",
  "((((",
  "\\",
  "~9999",
  "a~0.1",
  "*",
  "?",
  "AND",
  "NOT NOT NOT",
  "\u0000",
  "\ud800",
  "\u202e\u200b",
  "{{7*7}}",
  "#{7*7}",
  "<script>alert(1)</script>",
  "=HYPERLINK(1)",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "%00%0a",
  "null",
  "undefined",
  "NaN",
  "-1",
  "9".repeat(60),
  "𠮷𠮷𠮷",
  "青年科学家",
  "在美国做量子信息的重庆籍",
  "2020-13-45",
  "YOUNG",
];

/** A hostile text. */
export const hostileText = fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: "binary", maxLength: 40 }), fc.string({ maxLength: 20 }));

/** A generated operation with its variables, and how many texts of ours are in it. */
export interface HostileOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Draws values one after the other from one seed, so that an operation that fails can be made again. */
type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

function scalar(name: string, draw: Draw): unknown {
  switch (name) {
    case "Int":
      return draw(fc.constantFrom(0, 1, 3, 50, 200, -1, 201, 2_147_483_647, -2_147_483_648));
    case "Float":
      return draw(fc.constantFrom(0, 2, 22, -180, 180, 1e308, -1e308, 5e-324, 90.5));
    case "Boolean":
      return draw(fc.boolean());
    default:
      return draw(hostileText);
  }
}

function value(type: GraphQLInputType, draw: Draw, depth: number): unknown {
  if (isNonNullType(type)) return value(type.ofType, draw, depth);
  if (isListType(type)) return Array.from({ length: draw(fc.integer({ min: 0, max: 30 })) }, () => value(type.ofType, draw, depth));
  if (isEnumType(type)) return draw(fc.constantFrom(...type.getValues().map((each) => each.name)));
  if (!isInputObjectType(type)) return scalar(type.name, draw);
  const given = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || draw(fc.integer({ min: 0, max: 2 })) === 0);
  return Object.fromEntries(given.map((field) => [field.name, value(field.type, draw, depth + 1)]));
}

/** Writes one operation: fields at random, every argument given or left out at random, all values in variables. */
class Writer {
  readonly variables: Record<string, unknown> = {};
  private readonly declared: string[] = [];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly draw: Draw,
    private readonly allowed: (name: string) => boolean,
  ) {}

  operation(root: "Query" | "Mutation"): HostileOperation {
    const selection = this.selection(root, 0, draw1(this.draw, 1, root === "Mutation" ? 1 : 3));
    const head = this.declared.length === 0 ? "" : `(${this.declared.join(", ")})`;
    return { query: `${root === "Mutation" ? "mutation" : "query"} ${head} ${selection}`, variables: this.variables };
  }

  private selection(typeName: string, depth: number, count: number): string {
    const type = this.schema.getType(typeName);
    const fields = isObjectType(type) ? Object.values(type.getFields()).filter((each) => this.allowed(`${typeName}.${each.name}`)) : [];
    if (fields.length === 0) return "{ __typename }";
    const chosen = new Set(Array.from({ length: count }, () => this.draw(fc.constantFrom(...fields))));
    return `{ __typename ${[...chosen].map((field) => this.field(field, depth)).join(" ")} }`;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    if (!isObjectType(type) && !isUnionType(type)) return `${field.name}${this.arguments(field)}`;
    if (depth > 4) return "";
    const given = this.arguments(field);
    const inside = isUnionType(type)
      ? `{ ${type
          .getTypes()
          .map((each) => `... on ${each.name} ${this.selection(each.name, depth + 1, 2)}`)
          .join(" ")} }`
      : this.selection(type.name, depth + 1, 3);
    return `${field.name}${given} ${inside}`;
  }

  private arguments(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter((each) => isNonNullType(each.type) || this.draw(fc.integer({ min: 0, max: 3 })) > 0);
    const written = given.map((each) => {
      const name = `v${this.declared.length}`;
      this.declared.push(`$${name}: ${each.type}`);
      this.variables[name] = value(each.type, this.draw, 0);
      return `${each.name}: $${name}`;
    });
    return written.length === 0 ? "" : `(${written.join(", ")})`;
  }
}

function draw1(draw: Draw, min: number, max: number): number {
  return draw(fc.integer({ min, max }));
}

/** Valid operations over all fields that a role may use, with hostile values in every argument. */
export function hostileOperations(schema: GraphQLSchema, allowed: (name: string) => boolean): fc.Arbitrary<HostileOperation> {
  return fc.gen().map((gen) => {
    const draw: Draw = (arbitrary) => gen(() => arbitrary);
    return new Writer(schema, draw, allowed).operation(draw1(draw, 0, 5) === 0 ? "Mutation" : "Query");
  });
}

/** Texts that are no valid operation: noise, and operations cut off or with pieces of others in them. */
export const brokenOperations: fc.Arbitrary<HostileOperation> = fc
  .tuple(
    fc.constantFrom(
      "{ scientists { totalCount } }",
      "query ($id: ID!) { scientist(id: $id) { ...A } } fragment A on Scientist { id facts { value } }",
      '{ scientists(query: "量子", filter: {tiers: [TOP]}) { edges { node { id } } } }',
      "mutation { revokeOtherSessions { ... on Revoked { count } } }",
    ),
    fc.integer({ min: 0, max: 80 }),
    hostileText,
    fc.integer({ min: 0, max: 5 }),
  )
  .map(([text, at, piece, removed]) => ({ query: `${text.slice(0, at)}${piece}${text.slice(at + removed)}` || " ", variables: {} }));
