import { KIND, nameKeys } from "./name-key.ts";
import { groupPairs, type PackedKeys, PackedKeysBuilder } from "./packed-keys.ts";
import { grown32, StringPool } from "./string-pool.ts";

/** The names of one row of the read model. */
export interface PersonNames {
  readonly row: number;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly aliases: readonly string[];
}

/** Which of a person's names. */
export type NameField = "nameZh" | "nameEn" | "aliases";

const FIELDS = ["nameZh", "nameEn", "aliases"] as const;

/** At most this many leading syllables or words take part in an initials search. */
export const MAX_INITIALS = 6;

/**
 * An immutable set of names: distinct names ("forms") are keyed once however many people bear them.
 * A posting of a key is `form << 4 | rank << 3 | kind` (see {@link KIND}).
 */
export interface NameTable {
  readonly han: PackedKeys;
  readonly latin: PackedKeys;
  /** Initials of Latin keys, ascending: letter i (a = 1) in bits 25 − 5i … 29 − 5i. */
  readonly initials: Uint32Array;
  /** The Latin key of each entry of `initials`. */
  readonly initialsKey: Uint32Array;
  readonly forms: StringPool;
  /** Rows of form f are rows[firstRow[f] … firstRow[f + 1]). */
  readonly firstRow: Uint32Array;
  readonly rows: Uint32Array;
  /** Row numbers in the order given, and their names as `form << 2 | field`. */
  readonly rowIds: Uint32Array;
  /** The highest row number. */
  readonly lastRow: number;
  readonly firstName: Uint32Array;
  readonly names: Uint32Array;
}

/** Collects people and builds a {@link NameTable}. Each row may be added once. */
export class NameTableBuilder {
  private readonly forms = new StringPool(true);
  private readonly han = new PackedKeysBuilder(true);
  private readonly latin = new PackedKeysBuilder(false);
  private rowIds = new Uint32Array(64);
  private firstName = new Uint32Array(65);
  private names = new Uint32Array(64);
  private people = 0;
  private named = 0;

  /** Adds one person; blank names are ignored. */
  add(person: PersonNames): void {
    if (this.people + 1 >= this.rowIds.length) {
      this.rowIds = grown32(this.rowIds);
      this.firstName = grown32(this.firstName);
    }
    this.rowIds[this.people++] = person.row;
    if (person.nameZh) this.addName(person.nameZh, 0);
    if (person.nameEn) this.addName(person.nameEn, 1);
    for (const alias of person.aliases) this.addName(alias, 2);
    this.firstName[this.people] = this.named;
  }

  /** Builds the table. The builder must not be used afterwards. */
  finish(): NameTable {
    this.forms.seal();
    const han = this.han.finish();
    const latin = this.latin.finish();
    const { initials, initialsKey } = collectInitials(latin);
    const owner = new Uint32Array(this.named);
    const rowOf = new Uint32Array(this.named);
    for (let person = 0; person < this.people; person++) {
      for (let at = this.firstName[person] ?? 0; at < (this.firstName[person + 1] ?? 0); at++) {
        owner[at] = (this.names[at] ?? 0) >>> 2;
        rowOf[at] = this.rowIds[person] ?? 0;
      }
    }
    const { first, values } = groupPairs(owner, rowOf, this.named, this.forms.size);
    return {
      han,
      latin,
      initials,
      initialsKey,
      forms: this.forms,
      firstRow: first,
      rows: values,
      rowIds: this.rowIds.slice(0, this.people),
      lastRow: this.rowIds.subarray(0, this.people).reduce((highest, row) => Math.max(highest, row), 0),
      firstName: this.firstName.slice(0, this.people + 1),
      names: this.names.slice(0, this.named),
    };
  }

  private addName(name: string, field: 0 | 1 | 2): void {
    const text = name.normalize("NFC").trim();
    if (text === "") return;
    const before = this.forms.size;
    const form = this.forms.intern(text, 0);
    if (form === before) {
      for (const key of nameKeys(text)) {
        const posting = ((form << 4) | (key.rank << 3) | key.kind) >>> 0;
        (key.script === "han" ? this.han : this.latin).add(key.letters, key.starts, posting);
      }
    }
    if (this.named === this.names.length) this.names = grown32(this.names);
    this.names[this.named++] = ((form << 2) | field) >>> 0;
  }
}

/** The names of the person at `position` (not the row number) of a table, in the order given. */
export function namesAt(table: NameTable, position: number): { field: NameField; text: string }[] {
  const names: { field: NameField; text: string }[] = [];
  for (let at = table.firstName[position] ?? 0; at < (table.firstName[position + 1] ?? 0); at++) {
    const name = table.names[at] ?? 0;
    names.push({ field: FIELDS[name & 3] ?? "aliases", text: table.forms.text(name >>> 2) });
  }
  return names;
}

/** The initials code of letters, left-aligned, so that longer initials follow their prefix. */
export function initialsCode(letters: string): number {
  let code = 0;
  for (let at = 0; at < Math.min(MAX_INITIALS, letters.length); at++) code |= (letters.charCodeAt(at) - 96) << (25 - 5 * at);
  return code >>> 0;
}

function codeOfKey(keys: PackedKeys, key: number): number {
  const from = keys.offsets[key] ?? 0;
  const size = (keys.offsets[key + 1] ?? 0) - from;
  const starts = keys.starts[key] ?? 0;
  let code = ((keys.units[from] ?? 96) - 96) << 25;
  let shift = 20;
  for (let at = 1; at < Math.min(size, 32) && shift >= 0; at++) {
    if ((starts >>> at) & 1) {
      code |= ((keys.units[from + at] ?? 96) - 96) << shift;
      shift -= 5;
    }
  }
  return code >>> 0;
}

function isOrdered(keys: PackedKeys, key: number): boolean {
  for (let at = keys.firstPosting[key] ?? 0; at < (keys.firstPosting[key + 1] ?? 0); at++)
    if (((keys.postings[at] ?? 0) & 7) <= KIND.rotated) return true;
  return false;
}

function collectInitials(keys: PackedKeys): { initials: Uint32Array; initialsKey: Uint32Array } {
  let codes = new Uint32Array(keys.size);
  let owners = new Uint32Array(keys.size);
  let count = 0;
  for (let key = 0; key < keys.size; key++) {
    if (keys.starts[key] === 0 || !isOrdered(keys, key)) continue;
    codes[count] = codeOfKey(keys, key);
    owners[count++] = key;
  }
  codes = codes.slice(0, count);
  owners = owners.slice(0, count);
  // Stable radix sort, ten bits a pass: three passes order the 30-bit codes.
  for (let shift = 0; shift < 30; shift += 10) {
    const next = new Uint32Array(1025);
    for (let at = 0; at < count; at++) {
      const digit = (((codes[at] ?? 0) >>> shift) & 1023) + 1;
      next[digit] = (next[digit] ?? 0) + 1;
    }
    for (let digit = 0; digit < 1024; digit++) next[digit + 1] = (next[digit + 1] ?? 0) + (next[digit] ?? 0);
    const sortedCodes = new Uint32Array(count);
    const sortedOwners = new Uint32Array(count);
    for (let at = 0; at < count; at++) {
      const code = codes[at] ?? 0;
      const digit = (code >>> shift) & 1023;
      const slot = next[digit] ?? 0;
      next[digit] = slot + 1;
      sortedCodes[slot] = code;
      sortedOwners[slot] = owners[at] ?? 0;
    }
    codes = sortedCodes;
    owners = sortedOwners;
  }
  return { initials: codes, initialsKey: owners };
}
