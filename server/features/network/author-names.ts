import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { type Database, decodeRows, type Row } from "../../db/records.ts";
import { read } from "../../db/run.ts";
import type { NetworkAuthor } from "../../graphql/generated.ts";
import { hasHan, type NameIndex, NameIndexBuilder, nameReadings, simplify, spellReading } from "../names/index.ts";
import * as cypher from "./author-names.cypher.ts";

/** Authors found by name. */
export interface FoundAuthors {
  /** How many there are in all. */
  readonly totalCount: number;
  readonly authors: NetworkAuthor[];
}

/** Finds authors of imported works whom nobody has identified with a scientist. */
export interface AuthorNames {
  /** The best `first` by name, however it is typed; of equally good ones those of most works, then by id. */
  find(name: string, first: number): Promise<FoundAuthors>;
}

interface Kept {
  readonly version: string;
  readonly names: Promise<{ readonly index: NameIndex; readonly ids: readonly string[] }>;
}

const PAGE = 5_000;
/** Of so many matches the best are put in order by their works; a surname alone may match thousands. */
const WEIGHED = 200;
/** What a match of a reading counts beside one of the characters themselves. */
const READ_ALOUD = 0.9;
const TIMEOUT_MS = 10_000;

const number = z.number();
const text = z.string();
const versionRow = z.object({ batches: number, finishedAt: text.nullable(), rolledBackAt: text.nullable() });
const nameRow = z.object({ id: text, name: text, forms: z.array(text), isScientist: z.boolean() });
const authorRow = z.object({
  id: text,
  name: text,
  works: number,
  firstYear: number.nullable(),
  lastYear: number.nullable(),
  affiliations: z.array(text),
  source: text.nullable(),
});

/** What a name in 汉字 may be in letters, in which most works state Chinese names; empty for other names. */
function inLetters(name: string): string[] {
  if (!hasHan(name)) return [];
  const han = simplify(name).replaceAll(/\P{Script=Han}/gu, "");
  return nameReadings(han).flatMap(({ syllables, family }) =>
    spellReading(syllables).map((spelled) => [spelled.slice(0, family).join(""), spelled.slice(family).join("")].join(" ").trim()),
  );
}

/** Rows of everybody whose name matches, as it is typed or as 汉字 are read aloud, and how well, the best first. */
function matchesOf(index: NameIndex, name: string): [row: number, score: number][] {
  const scores = new Map<number, number>();
  for (const [text, weight] of [[name, 1] as const, ...inLetters(name).map((read) => [read, READ_ALOUD] as const)]) {
    const { rows, scores: found } = index.find(text);
    for (const [at, row] of rows.entries()) scores.set(row, Math.max(scores.get(row) ?? 0, (found[at] ?? 0) * weight));
  }
  return [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
}

/**
 * The authors of one database. Their names are read when somebody first asks, and again after an import has ended or was rolled back, into an index
 * of their own: the read model holds the people of the map only.
 */
export function createAuthorNames({ driver, database }: Database): AuthorNames {
  const list = async <T>(shape: z.ZodType<T>, statement: string, parameters: Row): Promise<T[]> =>
    decodeRows(shape, await read(driver, database, statement, parameters, { timeoutMs: TIMEOUT_MS }));

  async function readNames(): Promise<{ index: NameIndex; ids: string[] }> {
    const builder = new NameIndexBuilder();
    const ids: string[] = [];
    for (let after = ""; ; ) {
      const page = await list(nameRow, cypher.AUTHOR_NAMES, { after, most: PAGE });
      for (const { id, name, forms, isScientist } of page) {
        if (isScientist) continue;
        builder.add({ row: ids.length, nameZh: null, nameEn: name, aliases: forms.filter((form) => form !== name) });
        ids.push(id);
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) break;
      after = last.id;
      await nextTurn();
    }
    return { index: builder.finish(), ids };
  }

  let kept: Kept | null = null;
  async function current(): Promise<Awaited<Kept["names"]>> {
    const version = JSON.stringify(await list(versionRow, cypher.LAST_IMPORT, {}));
    if (kept?.version === version) return kept.names;
    const mine: Kept = { version, names: readNames() };
    kept = mine;
    // What could not be read is read again by the next who asks.
    mine.names.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.names;
  }

  return {
    find: async (name, first) => {
      const { index, ids } = await current();
      const matches = matchesOf(index, name);
      const ranks = new Map(matches.slice(0, WEIGHED).map(([row, score]) => [ids[row] ?? "", score]));
      const found = await list(authorRow, cypher.AUTHORS_BY_ID, { keys: [...ranks.keys()] });
      const authors = found.sort(
        (one, other) => (ranks.get(other.id) ?? 0) - (ranks.get(one.id) ?? 0) || other.works - one.works || (one.id < other.id ? -1 : 1),
      );
      return { totalCount: matches.length - (ranks.size - found.length), authors: authors.slice(0, first) };
    },
  };
}
