import type { NetworkRules } from "./network-rules.ts";
import { NO_WORKS, type WorkSum, withWork } from "./strength.ts";

/** A work as reading tells it: id, year, whether it is a paper, and its authors. */
export type WorkEntry = readonly [id: string, year: number | null, isPaper: boolean, authors: number];

/** The works of one person. */
export interface WorksOfPerson {
  readonly key: string;
  readonly works: readonly WorkEntry[];
}

/** The joint works of two people, papers apart from patents and projects. */
export interface PairWorks {
  papers: WorkSum;
  others: WorkSum;
}

/** One key for two people, whoever is named first. */
export function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** The two people of a key of `pairOf`, the smaller id first. */
export function peopleOf(pair: string): [string, string] {
  const gap = pair.indexOf(" ");
  return [pair.slice(0, gap), pair.slice(gap + 1)];
}

/** Pairs counted in one network; what is beyond is of the works with the most authors, which count least. */
const MOST_PAIRINGS = 1_500_000;

/** What adding up works came to. */
export interface PairSums {
  readonly pairs: ReadonlyMap<string, PairWorks>;
  /** Works with several of the people, and how many of them were added up. */
  readonly works: number;
  readonly added: number;
}

/** Adds up the joint works of all pairs of some people: works of few authors first, until so many pairings are done. */
export function sumPairs(people: readonly WorksOfPerson[], rules: NetworkRules, now: number, most = MOST_PAIRINGS): PairSums {
  const byWork = new Map<string, { entry: WorkEntry; people: string[] }>();
  for (const { key, works } of people)
    for (const entry of works) {
      const known = byWork.get(entry[0]);
      if (known === undefined) byWork.set(entry[0], { entry, people: [key] });
      else known.people.push(key);
    }
  const joint = [...byWork.values()].filter((work) => work.people.length > 1).sort((left, right) => left.entry[3] - right.entry[3]);
  const pairs = new Map<string, PairWorks>();
  let [left, added] = [most, 0];
  for (const { entry, people: authors } of joint) {
    const pairings = (authors.length * (authors.length - 1)) / 2;
    if (pairings > left) break;
    left -= pairings;
    added += 1;
    addPairs(pairs, entry, authors, rules, now);
  }
  return { pairs, works: joint.length, added };
}

function addPairs(pairs: Map<string, PairWorks>, entry: WorkEntry, authors: readonly string[], rules: NetworkRules, now: number): void {
  const [, year, isPaper, count] = entry;
  authors.forEach((one, index) => {
    for (const other of authors.slice(index + 1)) {
      const key = pairOf(one, other);
      const sum = pairs.get(key) ?? { papers: NO_WORKS, others: NO_WORKS };
      pairs.set(key, sum);
      if (isPaper) sum.papers = withWork(rules.links.COAUTHOR, sum.papers, { year, authors: count }, now);
      else sum.others = withWork(rules.links.PROJECT, sum.others, { year, authors: count }, now);
    }
  });
}

/** Years of papers, patents and projects together. */
export function spanOfPair({ papers, others }: PairWorks): { first: number | null; last: number | null } {
  const known = (years: readonly (number | null)[]): number[] => years.filter((year) => year !== null);
  const [firsts, lasts] = [known([papers.first, others.first]), known([papers.last, others.last])];
  return { first: firsts.length === 0 ? null : Math.min(...firsts), last: lasts.length === 0 ? null : Math.max(...lasts) };
}
