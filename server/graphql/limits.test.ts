import { readFileSync } from "node:fs";
import {
  buildSchema,
  type DocumentNode,
  getNamedType,
  getOperationAST,
  isInputObjectType,
  isListType,
  Kind,
  Lexer,
  parse,
  type SelectionSetNode,
  Source,
  TokenKind,
  typeFromAST,
  visit,
} from "graphql";
import { describe, expect, test } from "vitest";
import { COMPUTED, LIMITS } from "./limits.ts";
import { checkShape, NotGraphqlError, OperationTooLargeError } from "./operation-limits.ts";
import { operationUse } from "./operation-use.ts";
import { STORED_OPERATIONS } from "./stored/generated.ts";
import { storedOperation } from "./stored-operations.ts";

const schema = buildSchema(readFileSync("schema.graphql", "utf8"));

function depthOf(document: DocumentNode, set: SelectionSetNode): number {
  const depths = set.selections.map((node) => {
    if (node.kind === Kind.FIELD) return 1 + (node.selectionSet === undefined ? 0 : depthOf(document, node.selectionSet));
    if (node.kind === Kind.INLINE_FRAGMENT) return depthOf(document, node.selectionSet);
    const fragment = document.definitions.find((each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value);
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? depthOf(document, fragment.selectionSet) : 0;
  });
  return Math.max(0, ...depths);
}

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  while (lexer.advance().kind !== TokenKind.EOF) tokens += 1;
  return tokens;
}

/** The dearest variables that a page can send: the largest page, every optional part. */
function dearest(document: DocumentNode): Record<string, unknown> {
  const variables: Record<string, unknown> = {};
  for (const definition of getOperationAST(document)?.variableDefinitions ?? []) {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, parseType(definition));
    const named = type === undefined ? undefined : getNamedType(type);
    if (name === "first") variables[name] = LIMITS.first;
    else if (name === "keys")
      variables[name] = [
        "fields",
        "homeRegions",
        "almaMaters",
        "employers",
        "countries",
        "workPlaces",
        "tiers",
        "birthDecades",
        "awards",
        "sources",
      ];
    else if (named?.name === "Boolean") variables[name] = true;
    else if (type !== undefined && !isInputObjectType(named) && !isListType(type)) variables[name] = "x";
  }
  return variables;
}

function parseType(definition: NonNullable<NonNullable<ReturnType<typeof getOperationAST>>["variableDefinitions"]>[number]) {
  const { type } = definition;
  return type.kind === Kind.NON_NULL_TYPE ? type.type : type;
}

interface Measured {
  readonly name: string;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly tokens: number;
  readonly cost: number;
}

function measured(text: string): Measured {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (operation === null || operation === undefined) throw new Error(text);
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: (node) => {
      if (node.alias !== undefined) aliases += 1;
    },
    Directive: () => {
      directives += 1;
    },
  });
  return {
    name: operation.name?.value ?? "",
    depth: depthOf(document, operation.selectionSet),
    aliases,
    directives,
    tokens: tokensOf(text),
    cost: operationUse(schema, document, operation, dearest(document)).cost,
  };
}

const screens = Object.values(STORED_OPERATIONS).map(measured);
const most = (what: "depth" | "aliases" | "directives" | "tokens" | "cost") => Math.max(...screens.map((each) => each[what]));

/** How much more than the dearest screen a limit allows, at least and at most: room for scripts and new screens, and no more. */
const HEADROOM = { least: 1.25, most: 4 };
/** Where the screens use few or none, scripts may use so many. */
const FOR_SCRIPTS = { aliases: 20, directives: 20 };

describe("limits come from the operations of the screens", () => {
  test.each(["depth", "tokens", "cost"] as const)("%s", (what) => {
    expect(LIMITS[what] / most(what), `${what}: ${most(what)}`).toBeGreaterThanOrEqual(HEADROOM.least);
    expect(LIMITS[what] / most(what), `${what}: ${most(what)}`).toBeLessThanOrEqual(HEADROOM.most);
  });

  test.each(["aliases", "directives"] as const)("%s", (what) => {
    expect(LIMITS[what]).toBe(FOR_SCRIPTS[what]);
    expect(most(what) * HEADROOM.least).toBeLessThanOrEqual(LIMITS[what]);
  });

  test("every stored operation passes the checks that texts of others meet", () => {
    for (const text of Object.values(STORED_OPERATIONS)) expect(() => checkShape(schema, text)).not.toThrow();
  });
});

/** `Place.within` again and again: so many levels in all. */
function nested(levels: number): string {
  return `{ place(id: "x") ${"{ within ".repeat(levels - 2)}{ id }${" }".repeat(levels - 2)} }`;
}

