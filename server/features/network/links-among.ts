import type { IntroductionLink } from "../../graphql/generated.ts";
import { type CountedYears, type SizedGroup, strengthInGroup } from "./group-strength.ts";
import type { Membership, NetworkRepository } from "./network.repository.ts";
import type { NetworkCutModel } from "./network.types.ts";
import type { NetworkRules } from "./network-rules.ts";
import { pairOf } from "./pair-works.ts";
import type { Strength } from "./strength.ts";

/** A link of two people by what both were part of. */
export interface GroupBond extends SizedGroup {
  readonly link: IntroductionLink;
  readonly strength: Strength;
}

/** The strongest bond of each kind of each pair, by `pairOf`, and what was not compared. */
export interface Bonds {
  readonly byPair: ReadonlyMap<string, readonly GroupBond[]>;
  readonly cuts: readonly NetworkCutModel[];
}

/** People whose groups are read at once. */
const CHUNK = 2_000;
const TIMEOUT_MS = 8_000;
/** Pairs compared in one network; the smallest groups are compared first, since of those people know each other. */
const MOST_COMPARED = 400_000;

async function readGroups(
  repository: NetworkRepository,
  ids: readonly string[],
  links: readonly IntroductionLink[],
): Promise<Map<string, { group: Membership["group"]; members: Map<string, Membership[]> }>> {
  const groups = new Map<string, { group: Membership["group"]; members: Map<string, Membership[]> }>();
  for (let start = 0; start < ids.length; start += CHUNK)
    for (const each of await repository.memberships(ids.slice(start, start + CHUNK), links, TIMEOUT_MS)) {
      const known = groups.get(each.group.key) ?? { group: each.group, members: new Map<string, Membership[]>() };
      groups.set(each.group.key, known);
      known.members.set(each.personId, [...(known.members.get(each.personId) ?? []), each]);
    }
  return groups;
}

function keepStrongest(byPair: Map<string, GroupBond[]>, pair: string, bond: GroupBond): void {
  const known = byPair.get(pair) ?? [];
  const same = known.find((each) => each.link === bond.link);
  if (same !== undefined && same.strength.strength >= bond.strength.strength) return;
  byPair.set(pair, [...known.filter((each) => each !== same), bond]);
}

/** How people are linked among each other by institutions, schools, teams, awards, counties and advisers. Exact unless a cut says otherwise. */
export async function bondsAmong(
  { repository, rules }: { readonly repository: NetworkRepository; readonly rules: NetworkRules },
  ids: readonly string[],
  links: readonly IntroductionLink[],
  years: CountedYears,
): Promise<Bonds> {
  const shared = [...(await readGroups(repository, ids, links)).values()].filter(({ members }) => members.size > 1);
  if (shared.length === 0) return { byPair: new Map(), cuts: [] };
  const sizes = new Map(
    (
      await repository.groupSizes(
        shared.map(({ group }) => group),
        TIMEOUT_MS,
      )
    ).map(({ key, size }) => [key, size]),
  );
  const sized = shared.map((each) => ({ ...each, size: sizes.get(each.group.key) ?? each.members.size }));
  sized.sort(
    (left, right) => left.size - right.size || Number(left.group.key > right.group.key) - Number(left.group.key < right.group.key),
  );
  const byPair = new Map<string, GroupBond[]>();
  let left = MOST_COMPARED;
  let compared = 0;
  for (const { group, size, members } of sized) {
    const pairings = (members.size * (members.size - 1)) / 2;
    if (pairings > left) continue;
    left -= pairings;
    compared += 1;
    const people = [...members];
    people.forEach(([one, mine], index) => {
      for (const [other, theirs] of people.slice(index + 1)) {
        const strength = strengthInGroup(rules, years, { group, size }, [mine, theirs]);
        if (strength !== null) keepStrongest(byPair, pairOf(one, other), { link: group.link, strength, group, size });
      }
    });
  }
  const cut: NetworkCutModel = { reason: "GROUPS", link: null, considered: compared, of: sized.length };
  return { byPair, cuts: compared < sized.length ? [cut] : [] };
}
