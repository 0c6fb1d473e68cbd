import { explainMatch, type MatchForm, type NameHit } from "./name-explain.ts";
import { KIND } from "./name-key.ts";
import {
  exactStage,
  fuzzyStage,
  hasWholeName,
  homophoneStage,
  initialsStage,
  MATCH,
  type MatchStage,
  type MatchVisitor,
  piecesStage,
  prefixStage,
  qualityOf,
  wordsStage,
} from "./name-match.ts";
import { type LatinQuery, type NameQuery, nameQuery, readOut } from "./name-query.ts";
import { type NameField, type NameTable, NameTableBuilder, namesAt, type PersonNames } from "./name-table.ts";
import { type NameMatches, RowScores } from "./row-scores.ts";

export type { MatchForm, NameField, NameHit, NameMatches, PersonNames };

interface Segment {
  readonly people: Map<number, PersonNames>;
  readonly table: NameTable;
}

function tableOf(people: Iterable<PersonNames>): NameTable {
  const builder = new NameTableBuilder();
  for (const person of people) builder.add(person);
  return builder.finish();
}

const FIRST_STAGES: readonly MatchStage[] = [exactStage, prefixStage, initialsStage];

/**
 * Names of up to a few million people, searched in memory. Writes go to small segments beside the
 * packed base, so that a write is visible to the next search; results never depend on which part
 * of the index holds a row.
 */
export class NameIndex {
  private readonly base: NameTable;
  private segments: Segment[] = [];
  private pending = new Map<number, PersonNames>();
  /** Rows that the base must no longer answer for, and who answers instead (null while pending or when removed). */
  private readonly owner = new Map<number, Segment | null>();
  private stale = new Uint8Array(0);
  private readonly scores = new RowScores();

  /** Use {@link buildNameIndex}. */
  constructor(base: NameTable) {
    this.base = base;
  }

  /** Replaces all names of a row, or adds the row. Visible to the next call of {@link find}. */
  update(row: number, names: Omit<PersonNames, "row">): void {
    this.disown(row);
    this.pending.set(row, { ...names, row });
  }

  /** Forgets a row. Removing an unknown row has no effect. */
  remove(row: number): void {
    this.disown(row);
    this.pending.delete(row);
  }

  /** How many rows are held beside the packed base; a reason to {@link rebuilt} when it is large. */
  get overlaySize(): number {
    return this.owner.size;
  }

  /** The names of a row as given, empty when the row is unknown. */
  namesOf(row: number): { field: NameField; text: string }[] {
    this.flush();
    const owner = this.owner.get(row);
    if (owner) return namesAt(owner.table, owner.table.rowIds.indexOf(row));
    const position = owner === null ? -1 : this.basePosition(row);
    return position < 0 ? [] : namesAt(this.base, position);
  }

  /**
   * All rows of which a name matches the typed text, best first, then by row number.
   * A single Latin letter finds nothing; a single 汉字 finds surnames.
   */
  find(text: string): NameMatches {
    this.flush();
    const query = nameQuery(text);
    if (!query) return this.scores.none();
    if (query.han.length === 0 || !query.latin) return this.run(query);
    const han = this.run({ ...query, latin: null });
    const both = this.intersect(han, this.run({ ...query, han: "" }));
    const continued: LatinQuery | null = both.size === 0 ? readOut(query) : null;
    return continued ? this.intersect(han, this.run({ han: "", latin: continued, homophones: () => [] })) : both;
  }

  /**
   * Whether the text is somebody's whole name: 汉字 exactly, or a whole Latin or pinyin name in
   * either order. Surnames and given names alone do not count.
   */
  isName(text: string): boolean {
    this.flush();
    const query = nameQuery(text);
    if (!query || (query.han.length > 0 && query.latin)) return false;
    let found = false;
    this.eachTable((table, alive) => {
      exactStage(table, query, {
        range: (keys, low, high, match) => {
          if (found || match === MATCH.spacing || !hasWholeName(keys, low, high)) return;
          found = someWholeName(table, keys, low, high, alive);
        },
      });
    });
    return found;
  }

  /**
   * Whether the text as it stands finds people by a whole name, a surname, a given name, or initials
   * with a surname. Broader than {@link isName}: `Hamilton`, `D Baltimore`.
   */
  mayBeName(text: string): boolean {
    this.flush();
    const query = nameQuery(text);
    if (!query || (query.han.length > 0 && query.latin)) return false;
    this.scores.begin();
    for (const stage of [exactStage, piecesStage]) this.eachTable((table, alive) => stage(table, query, this.scores.visitor(table, alive)));
    return this.scores.bestQuality() >= qualityOf(MATCH.pieces, KIND.rotated);
  }

  /** A new index with everything in one packed base. */
  rebuilt(): NameIndex {
    this.flush();
    return buildNameIndex(this.people());
  }

  private *people(): Generator<PersonNames> {
    for (let position = 0; position < this.base.rowIds.length; position++) {
      const row = this.base.rowIds[position] ?? 0;
      if (this.stale[row] !== 1) yield personAt(this.base, position, row);
    }
    for (const segment of this.segments) for (const [row, person] of segment.people) if (this.owner.get(row) === segment) yield person;
  }

