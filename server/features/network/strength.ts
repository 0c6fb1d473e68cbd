import type { IntroductionLink, StrengthPartName, WeakReason } from "../../graphql/generated.ts";
import type { LinkRule, NetworkRules } from "./network-rules.ts";
import { type Stay, shared } from "./stays.ts";

/** One factor of a strength. The strength is the product of its parts. */
export interface StrengthPart {
  readonly name: StrengthPartName;
  readonly factor: number;
}

/** How much one link counts, 0 to 1, taken apart. Years are those of what is shared; null when undated. */
export interface Strength {
  readonly strength: number;
  readonly parts: readonly StrengthPart[];
  readonly weak: boolean;
  /** Empty unless weak. */
  readonly weakBecause: readonly WeakReason[];
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** A work of two people: its year, and how many authors it has in all (at least 2). */
export interface JointWork {
  readonly year: number | null;
  readonly authors: number;
}

interface Span {
  readonly first: number | null;
  readonly last: number | null;
}

const REASONS: Readonly<Record<StrengthPartName, WeakReason | null>> = {
  BASE: null,
  AMOUNT: "LITTLE_SHARED",
  RECENCY: "LONG_AGO",
  GROUP: "LARGE_GROUP",
};

/** Halves with every `halfLife` years since `year`; the rule's own factor for what is undated. Years to come count as now. */
export function recency(rule: LinkRule, year: number | null, now: number): number {
  return year === null ? rule.undated : 0.5 ** (Math.max(0, now - year) / rule.halfLife);
}

/** 1 up to the size of a small group, then `1 / (1 + log10(size / small))`. */
export function groupFactor(rules: NetworkRules, size: number): number {
  return 1 / (1 + Math.max(0, Math.log10(Math.max(1, size) / rules.smallGroup)));
}

function saturate(amount: number): number {
  return -Math.expm1(-amount);
}

function weighed(rules: NetworkRules, link: IntroductionLink, parts: readonly StrengthPart[], years: Span): Strength {
  const strength = parts.reduce((product, part) => product * part.factor, 1);
  const weak = link === "HOMETOWN" || strength < rules.weakBelow;
  const low = parts.filter((part) => part.name !== "BASE" && part.factor < rules.lowPart);
  const reasons = low.flatMap((part): WeakReason[] => {
    if (part.name === "RECENCY" && years.last === null) return ["UNDATED"];
    const reason = REASONS[part.name];
    return reason === null ? [] : [reason];
  });
  const weakBecause: WeakReason[] = link === "HOMETOWN" ? ["HOME_ONLY", ...reasons] : reasons.length === 0 ? ["LITTLE_SHARED"] : reasons;
  return { strength, parts, weak, weakBecause: weak ? weakBecause : [], firstYear: years.first, lastYear: years.last };
}

function spanOf(years: readonly (number | null)[]): Span {
  const known = years.filter((year) => year !== null);
  return known.length === 0 ? { first: null, last: null } : { first: Math.min(...known), last: Math.max(...known) };
}

/** Joint works added up, as far as a strength needs them. */
export interface WorkSum {
  readonly count: number;
  /** Σ 1 / (authors − 1). */
  readonly shares: number;
  /** Σ recency(year) / (authors − 1). */
  readonly recent: number;
  readonly first: number | null;
  readonly last: number | null;
}

/** No works yet. */
export const NO_WORKS: WorkSum = { count: 0, shares: 0, recent: 0, first: null, last: null };

/** The sum with one work more. */
export function withWork(rule: LinkRule, sum: WorkSum, { year, authors }: JointWork, now: number): WorkSum {
  const share = 1 / Math.max(1, authors - 1);
  return {
    count: sum.count + 1,
    shares: sum.shares + share,
    recent: sum.recent + share * recency(rule, year, now),
    first: year === null ? sum.first : Math.min(year, sum.first ?? year),
    last: year === null ? sum.last : Math.max(year, sum.last ?? year),
  };
}

/** As `byWorks`, of works that are added up. */
export function byWorkSum(rules: NetworkRules, link: "COAUTHOR" | "PROJECT", sum: WorkSum): Strength | null {
  if (sum.count === 0) return null;
  const { base, amount } = rules.links[link];
  const [counted, shares, recent] = [sum.count, sum.shares, sum.recent].map((total) => saturate(total / amount));
  if (counted === undefined || shares === undefined || recent === undefined) return null;
  const parts: StrengthPart[] = [
    { name: "BASE", factor: base },
    { name: "AMOUNT", factor: counted },
    { name: "GROUP", factor: shares / counted },
    { name: "RECENCY", factor: recent / shares },
  ];
  return weighed(rules, link, parts, sum);
}

/**
 * Joint papers (COAUTHOR), or patents and projects (PROJECT): `base · (1 − exp(−Σ recency(year) / (authors − 1) / amount))`, so that one of 3
 * authors counts more than one of 300. Taken apart into the count alone (AMOUNT), what large groups take off it (GROUP), and what age does (RECENCY).
 * @returns null without works
 */
export function byWorks(rules: NetworkRules, link: "COAUTHOR" | "PROJECT", works: readonly JointWork[], now: number): Strength | null {
  return byWorkSum(
    rules,
    link,
    works.reduce((sum, work) => withWork(rules.links[link], sum, work, now), NO_WORKS),
  );
}

function overlapping(rules: NetworkRules, link: IntroductionLink, size: number, amount: number, years: Span, now: number): Strength {
  const rule = rules.links[link];
  const parts: StrengthPart[] = [
    { name: "BASE", factor: rule.base },
    { name: "AMOUNT", factor: saturate(amount / rule.amount) },
    { name: "RECENCY", factor: recency(rule, years.last, now) },
    { name: "GROUP", factor: groupFactor(rules, size) },
  ];
  return weighed(rules, link, parts, years);
}

/** Two people's stays in one group, and how many people it has in all. */
export interface Fellowship {
  readonly own: readonly Stay[];
  readonly theirs: readonly Stay[];
  readonly size: number;
}

function strongest(strengths: readonly Strength[]): Strength | null {
  return strengths.reduce<Strength | null>((best, each) => (best === null || each.strength > best.strength ? each : best), null);
}

/**
 * Same institution (COLLEAGUE), school (ALUMNI) or team (TEAM): `base · (1 − exp(−common years / amount)) · recency(last common year) · group(size)`.
 * Colleagues must have a year in common. Alumni may also be adjacent, which counts as `adjacentAmount` years. Undated members of a
 * team count as one undated year, since the team itself says that they work together; undated stays elsewhere are no link. Of several stays the
 * strongest counts. @param since the first year that counts; what is undated then does not
 */
export function byFellowship(
  rules: NetworkRules,
  link: "COLLEAGUE" | "ALUMNI" | "TEAM",
  { own, theirs, size }: Fellowship,
  now: number,
  since: number | null,
): Strength | null {
  const adjacent = link === "ALUMNI" ? rules.adjacentYears : 0;
  const found = own.flatMap((mine) =>
    theirs.flatMap((other) => {
      const common = shared(mine, other, { now, since, open: link !== "ALUMNI" });
      if (common === "UNDATED")
        return link === "TEAM" && since === null ? [overlapping(rules, link, size, 1, { first: null, last: null }, now)] : [];
      if (common.years > 0) return [overlapping(rules, link, size, common.years, common, now)];
      return 1 - common.years <= adjacent ? [overlapping(rules, link, size, rules.adjacentAmount, common, now)] : [];
    }),
  );
  return strongest(found);
}

/** Adviser and student, or two students of one adviser (同门): `base · recency · group(students)`; the group only counts among students. */
export function byAdviser(
  rules: NetworkRules,
  { direct, students, years }: { readonly direct: boolean; readonly students: number; readonly years: readonly (number | null)[] },
  now: number,
  since: number | null,
): Strength | null {
  const rule = rules.links.ADVISOR;
  const span = spanOf(years);
  if (since !== null && (span.last === null || span.last < since)) return null;
  const parts: StrengthPart[] = [
    { name: "BASE", factor: direct ? rule.base : rules.sameAdviserBase },
    { name: "RECENCY", factor: recency(rule, span.last, now) },
    { name: "GROUP", factor: direct ? 1 : groupFactor(rules, students) },
  ];
  return weighed(rules, "ADVISOR", parts, span);
}

/** The same award in the same year: `base · recency(year) · group(recipients of that year)`. */
export function byAward(rules: NetworkRules, year: number, recipients: number, now: number, since: number | null): Strength | null {
  if (since !== null && year < since) return null;
  const rule = rules.links.COAWARDED;
  const parts: StrengthPart[] = [
    { name: "BASE", factor: rule.base },
    { name: "RECENCY", factor: recency(rule, year, now) },
    { name: "GROUP", factor: groupFactor(rules, recipients) },
  ];
  return weighed(rules, "COAWARDED", parts, { first: year, last: year });
}

/** Home in the same county: `base · group(people from there)`. Always weak, and no link when only what happened since some year counts. */
export function byHome(rules: NetworkRules, people: number, since: number | null): Strength | null {
  if (since !== null) return null;
  const parts: StrengthPart[] = [
    { name: "BASE", factor: rules.links.HOMETOWN.base },
    { name: "GROUP", factor: groupFactor(rules, people) },
  ];
  return weighed(rules, "HOMETOWN", parts, { first: null, last: null });
}
