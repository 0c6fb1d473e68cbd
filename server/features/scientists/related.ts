import type { RelationKind } from "../../graphql/generated.ts";
import { yearOf } from "../../shared/dates.ts";
import type { RelatedScientistModel, RelationReasonModel } from "./scientists.types.ts";

/**
 * How strongly two people are related. Each reason counts its weight, plus up to 2 for years close together, divided by how common
 * the shared thing is: `(weight + closeness) / (1 + log10(people who share it))`. A person's strength is the sum of the reasons.
 *
 * - weight: employer 3, alma mater 3, home county 2, home city 1; the same county is not counted as the same city again;
 * - closeness: 2 when both were there in the same year, falling to 0 at 20 years apart; 0 when either is undated.
 */
const WEIGHT: Readonly<Record<RelationKind, number>> = { EMPLOYER: 3, ALMA_MATER: 3, HOME_COUNTY: 2, HOME_CITY: 1 };
const CLOSENESS = 2;
const FAR_YEARS = 20;

/** Dates of one schooling or employment. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf?: string | null | undefined;
}

/** Two people at one institution; `size` is how many people the institution has in all. */
export interface Fellow {
  readonly sharedId: string;
  readonly otherId: string;
  readonly own: readonly Span[];
  readonly theirs: readonly Span[];
  readonly size: number;
}

/** People from one place. */
export interface Neighbours {
  readonly sharedId: string;
  readonly otherIds: readonly string[];
}

interface Years {
  readonly first: number;
  readonly last: number;
  /** The year to show: of graduation for a schooling, else the first one known. */
  readonly shown: number;
}

function yearsOf(span: Span, kind: RelationKind): Years | null {
  const known = [yearOf(span.from), yearOf(span.asOf), yearOf(span.to)].filter((year) => year !== null);
  const [first] = known;
  if (first === undefined) return null;
  const shown = kind === "ALMA_MATER" ? (known.at(-1) ?? first) : first;
  return { first: Math.min(...known), last: Math.max(...known), shown };
}

function gap(left: Years, right: Years): number {
  return Math.max(0, left.first - right.last, right.first - left.last);
}

interface Closest {
  readonly gap: number;
  readonly years: string;
}

/** `own` is worked out once for an institution, not for each of its thousands of people. */
function closest(own: readonly Years[], fellow: Fellow, kind: RelationKind): Closest | null {
  let best: { gap: number; mine: Years; other: Years } | null = null;
  for (const mine of own) {
    for (const span of fellow.theirs) {
      const other = yearsOf(span, kind);
      if (other === null) continue;
      const apart = gap(mine, other);
      if (best === null || apart < best.gap) best = { gap: apart, mine, other };
    }
  }
  return best === null ? null : { gap: best.gap, years: `${best.mine.shown} · ${best.other.shown}` };
}

function strength(kind: RelationKind, size: number, yearsApart: number | null): number {
  const closeness = yearsApart === null ? 0 : CLOSENESS * Math.max(0, 1 - yearsApart / FAR_YEARS);
  return (WEIGHT[kind] + closeness) / (1 + Math.log10(Math.max(2, size)));
}

/** A reason with the person it is about. */
export interface Relation {
  readonly otherId: string;
  readonly reason: RelationReasonModel;
}

/** Relations by a shared alma mater or employer. */
export function byInstitution(kind: "ALMA_MATER" | "EMPLOYER", fellows: readonly Fellow[]): Relation[] {
  const known = new Map<readonly Span[], Years[]>();
  return fellows.map((fellow) => {
    const own = known.get(fellow.own) ?? fellow.own.map((span) => yearsOf(span, kind)).filter((years) => years !== null);
    known.set(fellow.own, own);
    const near = closest(own, fellow, kind);
    const reason = {
      kind,
      institutionId: fellow.sharedId,
      placeId: null,
      years: near?.years ?? null,
      strength: strength(kind, fellow.size, near?.gap ?? null),
    };
    return { otherId: fellow.otherId, reason };
  });
}

/** Relations by a shared home. Who shares the county is left out of the city. */
export function byHome(counties: readonly Neighbours[], cities: readonly Neighbours[]): Relation[] {
  const sameCounty = new Set(counties.flatMap((county) => county.otherIds));
  const relate = (kind: RelationKind, places: readonly Neighbours[]): Relation[] =>
    places.flatMap(({ sharedId, otherIds }) =>
      otherIds.map((otherId) => ({
        otherId,
        reason: { kind, institutionId: null, placeId: sharedId, years: null, strength: strength(kind, otherIds.length + 1, null) },
      })),
    );
  return [...relate("HOME_COUNTY", counties), ...relate("HOME_CITY", cities).filter((relation) => !sameCounty.has(relation.otherId))];
}

/** The `first` most strongly related people, each with all reasons, strongest first; equal ones by id. */
export function strongest(relations: readonly Relation[], first: number): RelatedScientistModel[] {
  const people = new Map<string, RelationReasonModel[]>();
  for (const { otherId, reason } of relations) {
    const known = people.get(otherId);
    if (known === undefined) people.set(otherId, [reason]);
    else known.push(reason);
  }
  return [...people]
    .map(([scientistId, reasons]) => ({
      scientistId,
      strength: reasons.reduce((sum, reason) => sum + reason.strength, 0),
      reasons: reasons.sort((left, right) => right.strength - left.strength),
    }))
    .sort(
      (left, right) =>
        right.strength - left.strength || Number(left.scientistId > right.scientistId) - Number(left.scientistId < right.scientistId),
    )
    .slice(0, first);
}
