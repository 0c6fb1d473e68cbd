import { Column } from "./columns.ts";

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The last steps spread every bit over the low ones, which choose the slot; without them pairs of numbers crowd together. */
function hashOf(members: ArrayLike<number>, count: number): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < count; index += 1) hash = Math.imul(hash ^ (members[index] ?? 0), FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Reused by every call of {@link SetPool.intern}: a build makes millions of sets, most of them known already. */
const sorted: number[] = [];

/** Fills `sorted`, by insertion: sets here have a handful of members. @returns how many distinct members there are */
function sortDistinct(members: readonly number[]): number {
  let count = 0;
  for (let index = 0; index < members.length; index += 1) {
    const member = members[index] ?? 0;
    let at = count;
    while (at > 0 && (sorted[at - 1] ?? 0) > member) at -= 1;
    if (at > 0 && sorted[at - 1] === member) continue;
    for (let move = count; move > at; move -= 1) sorted[move] = sorted[move - 1] ?? 0;
    sorted[at] = member;
    count += 1;
  }
  return count;
}

/**
 * Sets of small numbers, each stored once. A person's many fields (or awards, sources, …) become one number, the set's, so that
 * filtering and counting look at one number a person whatever the size of the set. Set 0 is the empty set.
 */
export class SetPool {
  private readonly starts: Column;
  private readonly members = new Column();
  /** Open-addressing table of set numbers plus one; 0 is free. */
  private slots: Uint32Array;

  constructor() {
    this.starts = new Column();
    this.slots = new Uint32Array(1024);
    this.starts.push(0);
    this.intern([]);
  }

  /** How many distinct sets there are. */
  get size(): number {
    return this.starts.length - 1;
  }

  /** Bytes held. */
  get bytes(): number {
    return this.starts.bytes + this.members.bytes + this.slots.byteLength;
  }

  /** The number of a set, the same for the same members in any order; members may repeat. */
  intern(members: readonly number[]): number {
    if (members.length === 0 && this.size > 0) return 0;
    const count = sortDistinct(members);
    if (this.size * 2 >= this.slots.length) this.grow();
    const mask = this.slots.length - 1;
    let slot = hashOf(sorted, count) & mask;
    for (let held = this.slots[slot] ?? 0; held !== 0; held = this.slots[slot] ?? 0) {
      if (this.equalsSorted(held - 1, count)) return held - 1;
      slot = (slot + 1) & mask;
    }
    for (let index = 0; index < count; index += 1) this.members.push(sorted[index] ?? 0);
    this.starts.push(this.members.length);
    this.slots[slot] = this.size;
    return this.size - 1;
  }

  /** The members of a set, ascending. */
  membersOf(set: number): Uint32Array {
    return this.members.data.subarray(this.starts.at(set), this.starts.at(set + 1));
  }

  /** One byte per set: 1 when a member of it is marked in `marked`. */
  setsWithAny(marked: Uint8Array): Uint8Array {
    const mask = new Uint8Array(this.size);
    const starts = this.starts.data;
    const members = this.members.data;
    for (let set = 0; set < mask.length; set += 1) {
      const end = starts[set + 1] ?? 0;
      for (let at = starts[set] ?? 0; at < end; at += 1) {
        if (marked[members[at] ?? 0] === 1) {
          mask[set] = 1;
          break;
        }
      }
    }
    return mask;
  }

  /** Adds the count of each set to each of its members. */
  addToMembers(countPerSet: Uint32Array, countPerMember: Uint32Array): void {
    const starts = this.starts.data;
    const members = this.members.data;
    for (let set = 0; set < countPerSet.length; set += 1) {
      const count = countPerSet[set] ?? 0;
      if (count === 0) continue;
      const end = starts[set + 1] ?? 0;
      for (let at = starts[set] ?? 0; at < end; at += 1) {
        const member = members[at] ?? 0;
        countPerMember[member] = (countPerMember[member] ?? 0) + count;
      }
    }
  }

  private equalsSorted(set: number, count: number): boolean {
    const start = this.starts.at(set);
    if (this.starts.at(set + 1) - start !== count) return false;
    const members = this.members.data;
    for (let index = 0; index < count; index += 1) if (members[start + index] !== sorted[index]) return false;
    return true;
  }

  private grow(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let set = 0; set < this.size; set += 1) {
      const members = this.membersOf(set);
      let slot = hashOf(members, members.length) & (this.slots.length - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = set + 1;
    }
  }
}
