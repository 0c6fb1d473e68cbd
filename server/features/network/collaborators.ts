import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read } from "../../db/run.ts";
import * as cypher from "./ego.cypher.ts";
import type { NetworkCutModel } from "./network.types.ts";
import type { WorksOfPerson } from "./pair-works.ts";

/** Years, either end open. */
export interface Years {
  readonly from: number | null;
  readonly to: number | null;
}

/** Which joint works count. */
export interface Counted {
  readonly years: Years | null;
  readonly minWorks: number;
}

const row = z.object({
  key: z.string(),
  total: z.number(),
  others: z.array(z.tuple([z.string(), z.number(), z.number().nullable(), z.number().nullable()])),
  workCount: z.number(),
  worksRead: z.number(),
  authorships: z.number(),
});
const worksRow = z.object({
  key: z.string(),
  total: z.number(),
  works: z.array(z.tuple([z.string(), z.number().nullable(), z.boolean(), z.number()])),
});

/** With whom one person has joint works: id, works, first and last year. */
export type CollaboratorsRow = z.infer<typeof row>;

/** Works read of one person when only those of some years count. */
const WORKS_OF_PERSON = 5_000;
/** Works read of all people of a network together, and of each at least and at most. */
const WORKS_OF_NETWORK = 400_000;
const LEAST_WORKS = 40;

/** Whether works of all years count, and undated ones. */
export function isEver({ years }: Pick<Counted, "years">): boolean {
  return years === null || (years.from === null && years.to === null);
}

/** Reads with whom people have joint works. */
export interface CollaboratorsReader {
  /** Of each person, `most` people, or of some years those of `most` authorships. */
  of(keys: readonly string[], query: Counted, most: number): Promise<CollaboratorsRow[]>;
  /** The pairs with joint works ever among some people. */
  among(keys: readonly string[], minWorks: number): Promise<CollaboratorsRow[]>;
  /** The works of people in the years that count; what is left out is told as a cut. */
  works(keys: readonly string[], years: Years | null): Promise<{ people: WorksOfPerson[]; cuts: NetworkCutModel[] }>;
}

/** The reads of collaborators on one database. */
export function collaboratorsReader({ driver, database }: Database): CollaboratorsReader {
  const ever = async (keys: readonly string[], minWorks: number, most: number, among: readonly string[] | null) =>
    decodeRows(row, await read(driver, database, cypher.COLLABORATORS_OF, { keys, minWorks, most, among }));
  return {
    of: async (keys, query, most) => {
      const { years, minWorks } = query;
      if (isEver(query)) return ever(keys, minWorks, most, null);
      const given = { keys, minWorks, most, ...years, works: WORKS_OF_PERSON };
      return decodeRows(row, await read(driver, database, cypher.COLLABORATORS_IN_YEARS, given));
    },
    among: (keys, minWorks) => ever(keys, minWorks, keys.length, keys),
    works: async (keys, years) => {
      const works = Math.max(LEAST_WORKS, Math.min(WORKS_OF_PERSON, Math.floor(WORKS_OF_NETWORK / Math.max(1, keys.length))));
      const given = { keys, works, from: years?.from ?? null, to: years?.to ?? null };
      const people = decodeRows(worksRow, await read(driver, database, cypher.WORKS_OF_PEOPLE, given));
      const cut = people.filter((each) => each.total > each.works.length);
      const sum = (count: (each: (typeof people)[number]) => number): number => cut.reduce((total, each) => total + count(each), 0);
      const told = { reason: "WORKS" as const, link: null, considered: sum((each) => each.works.length), of: sum((each) => each.total) };
      return { people, cuts: cut.length === 0 ? [] : [told] };
    },
  };
}
