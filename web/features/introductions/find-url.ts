import type { IntroductionLink, Introductions_FindQueryVariables } from "../../gql/generated.ts";

/** From whom paths start. */
export const STARTS = ["ours", "people", "institutions", "places"] as const;
/** One of {@link STARTS}. */
export type Start = (typeof STARTS)[number];

/** Kinds of link, strongest sort first, as they are offered to be left out. */
export const LINKS: readonly IntroductionLink[] = [
  "COAUTHOR",
  "PROJECT",
  "ADVISOR",
  "TEAM",
  "COLLEAGUE",
  "ALUMNI",
  "COAWARDED",
  "HOMETOWN",
];

/** The most hops that can be asked for. */
export const HOPS = [1, 2, 3, 4] as const;
/** Hops unless told. */
export const USUAL_HOPS = 3;

/** What the page looks for, as the address says it. */
export interface FindState {
  readonly to: string | null;
  readonly start: Start;
  readonly people: readonly string[];
  readonly institutions: readonly string[];
  readonly places: readonly string[];
  readonly notThrough: readonly string[];
  readonly without: readonly IntroductionLink[];
  readonly since: number | null;
  readonly hops: number;
}

const YEAR = /^(?:19|20)\d{2}$/;
const listed = (params: URLSearchParams, name: string): string[] => [
  ...new Set((params.get(name) ?? "").split(",").filter((part) => part !== "")),
];

/** Reads an address; what cannot be understood is left out. */
export function parseFind(params: URLSearchParams): FindState {
  const since = params.get("since") ?? "";
  const without = listed(params, "without");
  return {
    to: params.get("to") || null,
    start: STARTS.find((one) => one === params.get("start")) ?? "ours",
    people: listed(params, "from"),
    institutions: listed(params, "institutions"),
    places: listed(params, "places"),
    notThrough: listed(params, "not"),
    without: LINKS.filter((link) => without.includes(link)),
    since: YEAR.test(since) ? Number(since) : null,
    hops: HOPS.find((hops) => String(hops) === params.get("hops")) ?? USUAL_HOPS,
  };
}

/** Writes a state into an address; what is usual is left out. */
export function writeFind(state: FindState): URLSearchParams {
  const entries: [string, string][] = [
    ["to", state.to ?? ""],
    ["start", state.start === "ours" ? "" : state.start],
    ["from", state.people.join(",")],
    ["institutions", state.institutions.join(",")],
    ["places", state.places.join(",")],
    ["not", state.notThrough.join(",")],
    ["without", state.without.join(",")],
    ["since", state.since === null ? "" : String(state.since)],
    ["hops", state.hops === USUAL_HOPS ? "" : String(state.hops)],
  ];
  return new URLSearchParams(entries.filter(([, value]) => value !== ""));
}

/** What to ask the server for, or null while the address does not say enough: nobody to reach, or nobody to start from. */
export function findVariables(state: FindState): Omit<Introductions_FindQueryVariables, "office"> | null {
  const { to, start, people, institutions, places } = state;
  if (to === null) return null;
  const chosen = { ours: null, people, institutions, places }[start];
  if (chosen !== null && chosen.length === 0) return null;
  return {
    to,
    from: start === "people" ? [...people] : null,
    fromInstitutions: start === "institutions" ? [...institutions] : null,
    fromPlaces: start === "places" ? [...places] : null,
    fromOurPeople: start === "ours",
    notVia: state.without.length === 0 ? null : [...state.without],
    notThrough: state.notThrough.length === 0 ? null : [...state.notThrough],
    since: state.since,
    maxHops: state.hops,
  };
}

/** How many conditions beyond the usual ones are set. */
export function conditionsSet({ notThrough, without, since, hops }: FindState): number {
  return notThrough.length + without.length + (since === null ? 0 : 1) + (hops === USUAL_HOPS ? 0 : 1);
}
