import type { IntroductionLink } from "../../graphql/generated.ts";
import { type CountedYears, strengthInGroup } from "./group-strength.ts";
import type { Group, JointRow, Membership, NetworkRepository } from "./network.repository.ts";
import { LINKS, type NetworkBounds, type NetworkRules } from "./network-rules.ts";
import type { Neighbour } from "./paths.ts";
import type { SearchBudget } from "./search-budget.ts";
import { byWorks, type Strength } from "./strength.ts";

/** One link between two people, and the groups or works that it rests on. */
export interface KnownLink {
  readonly link: IntroductionLink;
  readonly strength: Strength;
  /** The group; null of joint works. */
  readonly group: Group | null;
  readonly people: number | null;
}

/** Which links count. */
export interface LinkChoice extends CountedYears {
  readonly links: ReadonlySet<IntroductionLink>;
  readonly notThrough: ReadonlySet<string>;
}

interface ReadGroup {
  readonly group: Group;
  readonly size: number;
  readonly members: Map<string, Membership[]>;
}

/** What a neighbourhood is made with. */
export interface NeighbourhoodOptions {
  readonly repository: NetworkRepository;
  readonly rules: NetworkRules;
  readonly bounds: NetworkBounds;
  readonly budget: SearchBudget;
  readonly choice: LinkChoice;
}

/** Adds to the list of a key. */
function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

function byStrength(left: readonly [string, KnownLink], right: readonly [string, KnownLink]): number {
  return right[1].strength.strength - left[1].strength.strength || Number(left[0] > right[0]) - Number(left[0] < right[0]);
}

/** Smallest of an authorship's share that a person is given of what is left to read, however many are read at once. */
const LEAST_SHARE = 50;

/**
 * The links around some people, read step by step and kept. A pair's links are the same whichever of the two was read. People named to `pin` are
 * met wherever they share something with somebody who is read, also in a group too large to read.
 */
export class Neighbourhood {
  private readonly options: NeighbourhoodOptions;
  private readonly links = new Map<string, Map<string, KnownLink[]>>();
  private readonly memberships = new Map<string, Membership[]>();
  private readonly groups = new Map<string, ReadGroup>();
  private readonly pinned = new Set<string>();
  private readonly read = new Set<string>();

  constructor(options: NeighbourhoodOptions) {
    this.options = options;
  }

  /** All links between two people, strongest first. */
  linksBetween(one: string, other: string): readonly KnownLink[] {
    const order = (link: KnownLink): number => LINKS.indexOf(link.link);
    return [...(this.links.get(one)?.get(other) ?? [])].sort(
      (left, right) => right.strength.strength - left.strength.strength || order(left) - order(right),
    );
  }

  /** The strongest link to each person that a person is linked to. */
  neighbours(id: string): Neighbour[] {
    return Array.from(this.links.get(id)?.keys() ?? [], (other) => {
      const [best] = this.linksBetween(id, other);
      return best === undefined ? null : { id: other, link: best.link, strength: best.strength.strength, weak: best.strength.weak };
    }).filter((neighbour) => neighbour !== null);
  }

  /** Reads what people are part of, and keeps their links whatever is cut. */
  async pin(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.pinned.add(id);
    await this.readMemberships(ids);
  }

  /** Reads the links of people who were not read yet. */
  async expand(ids: readonly string[]): Promise<void> {
    const { budget } = this.options;
    const fresh = ids.filter((id) => !this.read.has(id));
    if (fresh.length === 0) return;
    if (budget.over) {
      budget.noteRows();
      return;
    }
    for (const id of fresh) this.read.add(id);
    await this.readMemberships(fresh);
    await this.readGroups(fresh);
    const works = await this.readWorks(fresh);
    const pairs = Math.max(LEAST_SHARE, Math.floor(this.options.bounds.pairsAStep / fresh.length));
    for (const id of fresh) this.keep(id, [...this.linksByGroups(id, pairs), ...this.linksByWorks(works.get(id))]);
  }

  private async readMemberships(ids: readonly string[]): Promise<void> {
    const { repository, budget, choice } = this.options;
    const fresh = ids.filter((id) => !this.memberships.has(id));
    const wanted = LINKS.filter((link) => choice.links.has(link));
    if (fresh.length === 0) return;
    for (const id of fresh) this.memberships.set(id, []);
    for (const each of await budget.read((timeoutMs) => repository.memberships(fresh, wanted, timeoutMs)))
      addTo(this.memberships, each.personId, each);
  }

  /** Reads the people of the groups of some people: small groups first, since of those people know each other. */
  private async readGroups(ids: readonly string[]): Promise<void> {
    const { repository, budget, bounds } = this.options;
    const wanted = new Map<string, Group>();
    for (const id of ids)
      for (const { group } of this.memberships.get(id) ?? []) if (!this.groups.has(group.key)) wanted.set(group.key, group);
    if (wanted.size === 0) return;
    const sizes = await budget.read((timeoutMs) => repository.groupSizes([...wanted.values()], timeoutMs));
    const known = sizes.flatMap(({ key, size }) => {
      const group = wanted.get(key);
      return group === undefined ? [] : [{ group, size, members: new Map<string, Membership[]>() }];
    });
    known.sort(
      (left, right) => left.size - right.size || Number(left.group.key > right.group.key) - Number(left.group.key < right.group.key),
    );
    const chosen = known.slice(0, bounds.groupsAStep);
    if (known.length > chosen.length) budget.cut("GROUPS", null, chosen.length, known.length);
    for (const each of known) this.groups.set(each.group.key, each);
    const most = Math.min(bounds.members, Math.max(LEAST_SHARE, Math.floor(budget.rowsLeft / 2 / Math.max(1, chosen.length))));
    const groups = chosen.map(({ group }) => group);
    for (const each of await budget.read((timeoutMs) => repository.members(groups, most, timeoutMs))) {
      const members = this.groups.get(each.group.key)?.members;
      if (members !== undefined) addTo(members, each.personId, each);
    }
    for (const { group, size } of chosen) if (size > most) budget.cut("MEMBERS", group.link, most, size);
    this.meetPinned();
  }

