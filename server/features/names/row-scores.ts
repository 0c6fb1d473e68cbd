import type { NameHit } from "./name-explain.ts";
import { type MatchVisitor, qualityOf } from "./name-match.ts";
import type { NameTable } from "./name-table.ts";
import type { PackedKeys } from "./packed-keys.ts";

/** The result of a name search. `rows` and `scores` run in parallel, best first. */
export interface NameMatches {
  readonly size: number;
  readonly rows: Uint32Array;
  /** 0–1. */
  readonly scores: Float32Array;
  /** Why a row matched; null for a row that did not. Worked out when asked, so keep the index unchanged until then. */
  readonly explain: (row: number) => NameHit | null;
}

/** The highest quality there is; scores are quality divided by it. */
export const BEST_QUALITY = 250;

/** {@link qualityOf} by `match << 4 | class`: this is read once a posting. */
const QUALITIES = Uint8Array.from({ length: 16 * 16 }, (_, at) => qualityOf(at >>> 4, at & 15));

/** Best quality per row, in scratch memory that is kept from search to search. */
export class RowScores {
  private best = new Uint8Array(0);
  private touched = new Uint32Array(0);
  size = 0;
  private highest = 0;

  /** Starts a new search. */
  begin(): void {
    if (this.isWide()) this.best.fill(0);
    else for (let at = 0; at < this.size; at++) this.best[this.touched[at] ?? 0] = 0;
    this.size = 0;
    this.highest = 0;
  }

  /** The best quality seen in this search so far; 0 when nothing matched. */
  bestQuality(): number {
    return this.highest;
  }

  /** A visitor that files the rows of one table; `alive` tells the rows that the table answers for. */
  visitor(table: NameTable, alive: ((row: number) => boolean) | null): MatchVisitor {
    this.reserve(table.lastRow);
    return { range: (keys, low, high, match, accept) => this.fileRange(table, alive, keys, low, high, match, accept) };
  }

  /** The rows of this search in order. */
  finish(explain: (row: number) => NameHit | null): NameMatches {
    const rows = this.sorted();
    const scores = new Float32Array(rows.length);
    for (let at = 0; at < rows.length; at++) scores[at] = (this.best[rows[at] ?? 0] ?? 0) / BEST_QUALITY;
    return { size: rows.length, rows, scores, explain };
  }

  /** An empty result. */
  none(): NameMatches {
    return { size: 0, rows: new Uint32Array(0), scores: new Float32Array(0), explain: () => null };
  }

  private reserve(row: number): void {
    if (row < this.best.length) return;
    const grown = new Uint8Array(Math.max(row + 1, Math.ceil(this.best.length * 1.5), 1024));
    grown.set(this.best);
    this.best = grown;
    const touched = new Uint32Array(grown.length);
    touched.set(this.touched.subarray(0, this.size));
    this.touched = touched;
  }

  // One loop without calls: it runs once for every row of a result of a hundred thousand.
  private fileRange(
    table: NameTable,
    alive: ((row: number) => boolean) | null,
    keys: PackedKeys,
    low: number,
    high: number,
    match: number,
    accept: ((form: number) => boolean) | undefined,
  ): void {
    const { best, touched } = this;
    const { rows, firstRow } = table;
    const base = match << 4;
    const end = keys.firstPosting[high] ?? 0;
    let size = this.size;
    let highest = this.highest;
    for (let at = keys.firstPosting[low] ?? 0; at < end; at++) {
      const posting = keys.postings[at] ?? 0;
      const value = QUALITIES[base | (posting & 15)] ?? 0;
      if (value === 0) continue;
      const form = posting >>> 4;
      if (accept && !accept(form)) continue;
      const last = firstRow[form + 1] ?? 0;
      for (let index = firstRow[form] ?? 0; index < last; index++) {
        const row = rows[index] ?? 0;
        const known = best[row] ?? 0;
        if (known >= value || (alive && !alive(row))) continue;
        if (known === 0) touched[size++] = row;
        best[row] = value;
        if (value > highest) highest = value;
      }
    }
    this.size = size;
    this.highest = highest;
  }

  /** So many rows that a pass over all of them is cheaper than one over those touched. */
  private isWide(): boolean {
    return this.size > this.best.length >>> 5;
  }

  private sorted(): Uint32Array {
    // Counting sort by quality over rows in ascending order; a wide result reads the whole column instead of sorting.
    const ascending = this.isWide() ? this.scan() : this.touched.slice(0, this.size).sort();
    const next = new Uint32Array(257);
    for (const row of ascending) {
      const slot = 256 - (this.best[row] ?? 0);
      next[slot] = (next[slot] ?? 0) + 1;
    }
    let total = 0;
    for (let slot = 0; slot < 257; slot++) {
      const count = next[slot] ?? 0;
      next[slot] = total;
      total += count;
    }
    const rows = new Uint32Array(this.size);
    for (const row of ascending) {
      const slot = 256 - (this.best[row] ?? 0);
      const at = next[slot] ?? 0;
      rows[at] = row;
      next[slot] = at + 1;
    }
    return rows;
  }

  private scan(): Uint32Array {
    const rows = new Uint32Array(this.size);
    let at = 0;
    for (let row = 0; row < this.best.length; row++) if (this.best[row] !== 0) rows[at++] = row;
    return rows;
  }
}
