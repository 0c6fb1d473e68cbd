import { z } from "zod";
import type { IntroductionLink, ScientistFilter } from "../gql/generated.ts";
import { parseSelection, writeSelection } from "./url-state.ts";

const COLOURS = ["community", "field", "country", "tier", "recency", "measure"] as const;
const SIZES = ["degree", "measure", "equal"] as const;

/** What the colour of a person says. */
export type ColourBy = (typeof COLOURS)[number];
/** What the size of a person says. */
export type SizeBy = (typeof SIZES)[number];

/** The colourings in the order of the choice. */
export const COLOURINGS: readonly ColourBy[] = COLOURS;
/** The sizings in the order of the choice. */
export const SIZINGS: readonly SizeBy[] = SIZES;

/** The kinds of link, in the order in which equally strong ones are preferred. */
export const NETWORK_LINKS = [
  "COAUTHOR",
  "PROJECT",
  "ADVISOR",
  "TEAM",
  "COLLEAGUE",
  "ALUMNI",
  "COAWARDED",
  "HOMETOWN",
] as const satisfies readonly IntroductionLink[];

/** Whose network it is. */
export type NetworkStart =
  | { readonly kind: "people"; readonly ids: readonly string[] }
  | { readonly kind: "institution"; readonly id: string }
  | { readonly kind: "field"; readonly id: string }
  | { readonly kind: "team"; readonly id: string }
  | { readonly kind: "search"; readonly query?: string; readonly filter?: ScientistFilter };

/** Which links count. */
export interface NetworkFilters {
  readonly yearFrom?: number;
  readonly yearTo?: number;
  /** Only pairs with at least so many joint works. */
  readonly minWorks: number;
  readonly links: readonly IntroductionLink[];
  readonly hideWeak: boolean;
}

/** A person who is shown, and where. */
export interface ViewNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly pinned?: boolean;
}

/** A pair that is shown. */
export interface ViewEdge {
  readonly source: string;
  readonly target: string;
  /** Joint works. */
  readonly works: number;
  /** 0 to 1. */
  readonly strength: number;
  readonly links: readonly IntroductionLink[];
  readonly firstYear?: number;
  readonly lastYear?: number;
}

/**
 * What an analysis keeps and a link shares: everything needed to see the same again, and no names, which are read anew with the viewer's rights.
 */
export interface NetworkView {
  readonly version: 1;
  readonly start: NetworkStart;
  readonly filters: NetworkFilters;
  readonly nodes: readonly ViewNode[];
  readonly edges: readonly ViewEdge[];
  /** People whose links were read beside those of the start. */
  readonly expanded: readonly string[];
  /** People who were taken off the screen. */
  readonly hidden: readonly string[];
  readonly colourBy: ColourBy;
  readonly sizeBy: SizeBy;
  /** The measure that colour or size speak of. */
  readonly measureId?: string;
  readonly selected?: string;
  readonly notes: string;
  /** When the data was read, ISO. */
  readonly dataDate: string;
}

/** People and pairs that one view can hold; what the explorer draws at most. */
export const MOST_NODES = 10_000;
/** See `MOST_NODES`. */
export const MOST_EDGES = 50_000;

const id = z.string().min(1).max(128);
const year = z.int().min(0).max(9999);
const links = z.array(z.enum(NETWORK_LINKS)).max(NETWORK_LINKS.length);
/** The filter as the address of a list writes it, so that only what it understands comes in. */
const filter = z.record(z.string(), z.json()).transform((value): ScientistFilter => knownFilter(value));

const start = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("people"), ids: z.array(id).max(MOST_NODES) }),
  z.strictObject({ kind: z.literal("institution"), id }),
  z.strictObject({ kind: z.literal("field"), id }),
  z.strictObject({ kind: z.literal("team"), id }),
  z.strictObject({ kind: z.literal("search"), query: z.string().max(400).optional(), filter: filter.optional() }),
]);