describe("at a limit and one past it", () => {
  const refused = (text: string, named: string): void => {
    expect(() => checkShape(schema, text)).toThrow(OperationTooLargeError);
    expect(() => checkShape(schema, text)).toThrow(named);
  };
  const passes = (text: string): void => expect(() => checkShape(schema, text)).not.toThrow();

  test("levels", () => {
    passes(nested(LIMITS.depth));
    refused(nested(LIMITS.depth + 1), "levels deep");
  });

  test("levels hidden in fragments, inline fragments and fragments of fragments", () => {
    const inside = (levels: number) => `{ within ${"{ within ".repeat(levels - 2)}{ id }${" }".repeat(levels - 1)}`;
    passes(`{ place(id: "x") { ...A } } fragment A on Place ${inside(LIMITS.depth - 1)}`);
    refused(`{ place(id: "x") { ...A } } fragment A on Place ${inside(LIMITS.depth)}`, "levels deep");
    refused(`{ place(id: "x") { ... on Place ${inside(LIMITS.depth)} } }`, "levels deep");
    refused(
      `{ place(id: "x") { ...A } } fragment A on Place { within { ...B } } fragment B on Place ${inside(LIMITS.depth - 1)}`,
      "levels deep",
    );
  });

  const aliased = (count: number): string => Array.from({ length: count }, (_, index) => `a${index}: id`).join(" ");

  test("aliases, also those of a fragment each time that it is spread", () => {
    passes(`{ viewer { ${aliased(LIMITS.aliases)} } }`);
    refused(`{ viewer { ${aliased(LIMITS.aliases + 1)} } }`, "aliases");
    const half = LIMITS.aliases / 2;
    passes(`{ viewer { ...A } mySessions { id } } fragment A on Viewer { ${aliased(half)} }`);
    refused(`{ viewer { ...A ...A } v: viewer { ...A } } fragment A on Viewer { ${aliased(half)} }`, "aliases");
  });

  test("directives, on fields, spreads and fragments", () => {
    const many = (count: number): string => `id ${"@include(if: true) ".repeat(count)}`;
    passes(`{ viewer { ${many(LIMITS.directives)} } }`);
    refused(`{ viewer { ${many(LIMITS.directives + 1)} } }`, "directives");
    refused(`{ viewer { ...A ${"@skip(if: false) ".repeat(11)} } } fragment A on Viewer { ${many(10)} }`, "directives");
  });

  test("tokens", () => {
    const filled = (tokens: number): string => `{ viewer { ${"id ".repeat(tokens - 5)}} }`;
    expect(tokensOf(filled(LIMITS.tokens))).toBe(LIMITS.tokens);
    passes(filled(LIMITS.tokens));
    refused(filled(LIMITS.tokens + 1), "tokens");
  });

  test("fragments that go round in a circle end the check, whatever it then says", () => {
    const circle = '{ place(id: "x") { ...A } } fragment A on Place { within { ...B } } fragment B on Place { within { ...A } }';
    const started = performance.now();
    try {
      checkShape(schema, circle);
    } catch (error) {
      expect(error).toBeInstanceOf(OperationTooLargeError);
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test("what is no document is named so", () => {
    for (const text of ["{", "", "query {", "{ a(", '"', "\u0000", '{ place(id: "\ud800") { id }']) {
      expect(() => checkShape(schema, text), text).toThrow(NotGraphqlError);
    }
  });
});

describe("cost", () => {
  const costOf = (text: string, variables: Record<string, unknown> = {}): number => {
    const document = parse(text);
    const operation = getOperationAST(document);
    return operation ? operationUse(schema, document, operation, variables).cost : Number.NaN;
  };

  test("grows with `first`, also where it comes in a variable or by default", () => {
    const list = (first: string) => `query ($n: Int = 100) { scientists(first: ${first}) { edges { node { id nameZh } } } }`;
    const apart = 2 + (COMPUTED["Query.scientists"] ?? 0);
    expect(costOf(list("200")) - apart).toBe(4 * (costOf(list("50")) - apart));
    expect(costOf(list("$n"), { n: 200 })).toBe(costOf(list("200")));
    expect(costOf(list("$n"), { n: 100 })).toBe(costOf(list("100")));
    expect(costOf("{ scientists { edges { node { id nameZh } } } }")).toBe(costOf(list("50")));
  });

  test("what stands beside the edges of a page does not multiply with them", () => {
    const beside = (first: number) => costOf(`{ scientists(first: ${first}) { totalCount facets(first: 8) { values { count } } } }`);
    expect(beside(200)).toBe(beside(1));
  });

  test("lists within lists multiply, in fragments as well, and a fragment of fragments is counted without being unfolded", () => {
    const related = "{ scientists(first: 200) { edges { node { related(first: 50) { scientist { id } } } } } }";
    expect(costOf(related)).toBeGreaterThan(LIMITS.cost);
    const spread =
      related.replace("related(first: 50) { scientist { id } }", "...R") +
      " fragment R on Scientist { related(first: 50) { scientist { id } } }";
    expect(costOf(spread)).toBe(costOf(related));
    const doubled = Array.from({ length: 30 }, (_, index) => `fragment F${index} on Viewer { ...F${index + 1} ...F${index + 1} }`).join(
      " ",
    );
    expect(costOf(`{ viewer { ...F0 } } ${doubled} fragment F30 on Viewer { id }`)).toBe(2 + 2 ** 30 - 1);
  });

  test("what `@skip` and `@include` leave out costs nothing and is not used", () => {
    const text = "query ($with: Boolean!) { scientist(id: 1) { id tier @include(if: $with) needs @skip(if: true) { id } } }";
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error(text);
    expect([...operationUse(schema, document, operation, { with: false }).names]).not.toContain("Scientist.tier");
    expect([...operationUse(schema, document, operation, { with: true }).names]).toContain("Scientist.tier");
    expect([...operationUse(schema, document, operation, { with: true }).names]).not.toContain("Scientist.needs");
  });
});

test("a stored operation is found by the hash of its text only", () => {
  const [hash = "", text] = Object.entries(STORED_OPERATIONS)[0] ?? [];
  expect(storedOperation(hash)).toBe(text);
  expect(storedOperation(`${hash.slice(1)}0`)).toBeUndefined();
  expect(storedOperation("constructor")).toBeUndefined();
  expect(storedOperation("__proto__")).toBeUndefined();
});
