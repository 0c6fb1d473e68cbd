import type { CommunityModel, MeasuredRow, TypicalModel } from "./measures.types.ts";

/** People of one group, the best linked first. */
export interface Grouped {
  readonly number: number;
  readonly members: readonly string[];
}

/** Compares ids as the database does. */
export function byId(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Groups of people by the number that an algorithm gave them, which means nothing in itself: the largest becomes 1, of equal ones that with the smallest id. The
 * people of each come by how many links they have, then by id.
 */
export function groupsOf(rows: readonly MeasuredRow[], degrees: ReadonlyMap<string, number>): Grouped[] {
  const byNumber = new Map<number, string[]>();
  for (const [id, number] of rows) {
    const members = byNumber.get(number);
    if (members === undefined) byNumber.set(number, [id]);
    else members.push(id);
  }
  const groups = [...byNumber.values()].map((members) => ({ members, smallest: members.reduce((least, id) => (id < least ? id : least)) }));
  groups.sort((left, right) => right.members.length - left.members.length || byId(left.smallest, right.smallest));
  return groups.map(({ members }, index) => ({
    number: index + 1,
    members: members.sort((left, right) => (degrees.get(right) ?? 0) - (degrees.get(left) ?? 0) || byId(left, right)),
  }));
}

/** Groups as rows: each person with the number of the group. */
export function rowsOfGroups(groups: readonly Grouped[]): MeasuredRow[] {
  return groups.flatMap(({ number, members }) => members.map((id): MeasuredRow => [id, number]));
}

/** A thing that fewer people of a group share says nothing of the group. */
const LEAST_SHARING = 2;

function tally(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const id of list) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/**
 * What the people of a group have more often than everybody has: by the share in the group times the logarithm of how many times the share of everybody that is.
 * Where a thing is not more frequent in the group it is not typical, unless the group is everybody.
 */
export function typicalFor(
  group: readonly (readonly string[])[],
  every: ReadonlyMap<string, number>,
  people: number,
  most: number,
): TypicalModel[] {
  const known = group.filter((list) => list.length > 0).length;
  const scored = [...tally(group)]
    .filter(([, count]) => count >= LEAST_SHARING)
    .map(([id, count]) => {
      const share = count / known;
      const lift = share / ((every.get(id) ?? count) / people);
      return { id, count, score: known === people ? share : share * Math.log(lift) };
    });
  return scored
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score || right.count - left.count || byId(left.id, right.id))
    .slice(0, most)
    .map(({ id, count }) => ({ id, count }));
}

/** What one person works on and where. */
export interface Background {
  readonly fields: readonly string[];
  readonly institutions: readonly string[];
}

const TYPICAL_MOST = 3;
const CENTRAL_MOST = 5;
const NOTHING: Background = { fields: [], institutions: [] };

/** The largest groups, named by what is typical of their people among the people of all groups. */
export function describeGroups(groups: readonly Grouped[], backgrounds: ReadonlyMap<string, Background>): CommunityModel[] {
  const all = [...backgrounds.values()];
  const fields = tally(all.map((each) => each.fields));
  const institutions = tally(all.map((each) => each.institutions));
  const withFields = all.filter((each) => each.fields.length > 0).length;
  const withInstitutions = all.filter((each) => each.institutions.length > 0).length;
  return groups.map(({ number, members }) => {
    const known = members.map((id) => backgrounds.get(id) ?? NOTHING);
    return {
      number,
      size: members.length,
      fields: typicalFor(
        known.map((each) => each.fields),
        fields,
        withFields,
        TYPICAL_MOST,
      ),
      institutions: typicalFor(
        known.map((each) => each.institutions),
        institutions,
        withInstitutions,
        TYPICAL_MOST,
      ),
      central: members.slice(0, CENTRAL_MOST),
    };
  });
}
