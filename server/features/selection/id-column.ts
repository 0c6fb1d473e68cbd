import { Column } from "./columns.ts";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ID_LENGTH = 26;
/** Value of each letter by its character code, 255 for what is no digit. */
const VALUES = new Uint8Array(128).fill(255);
for (const [value, letter] of [...CROCKFORD].entries()) VALUES[letter.charCodeAt(0)] = value;
const LARGEST_FIRST_DIGIT = 7;

/** A ULID as four 32-bit numbers whose order is the order of the text. */
export type PackedId = readonly [number, number, number, number];

/** Packs a ULID; null for any other text. */
export function packId(id: string): PackedId | null {
  if (id.length !== ID_LENGTH) return null;
  let bits = 0;
  let held = 0;
  const words: number[] = [];
  for (let index = 0; index < ID_LENGTH; index += 1) {
    const value = VALUES[id.charCodeAt(index)] ?? 255;
    if (value === 255 || (index === 0 && value > LARGEST_FIRST_DIGIT)) return null;
    // The first digit carries three bits: 26 digits of 5 bits are two more than 128.
    bits = bits * 32 + value;
    held += index === 0 ? 3 : 5;
    if (held >= 32) {
      const rest = held - 32;
      const word = Math.floor(bits / 2 ** rest);
      words.push(word);
      bits -= word * 2 ** rest;
      held = rest;
    }
  }
  const [a = 0, b = 0, c = 0, d = 0] = words;
  return [a, b, c, d];
}

/** The text of a packed ULID. */
export function unpackId(id: PackedId): string {
  let text = "";
  // Digits from the last: each is five bits, some of them across two words.
  for (let bit = 0; bit < 128; bit += 5) {
    const word = 3 - (bit >>> 5);
    const shift = bit & 31;
    const low = (id[word] ?? 0) >>> shift;
    const high = shift > 27 && word > 0 ? (id[word - 1] ?? 0) << (32 - shift) : 0;
    text = CROCKFORD.charAt((low | high) & 31) + text;
  }
  return text;
}

function hashOf(id: PackedId): number {
  return (Math.imul(id[3] ^ (id[2] >>> 7), 0x9e3779b1) ^ Math.imul(id[1] ^ id[0], 0x85ebca6b)) >>> 0;
}

/** The ids of rows, 16 bytes each, with the way back from an id to its newest row. */
export class IdColumn {
  readonly words: readonly [Column, Column, Column, Column];
  /** Open-addressing table of rows plus one; 0 is free. A newer row of the same id takes the slot over. */
  private slots: Uint32Array;
  private used = 0;

  /** @param capacity rows expected */
  constructor(capacity = 0) {
    this.words = [new Column(capacity), new Column(capacity), new Column(capacity), new Column(capacity)];
    this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(64, capacity * 1.5))));
  }

  /** Bytes held. */
  get bytes(): number {
    return this.words.reduce((sum, word) => sum + word.bytes, this.slots.byteLength);
  }

  /** Appends the id of the next row. */
  push(id: PackedId): void {
    const row = this.words[0].length;
    this.words.forEach((column, index) => {
      column.push(id[index] ?? 0);
    });
    if (this.used * 1.4 >= this.slots.length) this.grow();
    const slot = this.slotOf(id);
    if (this.slots[slot] === 0) this.used += 1;
    this.slots[slot] = row + 1;
  }

  /** The packed id of a row. */
  packed(row: number): PackedId {
    return [this.words[0].at(row), this.words[1].at(row), this.words[2].at(row), this.words[3].at(row)];
  }

  /** The id of a row. */
  at(row: number): string {
    return unpackId(this.packed(row));
  }

  /** The newest row of an id, −1 when there never was one. */
  rowOf(id: string): number {
    const packed = packId(id);
    return packed === null ? -1 : (this.slots[this.slotOf(packed)] ?? 0) - 1;
  }

  private slotOf(id: PackedId): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(id) & mask;
    for (let held = this.slots[slot] ?? 0; held !== 0; held = this.slots[slot] ?? 0) {
      const same = this.words.every((column, index) => column.at(held - 1) === id[index]);
      if (same) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Uint32Array(old.length * 2);
    for (const held of old) if (held !== 0) this.slots[this.slotOf(this.packed(held - 1))] = held;
  }
}
