import type { IntroductionLink } from "../../gql/generated.ts";
import {
  COLOURINGS,
  type ColourBy,
  NETWORK_LINKS,
  type NetworkFilters,
  type NetworkStart,
  SIZINGS,
  type SizeBy,
} from "../../lib/network-view.ts";
import { isEverything, parseSelection, writeSelection } from "../../lib/url-state.ts";
import type { Expansion } from "./scene.ts";

/** All of the explorer that its address tells: enough to read the same again. */
export interface NetworkAddress {
  readonly start: NetworkStart | null;
  readonly depth: number;
  readonly budget: number;
  readonly filters: NetworkFilters;
  readonly expanded: readonly Expansion[];
  readonly hidden: readonly string[];
  readonly colourBy: ColourBy;
  readonly sizeBy: SizeBy;
  readonly selected: string | null;
  /** Whether the table stands in place of the picture. */
  readonly table: boolean;
}

/** Links that count unless told otherwise: everything but the home county, which is always weak. */
export const USUAL_LINKS: readonly IntroductionLink[] = NETWORK_LINKS.filter((link) => link !== "HOMETOWN");
/** How many people are shown at most, to choose from. */
export const BUDGETS: readonly number[] = [100, 300, 1_000, 3_000, 10_000];
const USUAL_BUDGET = 300;
/** The filters that a network starts with. */
export const USUAL_FILTERS: NetworkFilters = { minWorks: 1, links: USUAL_LINKS, hideWeak: false };

const list = (value: string | null): string[] => [...new Set((value ?? "").split(",").filter((part) => part !== ""))];

function parseStart(params: URLSearchParams): NetworkStart | null {
  const people = list(params.get("people"));
  if (people.length > 0) return { kind: "people", ids: people };
  const [institution, field, team] = ["institution", "field", "team"].map((name) => params.get(name) || null);
  if (institution) return { kind: "institution", id: institution };
  if (field) return { kind: "field", id: field };
  if (team) return { kind: "team", id: team };
  const selection = parseSelection(params);
  if (isEverything(selection)) return null;
  return { kind: "search", ...(selection.query ? { query: selection.query } : {}), filter: selection.filter };
}

function startEntries(start: NetworkStart | null): [string, string][] {
  if (start === null) return [];
  if (start.kind === "people") return [["people", start.ids.join(",")]];
  if (start.kind === "search") return [...writeSelection({ query: start.query ?? "", filter: start.filter ?? {} })];
  return [[start.kind, start.id]];
}

function yearOf(value: string | null): number | undefined {
  return /^\d{4}$/.test(value ?? "") ? Number(value) : undefined;
}

function parseFilters(params: URLSearchParams): NetworkFilters {
  const named = list(params.get("links"));
  const links = NETWORK_LINKS.filter((link) => named.includes(link));
  const [yearFrom, yearTo] = [yearOf(params.get("since")), yearOf(params.get("until"))];
  const works = Number(params.get("works"));
  return {
    ...(yearFrom === undefined ? {} : { yearFrom }),
    ...(yearTo === undefined ? {} : { yearTo }),
    minWorks: Number.isInteger(works) && works > 0 && works < 1_000_000 ? works : 1,
    links: links.length > 0 ? links : USUAL_LINKS,
    hideWeak: params.get("weak") === "hidden",
  };
}

function filterEntries({ yearFrom, yearTo, minWorks, links, hideWeak }: NetworkFilters): [string, string][] {
  const usual = links.length === USUAL_LINKS.length && USUAL_LINKS.every((link) => links.includes(link));
  return [
    ["links", usual ? "" : links.join(",")],
    ["since", yearFrom === undefined ? "" : String(yearFrom)],
    ["until", yearTo === undefined ? "" : String(yearTo)],
    ["works", minWorks > 1 ? String(minWorks) : ""],
    ["weak", hideWeak ? "hidden" : ""],
  ];
}

/** An expansion as `id`, or as `id.2021.3` when it was of links since a year or of at least so many works. */
function expansionText({ id, yearFrom, minWorks }: Expansion): string {
  return yearFrom === null && minWorks === 1 ? id : `${id}.${yearFrom ?? ""}.${minWorks}`;
}

function parseExpansion(text: string): Expansion {
  const [id = "", year = "", works = ""] = text.split(".");
  return { id, yearFrom: yearOf(year) ?? null, minWorks: /^[1-9]\d{0,2}$/.test(works) ? Number(works) : 1 };
}

/** Reads the explorer's address; what cannot be understood takes its usual value. */
export function parseNetworkAddress(params: URLSearchParams): NetworkAddress {
  const depth = Number(params.get("depth") ?? "1");
  const budget = Number(params.get("most"));
  const start = parseStart(params);
  return {
    start,
    depth: depth === 0 || depth === 2 ? depth : usualDepth(start, depth === 1 && params.has("depth")),
    budget: BUDGETS.find((each) => each === budget) ?? USUAL_BUDGET,
    filters: parseFilters(params),
    expanded: list(params.get("expand")).map(parseExpansion),
    hidden: list(params.get("hide")),
    colourBy: COLOURINGS.find((each) => each === params.get("colour") && each !== "measure") ?? "field",
    sizeBy: SIZINGS.find((each) => each === params.get("size") && each !== "measure") ?? "degree",
    selected: params.get("selected") || null,
    table: params.get("as") === "table",
  };
}

/** Around one or a few people their collaborators are meant; of an institution, a field or a search the people themselves. */
export function usualDepth(start: NetworkStart | null, isGiven = false): number {
  return isGiven || start === null || start.kind === "people" || start.kind === "team" ? 1 : 0;
}

/** Writes the explorer's address; usual values are left out. */
export function writeNetworkAddress(address: NetworkAddress): URLSearchParams {
  const entries: [string, string][] = [
    ...startEntries(address.start),
    ["depth", address.depth === usualDepth(address.start) ? "" : String(address.depth)],
    ["most", address.budget === USUAL_BUDGET ? "" : String(address.budget)],
    ...filterEntries(address.filters),
    ["expand", address.expanded.map(expansionText).join(",")],
    ["hide", address.hidden.join(",")],
    ["colour", address.colourBy === "field" || address.colourBy === "measure" ? "" : address.colourBy],
    ["size", address.sizeBy === "degree" || address.sizeBy === "measure" ? "" : address.sizeBy],
    ["selected", address.selected ?? ""],
    ["as", address.table ? "table" : ""],
  ];
  return new URLSearchParams(entries.filter(([, value]) => value !== ""));
}
