import { grown32, StringPool } from "./string-pool.ts";

/**
 * Sorted keys packed into one typed array, each with a list of 32-bit postings. A JavaScript Map of
 * strings needs about 100 bytes a key; this needs the letters plus eight bytes a key and four a posting.
 */
export interface PackedKeys {
  readonly size: number;
  /** Letters of all keys, in key order; key k is units[offsets[k] … offsets[k + 1]). */
  readonly units: Uint8Array | Uint16Array;
  readonly offsets: Uint32Array;
  /** Syllable starts of each key (see NameKey.starts). Keys with equal letters are ordered by it. */
  readonly starts: Uint32Array;
  /** Postings of key k are postings[firstPosting[k] … firstPosting[k + 1]). */
  readonly firstPosting: Uint32Array;
  readonly postings: Uint32Array;
}

/** Collects keys and postings, each distinct key once, then packs them in order. */
export class PackedKeysBuilder {
  private readonly pool: StringPool;
  private pairKey = new Uint32Array(1024);
  private pairPosting = new Uint32Array(1024);
  private pairs = 0;

  /** @param wide true for 16-bit units (any script), false for 8-bit units (a–z). */
  constructor(wide: boolean) {
    this.pool = new StringPool(wide);
  }

  /** Files a posting under a key. Postings of one key stay in the order in which they were added. */
  add(letters: string, starts: number, posting: number): void {
    const key = this.pool.intern(letters, starts);
    if (this.pairs === this.pairKey.length) {
      this.pairKey = grown32(this.pairKey);
      this.pairPosting = grown32(this.pairPosting);
    }
    this.pairKey[this.pairs] = key;
    this.pairPosting[this.pairs++] = posting;
  }

  /** Sorts and packs. The builder must not be used afterwards. */
  finish(): PackedKeys {
    const { pool } = this;
    pool.seal();
    const count = pool.size;
    const order = sortKeys(pool.units, pool.offsets, pool.tags, count);
    const units = pool.allocate(pool.length);
    const offsets = new Uint32Array(count + 1);
    const starts = new Uint32Array(count);
    const position = new Uint32Array(count);
    let at = 0;
    for (let index = 0; index < count; index++) {
      const key = order[index] ?? 0;
      position[key] = index;
      starts[index] = pool.tags[key] ?? 0;
      offsets[index] = at;
      const end = pool.offsets[key + 1] ?? 0;
      for (let from = pool.offsets[key] ?? 0; from < end; from++) units[at++] = pool.units[from] ?? 0;
    }
    offsets[count] = at;
    for (let pair = 0; pair < this.pairs; pair++) this.pairKey[pair] = position[this.pairKey[pair] ?? 0] ?? 0;
    const { first, values } = groupPairs(this.pairKey, this.pairPosting, this.pairs, count);
    return { size: count, units, offsets, starts, firstPosting: first, postings: values };
  }
}

/**
 * Groups values by owner, keeping their order within an owner.
 * @returns `first` with `owners + 1` entries: the values of owner o are values[first[o] … first[o + 1]).
 */
export function groupPairs(
  owner: Uint32Array,
  value: Uint32Array,
  pairs: number,
  owners: number,
): { first: Uint32Array; values: Uint32Array } {
  const first = new Uint32Array(owners + 1);
  for (let pair = 0; pair < pairs; pair++) {
    const slot = (owner[pair] ?? 0) + 1;
    first[slot] = (first[slot] ?? 0) + 1;
  }
  for (let each = 0; each < owners; each++) first[each + 1] = (first[each + 1] ?? 0) + (first[each] ?? 0);
  const next = first.slice();
  const values = new Uint32Array(pairs);
  for (let pair = 0; pair < pairs; pair++) {
    const each = owner[pair] ?? 0;
    const slot = next[each] ?? 0;
    values[slot] = value[pair] ?? 0;
    next[each] = slot + 1;
  }
  return { first, values };
}

/** Multikey quicksort (Bentley & Sedgewick 1997) of key numbers by letters, then by starts. */
function sortKeys(units: Uint8Array | Uint16Array, offsets: Uint32Array, starts: Uint32Array, count: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let key = 0; key < count; key++) order[key] = key;
  const unitAt = (key: number, depth: number): number => {
    const at = (offsets[key] ?? 0) + depth;
    return at < (offsets[key + 1] ?? 0) ? (units[at] ?? 0) + 1 : 0;
  };
  const stack: number[] = [0, count, 0];
  while (stack.length > 0) {
    const depth = stack.pop() ?? 0;
    const high = stack.pop() ?? 0;
    const low = stack.pop() ?? 0;
    if (high - low < 2) continue;
    const pivot = unitAt(order[(low + high) >>> 1] ?? 0, depth);
    let below = low;
    let above = high;
    for (let at = low; at < above; ) {
      const key = order[at] ?? 0;
      const unit = unitAt(key, depth);
      if (unit < pivot) {
        order[at++] = order[below] ?? 0;
        order[below++] = key;
      } else if (unit > pivot) {
        order[at] = order[--above] ?? 0;
        order[above] = key;
      } else at++;
    }
    stack.push(low, below, depth, above, high, depth);
    if (pivot > 0) stack.push(below, above, depth + 1);
    else order.subarray(below, above).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  }
  return order;
}

function compare(keys: PackedKeys, key: number, letters: string, prefix: boolean): number {
  const from = keys.offsets[key] ?? 0;
  const size = (keys.offsets[key + 1] ?? 0) - from;
  const shared = Math.min(size, letters.length);
  for (let at = 0; at < shared; at++) {
    const difference = (keys.units[from + at] ?? 0) - letters.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  if (size < letters.length) return -1;
  return prefix || size === letters.length ? 0 : 1;
}

function bound(keys: PackedKeys, letters: string, prefix: boolean, upper: boolean): number {
  let low = 0;
  let high = keys.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compare(keys, middle, letters, prefix);
    if (order < 0 || (upper && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First and one-past-last key number whose letters equal `letters` exactly. */
export function exactRange(keys: PackedKeys, letters: string): [number, number] {
  const low = bound(keys, letters, false, false);
  return low < keys.size && compare(keys, low, letters, false) === 0 ? [low, bound(keys, letters, false, true)] : [low, low];
}

/** First and one-past-last key number whose letters begin with `letters`. */
export function prefixRange(keys: PackedKeys, letters: string): [number, number] {
  return [bound(keys, letters, true, false), bound(keys, letters, true, true)];
}

/** The letters of one key. */
export function keyLetters(keys: PackedKeys, key: number): string {
  let text = "";
  const end = keys.offsets[key + 1] ?? 0;
  for (let at = keys.offsets[key] ?? 0; at < end; at++) text += String.fromCharCode(keys.units[at] ?? 0);
  return text;
}
