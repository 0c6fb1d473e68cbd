import { yearOf } from "../../shared/dates.ts";
import type { Group, Membership } from "./network.repository.ts";
import type { NetworkRules } from "./network-rules.ts";
import { byAdviser, byAward, byFellowship, byHome, type Strength } from "./strength.ts";

/** Which years of links count. */
export interface CountedYears {
  /** The first year that counts, or null for all. */
  readonly since: number | null;
  /** The last year that counts, or null for all. */
  readonly until: number | null;
  /** The current year. */
  readonly now: number;
}

/** A group with how many people it has in all. */
export interface SizedGroup {
  readonly group: Group;
  readonly size: number;
}

/** What of a membership lies within the years that count; null when nothing does. */
function upTo(membership: Membership, until: number): Membership | null {
  const { from, to, asOf } = membership;
  const start = yearOf(from) ?? yearOf(asOf) ?? yearOf(to);
  if (start !== null && start > until) return null;
  const end = yearOf(to);
  const isOpen = from !== null && end === null;
  const seen = yearOf(asOf);
  return {
    ...membership,
    to: isOpen || (end !== null && end > until) ? `${until}` : to,
    asOf: seen !== null && seen > until ? null : asOf,
  };
}

function within(list: readonly Membership[], until: number | null): readonly Membership[] {
  return until === null ? list : list.map((each) => upTo(each, until)).filter((each) => each !== null);
}

/** How strongly two members of a group are linked by it in the years that count; null when they are not. */
export function strengthInGroup(
  rules: NetworkRules,
  years: CountedYears,
  { group, size }: SizedGroup,
  [mine, others]: readonly [readonly Membership[], readonly Membership[]],
): Strength | null {
  const { since, until, now } = years;
  // What has no year counts only when no years are asked for.
  if (group.link === "HOMETOWN") return until === null ? byHome(rules, size, since) : null;
  if (group.link === "COAWARDED") {
    const isLater = group.year !== null && until !== null && group.year > until;
    return group.year === null || isLater ? null : byAward(rules, group.year, size, now, since);
  }
  const [own, theirs] = [within(mine, until), within(others, until)];
  if (own.length === 0 || theirs.length === 0) return null;
  // With a last year and no first, whatever is dated counts: so what is undated falls away as it does with a first year.
  const first = since ?? (until === null ? null : 0);
  if (group.link !== "ADVISOR") return byFellowship(rules, group.link, { own, theirs, size }, now, first);
  const direct = [...own, ...theirs].some((each) => each.adviser);
  const dates = [...own, ...theirs].filter((each) => !each.adviser).flatMap(({ from, to }) => [yearOf(from), yearOf(to)]);
  return byAdviser(rules, { direct, students: size, years: dates }, now, first);
}