const view = z.strictObject({
  version: z.literal(1),
  start,
  filters: z.strictObject({
    yearFrom: year.optional(),
    yearTo: year.optional(),
    minWorks: z.int().min(1).max(1_000_000),
    links: links.min(1),
    hideWeak: z.boolean(),
  }),
  nodes: z.array(z.strictObject({ id, x: z.number(), y: z.number(), pinned: z.boolean().optional() })).max(MOST_NODES),
  edges: z
    .array(
      z.strictObject({
        source: id,
        target: id,
        works: z.int().min(0),
        strength: z.number().min(0).max(1),
        links,
        firstYear: year.optional(),
        lastYear: year.optional(),
      }),
    )
    .max(MOST_EDGES),
  expanded: z.array(id).max(MOST_NODES),
  hidden: z.array(id).max(MOST_NODES),
  colourBy: z.enum(COLOURS),
  sizeBy: z.enum(SIZES),
  measureId: id.optional(),
  selected: id.optional(),
  notes: z.string().max(20_000),
  dataDate: z.iso.datetime(),
});

/** Any JSON as a filter: through the address of the list, which leaves out whatever it does not understand. */
function knownFilter(value: Readonly<Record<string, unknown>>): ScientistFilter {
  const params = new URLSearchParams();
  for (const [name, given] of Object.entries(value)) {
    if (Array.isArray(given) && given.every((each) => typeof each === "string")) params.set(name, given.join(","));
    else if (typeof given === "string" || typeof given === "boolean") params.set(name, String(given));
  }
  const known = parseSelection(params).filter;
  const nested = z
    .object({
      birthYears: z.object({ from: year.nullish(), to: year.nullish() }).optional(),
      bounds: z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }).optional(),
      lasso: z.array(z.object({ longitude: z.number(), latitude: z.number() })).optional(),
      boundsView: z.enum(["WORKPLACE", "BIRTHPLACE", "ANCESTRAL_HOME", "ALMA_MATER"]).optional(),
    })
    .safeParse(value);
  if (!nested.success) return known;
  const given = Object.fromEntries(Object.entries(nested.data).filter(([, each]) => each !== undefined));
  return parseSelection(writeSelection({ query: "", filter: { ...known, ...given } })).filter;
}

/** People and pairs of a view that belong together: pairs of people who are shown, each once. */
function consistent(parsed: NetworkView): NetworkView {
  const nodes = [...new Map(parsed.nodes.map((node) => [node.id, node])).values()];
  const shown = new Set(nodes.map((node) => node.id));
  const pairs = parsed.edges.filter(({ source, target }) => source !== target && shown.has(source) && shown.has(target));
  const key = ({ source, target }: ViewEdge): string => (source < target ? `${source} ${target}` : `${target} ${source}`);
  return { ...parsed, nodes, edges: [...new Map(pairs.map((edge) => [key(edge), edge])).values()] };
}

/** Reads a view that was kept or sent; null when it is none, or of a version that is not known. Pairs without their people are left out. */
export function parseNetworkView(value: unknown): NetworkView | null {
  const parsed = view.safeParse(value);
  return parsed.success ? consistent(parsed.data) : null;
}

/** The view without some people, such as those who were erased since: they, their pairs and every mention of them are gone. */
export function withoutPeople(from: NetworkView, ids: ReadonlySet<string>): NetworkView {
  const stays = (each: string): boolean => !ids.has(each);
  const { selected, ...rest } = from;
  return {
    ...rest,
    start: from.start.kind === "people" ? { kind: "people", ids: from.start.ids.filter(stays) } : from.start,
    nodes: from.nodes.filter((node) => stays(node.id)),
    edges: from.edges.filter(({ source, target }) => stays(source) && stays(target)),
    expanded: from.expanded.filter(stays),
    hidden: from.hidden.filter(stays),
    ...(selected !== undefined && stays(selected) ? { selected } : {}),
  };
}