  /** Puts those who are pinned into the groups that were too large to read. */
  private meetPinned(): void {
    for (const id of this.pinned) {
      const own = this.memberships.get(id) ?? [];
      for (const key of new Set(own.map(({ group }) => group.key))) {
        const group = this.groups.get(key);
        if (group !== undefined && !group.members.has(id))
          group.members.set(
            id,
            own.filter((each) => each.group.key === key),
          );
      }
    }
  }

  private async readWorks(ids: readonly string[]): Promise<ReadonlyMap<string, JointRow>> {
    const { repository, budget, bounds, choice } = this.options;
    if (!choice.links.has("COAUTHOR") && !choice.links.has("PROJECT")) return new Map();
    const authorships = Math.min(bounds.authorships, Math.max(LEAST_SHARE, Math.floor(budget.rowsLeft / ids.length)));
    const read = { works: bounds.works, authorships, since: choice.since };
    const rows = await budget.read(
      (timeoutMs) => repository.jointWorks(ids, read, timeoutMs),
      ({ joint }) => joint.length,
    );
    for (const { workCount, worksRead, joint } of rows) {
      // Of the works whose authors were cut off, nobody knows how many there are without reading them.
      if (joint.length === authorships) budget.cut("WORKS", null, new Set(joint.map(([, workId]) => workId)).size, workCount);
      else if (workCount > worksRead) budget.cut("WORKS", null, worksRead, workCount);
    }
    return new Map(rows.map((row) => [row.key, row]));
  }

  private linksByWorks(row: JointRow | undefined): [string, KnownLink][] {
    const { rules, choice } = this.options;
    const people = new Map<string, JointRow["joint"]>();
    for (const entry of row?.joint ?? []) addTo(people, entry[0], entry);
    return [...people].flatMap(([other, entries]) =>
      (["COAUTHOR", "PROJECT"] as const).flatMap((link): [string, KnownLink][] => {
        if (!choice.links.has(link)) return [];
        const works = entries
          .filter(([, , kind]) => (kind === "PAPER") === (link === "COAUTHOR"))
          .map(([, , , year, authors]) => ({ year, authors }));
        const strength = byWorks(rules, link, works, choice.now);
        return strength === null ? [] : [[other, { link, strength, group: null, people: null }]];
      }),
    );
  }

  /** Links to the members of each group; of a large one to so many, and to those who are pinned. */
  private linksByGroups(id: string, most: number): [string, KnownLink][] {
    const own = new Map<string, Membership[]>();
    for (const each of this.memberships.get(id) ?? []) addTo(own, each.group.key, each);
    return [...own].flatMap(([key, mine]) => {
      const read = this.groups.get(key);
      if (read === undefined) return [];
      if (read.members.size > most) this.options.budget.cut("MEMBERS", read.group.link, most, read.members.size);
      return [...read.members].flatMap(([other, theirs], index): [string, KnownLink][] => {
        if (index >= most && !this.pinned.has(other)) return [];
        const strength = other === id ? null : strengthInGroup(this.options.rules, this.options.choice, read, [mine, theirs]);
        return strength === null ? [] : [[other, { link: read.group.link, strength, group: read.group, people: read.size }]];
      });
    });
  }

  /** Keeps the strongest links of each kind, and those to pinned people; of several of one kind to one person the strongest. */
  private keep(id: string, found: readonly [string, KnownLink][]): void {
    const { bounds, budget, choice } = this.options;
    for (const link of choice.links) {
      const best = new Map<string, KnownLink>();
      for (const [other, each] of found.filter((entry) => entry[1].link === link && !choice.notThrough.has(entry[0]))) {
        const known = best.get(other);
        if (known === undefined || each.strength.strength > known.strength.strength) best.set(other, each);
      }
      const ranked = [...best].sort(byStrength);
      ranked.forEach(([other, each], index) => {
        if (index < bounds.linksOfPerson || this.pinned.has(other)) this.join(id, other, each);
      });
      if (ranked.length > bounds.linksOfPerson) budget.cut("LINKS", link, bounds.linksOfPerson, ranked.length);
    }
  }

  private join(one: string, other: string, link: KnownLink): void {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = this.links.get(from) ?? new Map<string, KnownLink[]>();
      this.links.set(from, known);
      const rest = (known.get(to) ?? []).filter((each) => each.link !== link.link);
      const same = known.get(to)?.find((each) => each.link === link.link);
      // The one that was read with more of its works at hand is the stronger.
      known.set(to, [...rest, same !== undefined && same.strength.strength >= link.strength.strength ? same : link]);
    }
  }
}
