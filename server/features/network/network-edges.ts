import type { IntroductionLink, NetworkEdge } from "../../graphql/generated.ts";
import { type CollaboratorsReader, type Counted, isEver } from "./collaborators.ts";
import { type Bonds, bondsAmong } from "./links-among.ts";
import type { NetworkRepository } from "./network.repository.ts";
import type { NetworkCutModel } from "./network.types.ts";
import { LINKS, type NetworkRules } from "./network-rules.ts";
import { type PairWorks, pairOf, peopleOf, spanOfPair, sumPairs } from "./pair-works.ts";
import { byWorkSum, NO_WORKS, type Strength, withWork } from "./strength.ts";

/** Which pairs are asked for. */
export interface EdgeQuery extends Counted {
  readonly links: readonly IntroductionLink[];
}

/** What pairs are read with. */
export interface EdgeTools {
  readonly repository: NetworkRepository;
  readonly reader: CollaboratorsReader;
  readonly rules: NetworkRules;
  /** The current year. */
  readonly now: number;
}

interface Joint {
  readonly works: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly strengths: readonly Told[];
}

interface Told {
  readonly link: IntroductionLink;
  readonly strength: Strength;
}

/** Whether joint works are asked for. */
export function countsWorks({ links }: Pick<EdgeQuery, "links">): boolean {
  return links.includes("COAUTHOR") || links.includes("PROJECT");
}

/** The kinds of link that come of being part of the same thing. */
export function groupLinks({ links }: Pick<EdgeQuery, "links">): IntroductionLink[] {
  return LINKS.filter((link) => link !== "COAUTHOR" && link !== "PROJECT" && links.includes(link));
}

function strengthsOf(rules: NetworkRules, { papers, others }: PairWorks): Told[] {
  const [coauthor, project] = [byWorkSum(rules, "COAUTHOR", papers), byWorkSum(rules, "PROJECT", others)];
  return [
    ...(coauthor === null ? [] : [{ link: "COAUTHOR" as const, strength: coauthor }]),
    ...(project === null ? [] : [{ link: "PROJECT" as const, strength: project }]),
  ];
}

/** Pairs with joint works, from the works themselves where only some count, and else from the links that imports keep. */
async function jointOf(
  tools: EdgeTools,
  ids: readonly string[],
  query: EdgeQuery,
): Promise<{ pairs: Map<string, Joint>; cuts: NetworkCutModel[] }> {
  const { reader, rules, now } = tools;
  const onlyProjects = !query.links.includes("COAUTHOR");
  const counted = isEver(query) && !onlyProjects;
  const [{ people, cuts }, kept] = await Promise.all([
    reader.works(ids, query.years),
    counted ? reader.among(ids, query.minWorks) : Promise.resolve([]),
  ]);
  const sums = sumPairs(people, rules, now);
  const told = sums.added < sums.works ? [{ reason: "WORKS" as const, link: null, considered: sums.added, of: sums.works }] : [];
  const pairs = new Map<string, Joint>();
  if (counted) {
    for (const { key, others } of kept)
      for (const [other, works, first, last] of others) {
        const pair = pairOf(key, other);
        // A pair whose works were not all read has not less than one work of a large group, in the last year.
        const known = sums.pairs.get(pair) ?? {
          papers: withWork(rules.links.COAUTHOR, NO_WORKS, { year: last, authors: rules.smallGroup }, now),
          others: NO_WORKS,
        };
        pairs.set(pair, { works, first, last, strengths: strengthsOf(rules, known) });
      }
  } else {
    for (const [pair, sum] of sums.pairs) {
      const of = onlyProjects ? { papers: NO_WORKS, others: sum.others } : sum;
      const works = of.papers.count + of.others.count;
      if (works > 0 && works >= query.minWorks) pairs.set(pair, { works, ...spanOfPair(of), strengths: strengthsOf(rules, of) });
    }
  }
  return { pairs, cuts: [...cuts, ...told] };
}

function strongestFirst(left: Told, right: Told): number {
  return right.strength.strength - left.strength.strength || LINKS.indexOf(left.link) - LINKS.indexOf(right.link);
}

function toEdge(pair: string, joint: Joint | undefined, bonds: readonly Told[]): NetworkEdge {
  const [source, target] = peopleOf(pair);
  const told = [...(joint?.strengths ?? []), ...bonds].sort(strongestFirst);
  const best = told[0]?.strength;
  return {
    source,
    target,
    works: joint?.works ?? 0,
    firstYear: joint === undefined ? (best?.firstYear ?? null) : joint.first,
    lastYear: joint === undefined ? (best?.lastYear ?? null) : joint.last,
    links: told.map(({ link }) => link),
    strength: best?.strength ?? 0,
    weak: told.every(({ strength }) => strength.weak),
  };
}

/** All pairs among some people that are linked as asked, most works first, then the strongest, then by id. */
export async function edgesAmong(
  tools: EdgeTools,
  ids: readonly string[],
  query: EdgeQuery,
): Promise<{ edges: NetworkEdge[]; cuts: NetworkCutModel[] }> {
  const links = groupLinks(query);
  const years = { since: query.years?.from ?? null, until: query.years?.to ?? null, now: tools.now };
  const none: Bonds = { byPair: new Map(), cuts: [] };
  const [joint, bonds] = await Promise.all([
    countsWorks(query) ? jointOf(tools, ids, query) : { pairs: new Map<string, Joint>(), cuts: [] },
    links.length === 0 ? none : bondsAmong(tools, ids, links, years),
  ]);
  const pairs = new Set([...joint.pairs.keys(), ...bonds.byPair.keys()]);
  const edges = Array.from(pairs, (pair) => toEdge(pair, joint.pairs.get(pair), bonds.byPair.get(pair) ?? []));
  edges.sort(
    (left, right) =>
      right.works - left.works ||
      right.strength - left.strength ||
      (pairOf(left.source, left.target) < pairOf(right.source, right.target) ? -1 : 1),
  );
  return { edges, cuts: [...joint.cuts, ...bonds.cuts] };
}