  private run(query: NameQuery): NameMatches {
    const executed: MatchStage[] = [];
    const apply = (stage: MatchStage): void => {
      executed.push(stage);
      this.eachTable((table, alive) => stage(table, query, this.scores.visitor(table, alive)));
    };
    this.scores.begin();
    FIRST_STAGES.slice(0, 2).forEach(apply);
    const known = this.scores.bestQuality();
    apply(initialsStage);
    if (wantsPieces(query, known)) apply(piecesStage);
    if (this.scores.size === 0) [wordsStage, homophoneStage].forEach(apply);
    if (this.scores.size === 0) apply(fuzzyStage);
    return this.scores.finish((row) => this.explain(row, query, executed));
  }

  private explain(row: number, query: NameQuery, stages: readonly MatchStage[]): NameHit | null {
    const names = this.namesOf(row);
    const best = explainMatch(names, query, stages);
    return best ? { row, score: best.quality / 250, form: best.form, field: best.field, matched: best.matched } : null;
  }

  private intersect(first: NameMatches, second: NameMatches): NameMatches {
    const other = new Map<number, number>();
    second.rows.forEach((row, at) => {
      other.set(row, second.scores[at] ?? 0);
    });
    const rows: [number, number][] = [];
    first.rows.forEach((row, at) => {
      const score = other.get(row);
      if (score !== undefined) rows.push([row, Math.min(score, first.scores[at] ?? 0)]);
    });
    rows.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return {
      size: rows.length,
      rows: Uint32Array.from(rows, ([row]) => row),
      scores: Float32Array.from(rows, ([, score]) => score),
      explain: (row) => {
        const [one, two] = other.has(row) ? [first.explain(row), second.explain(row)] : [null, null];
        return one && two ? (two.score < one.score ? two : one) : null;
      },
    };
  }

  private eachTable(each: (table: NameTable, alive: ((row: number) => boolean) | null) => void): void {
    each(this.base, this.owner.size === 0 ? null : (row) => this.stale[row] !== 1);
    for (const segment of this.segments) each(segment.table, (row) => this.owner.get(row) === segment);
  }

  private basePosition(row: number): number {
    const { rowIds } = this.base;
    if (rowIds[row] === row) return row;
    return rowIds.indexOf(row);
  }

  private disown(row: number): void {
    if (row >= this.stale.length) {
      const grown = new Uint8Array(Math.max(row + 1, Math.ceil(this.stale.length * 1.5), 1024));
      grown.set(this.stale);
      this.stale = grown;
    }
    this.stale[row] = 1;
    this.owner.set(row, null);
  }

  /** Turns pending writes into a segment; segments of similar size are joined, so their number stays logarithmic. */
  private flush(): void {
    if (this.pending.size === 0) return;
    let people = this.pending;
    this.pending = new Map();
    for (let last = this.segments.at(-1); last && last.people.size <= people.size * 2; last = this.segments.at(-1)) {
      const joined = new Map<number, PersonNames>();
      for (const [row, person] of last.people) if (this.owner.get(row) === last) joined.set(row, person);
      for (const [row, person] of people) joined.set(row, person);
      people = joined;
      this.segments.pop();
    }
    const segment: Segment = { people, table: tableOf(people.values()) };
    for (const row of people.keys()) this.owner.set(row, segment);
    this.segments.push(segment);
  }
}

/**
 * Beginnings of syllables are tried unless the letters already are a name as typed, where they
 * would only add noise; beside mere prefixes only from four letters on.
 */
function wantsPieces(query: NameQuery, known: number): boolean {
  const words = query.latin?.words.length ?? 0;
  const letters = query.latin?.spellings[0]?.length ?? 0;
  const abbreviated = query.latin?.words.some((word) => word.length === 1);
  if (words > 1) return abbreviated === true || known < qualityOf(MATCH.latinExact, KIND.short);
  return known === 0 || (letters >= 4 && known < qualityOf(MATCH.latinExact, KIND.part));
}

function personAt(table: NameTable, position: number, row: number): PersonNames {
  const names = namesAt(table, position);
  const first = (field: NameField): string | null => names.find((name) => name.field === field)?.text ?? null;
  return {
    row,
    nameZh: first("nameZh"),
    nameEn: first("nameEn"),
    aliases: names.filter((name) => name.field === "aliases").map((name) => name.text),
  };
}

function someWholeName(
  table: NameTable,
  keys: Parameters<MatchVisitor["range"]>[0],
  low: number,
  high: number,
  alive: ((row: number) => boolean) | null,
): boolean {
  for (let at = keys.firstPosting[low] ?? 0; at < (keys.firstPosting[high] ?? 0); at++) {
    const posting = keys.postings[at] ?? 0;
    if ((posting & 7) > 2) continue;
    const form = posting >>> 4;
    for (let index = table.firstRow[form] ?? 0; index < (table.firstRow[form + 1] ?? 0); index++)
      if (!alive || alive(table.rows[index] ?? 0)) return true;
  }
  return false;
}

/** Takes in people one by one, so that a build can index them while it waits for the next ones to be read. */
export class NameIndexBuilder {
  private readonly table = new NameTableBuilder();

  /** Adds one person. Each row once, in any order; ascending rows without gaps are fastest to explain. */
  add(person: PersonNames): void {
    this.table.add(person);
  }

  /** The index of everyone added. The builder must not be used afterwards. */
  finish(): NameIndex {
    return new NameIndex(this.table.finish());
  }
}

/**
 * Builds the index of all names. A million people take about 14 processor seconds and 120 MB (bench/name-index.ts).
 * @param names each row once, in any order; ascending rows without gaps are fastest to explain.
 */
export function buildNameIndex(names: Iterable<PersonNames>): NameIndex {
  return new NameIndex(tableOf(names));
}
