import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { REVEALING_ENUMS } from "../features/rights/index.ts";
import { ALL_FACETS, ASSUMED_LENGTH, COMPUTED, COUNTED_ABOVE } from "./limits.ts";

const REVEALING: ReadonlySet<string> = new Set(REVEALING_ENUMS);

/** The page of people that `limit` bounds, and how many edges are reckoned for each of them. */
const NETWORK = "CollaborationNetwork";
const EDGES_A_NODE = 4;
const OF_NETWORK: ReadonlySet<string> = new Set(["NetworkNode", "NetworkEdge"]);
/** Lists with an answer for each of the `ids` asked for. */
const BY_IDS: ReadonlySet<string> = new Set(["Query.networkPeople", "MeasureRun.values"]);

type Values = { readonly [name: string]: unknown };
type FieldDefinition = ReturnType<GraphQLObjectType["getFields"]>[string];

/** What one operation uses with its variables: known before anything of it runs. */
export interface OperationUse {
  /** Names of fields, arguments, input keys and selecting values, as in the table of rights. */
  readonly names: ReadonlySet<string>;
  /** Values of all arguments named `first`. */
  readonly firsts: readonly number[];
  /** About how many values may be answered; see limits.ts. */
  readonly cost: number;
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function isRecord(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Follows an operation as the executor would, through fragments and past what `@skip` and `@include` leave out. */
class Walk implements OperationUse {
  readonly names = new Set<string>();
  readonly firsts: number[] = [];
  cost = 0;
  private readonly schema: GraphQLSchema;
  private readonly variables: Values;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Cost of each fragment, so that one spread many times is followed once. */
  private readonly known = new Map<string, number>();
  /** Lengths of the pages around the field that is walked. */
  private readonly pages: number[] = [];

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Values) {
    this.schema = schema;
    this.variables = variables;
    this.fragments = new Map(
      document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
    );
  }

  selections(set: SelectionSetNode, parent: string): number {
    return set.selections.filter((each) => this.isIncluded(each)).reduce((sum, each) => sum + this.selection(each, parent), 0);
  }

  private isIncluded(node: SelectionNode): boolean {
    const skip = getDirectiveValues(GraphQLSkipDirective, node, this.variables);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, this.variables);
    return skip?.if !== true && include?.if !== false;
  }

  private selection(node: SelectionNode, parent: string): number {
    if (node.kind === Kind.FIELD) return this.field(node, parent);
    if (node.kind === Kind.INLINE_FRAGMENT) return this.selections(node.selectionSet, node.typeCondition?.name.value ?? parent);
    return this.fragment(node.name.value);
  }

  private fragment(name: string): number {
    const fragment = this.fragments.get(name);
    const key = `${name} ${this.pages.at(-1)}`;
    const known = this.known.get(key);
    if (fragment === undefined || known !== undefined) return known ?? 0;
    // A fragment inside itself is refused by validation; should it come so far, it ends here.
    this.known.set(key, 0);
    const cost = this.selections(fragment.selectionSet, fragment.typeCondition.name.value);
    this.known.set(key, cost);
    return cost;
  }

  private field(node: FieldNode, parent: string): number {
    const type = this.schema.getType(parent);
    const definition = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
    // `__typename` and introspection are not of the contract.
    if (definition === undefined) return 1;
    const name = `${parent}.${node.name.value}`;
    this.names.add(name);
    const given = this.argumentsOf(definition, node, name);
    const length = this.lengthOf(name, definition.type, given);
    const inside = getNamedType(definition.type).name;
    // The length of a page is that of its edges, not of what stands beside them.
    const isPage = inside.endsWith("Connection") || inside === NETWORK;
    if (isPage) this.pages.push(length);
    const within = node.selectionSet === undefined ? 0 : this.selections(node.selectionSet, inside);
    if (isPage) this.pages.pop();
    // Of a network's people and pairs there are thousands, with numbers that are read with them: each counts once, and what is read beside it.
    if (OF_NETWORK.has(parent) && node.selectionSet === undefined) return 0;
    return 1 + (COMPUTED[name] ?? 0) + (isPage ? 1 : length) * (within + (OF_NETWORK.has(inside) ? 1 : 0));
  }

  private argumentsOf(definition: FieldDefinition, node: FieldNode, name: string): Values {
    for (const argument of node.arguments ?? []) this.names.add(`${name}(${argument.name.value})`);
    let given: Values = {};
    try {
      given = getArgumentValues(definition, node, this.variables);
    } catch {
      // A required variable is missing: the executor refuses this very field for it.
      return given;
    }
    for (const argument of definition.args) this.input(argument.type, given[argument.name]);
    if (typeof given.first === "number") this.firsts.push(given.first);
    if (name === "ScientistConnection.facets" && Array.isArray(given.keys)) this.facetKeys(given.keys);
    return given;
  }

  private input(type: GraphQLInputType, value: unknown): void {
    if (!isGiven(value)) return;
    if (isNonNullType(type)) this.input(type.ofType, value);
    else if (isListType(type)) for (const item of Array.isArray(value) ? value : [value]) this.input(type.ofType, item);
    else if (isEnumType(type)) {
      if (REVEALING.has(type.name)) this.names.add(`${type.name}.${String(value)}`);
    } else if (isInputObjectType(type) && isRecord(value)) {
      for (const field of Object.values(type.getFields())) {
        if (!isGiven(value[field.name])) continue;
        this.names.add(`${type.name}.${field.name}`);
        this.input(field.type, value[field.name]);
      }
    }
  }

  /** A facet is the counting of a filter's key; keys that are none are answered by nothing. */
  private facetKeys(keys: readonly unknown[]): void {
    const filter = this.schema.getType("ScientistFilter");
    if (!isInputObjectType(filter)) return;
    for (const key of keys) if (typeof key === "string" && Object.hasOwn(filter.getFields(), key)) this.names.add(`ScientistFilter.${key}`);
  }

  private lengthOf(name: string, type: GraphQLOutputType, given: Values): number {
    const keys = name === "ScientistConnection.facets" ? (Array.isArray(given.keys) ? given.keys.length : ALL_FACETS) : 1;
    if (name === "Query.collaborationNetwork" && typeof given.limit === "number") return Math.max(1, given.limit);
    if (BY_IDS.has(name) && Array.isArray(given.ids)) return Math.max(1, given.ids.length);
    if (typeof given.first === "number") return Math.max(1, given.first) * Math.max(1, keys);
    if (name === `${NETWORK}.edges`) return EDGES_A_NODE * (this.pages.at(-1) ?? 1);
    if (name.endsWith("Connection.edges") || name === `${NETWORK}.nodes`) return this.pages.at(-1) ?? 1;
    const isList = isListType(isNonNullType(type) ? type.ofType : type);
    return isList && !COUNTED_ABOVE.has(name) ? ASSUMED_LENGTH : 1;
  }
}

/** What an operation that passed validation uses, with variables that were coerced. */
export function operationUse(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Values,
): OperationUse {
  const walk = new Walk(schema, document, variables);
  const root = schema.getRootType(operation.operation);
  walk.cost = walk.selections(operation.selectionSet, root?.name ?? "");
  return walk;
}
