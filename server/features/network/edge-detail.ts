import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read } from "../../db/run.ts";
import type { Years } from "./collaborators.ts";
import * as cypher from "./ego.cypher.ts";
import { readEvidence } from "./evidence.ts";
import { bondsAmong } from "./links-among.ts";
import type { KnownLink } from "./neighbourhood.ts";
import type { NetworkEdgeModel } from "./network.types.ts";
import type { EdgeTools } from "./network-edges.ts";
import { LINKS } from "./network-rules.ts";
import { pairOf } from "./pair-works.ts";
import { byWorkSum, NO_WORKS, withWork } from "./strength.ts";

/** Works told of one pair, and works weighed. */
const MOST_TOLD = 50;
const MOST_WEIGHED = 5_000;
/** Works told as evidence of one link. */
const EVIDENCE = 5;

const detailRow = z.object({
  total: z.number(),
  weights: z.array(z.tuple([z.number().nullable(), z.boolean(), z.number()])),
  works: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["PAPER", "PATENT", "PROJECT"]),
      title: z.string(),
      year: z.number().nullable(),
      venue: z.string().nullable(),
      url: z.string().nullable(),
      authors: z.number(),
      sources: z.array(z.string()),
    }),
  ),
});
type DetailRow = z.infer<typeof detailRow>;

/** A pair whose card is asked for. */
export interface PairQuery {
  readonly source: string;
  readonly target: string;
  readonly years: Years | null;
  readonly language: "zh" | "en";
}

function linksByWorks({ weights }: DetailRow, { rules, now }: EdgeTools): KnownLink[] {
  return (["COAUTHOR", "PROJECT"] as const).flatMap((link): KnownLink[] => {
    const sum = weights
      .filter(([, isPaper]) => isPaper === (link === "COAUTHOR"))
      .reduce((total, [year, , authors]) => withWork(rules.links[link], total, { year, authors }, now), NO_WORKS);
    const strength = byWorkSum(rules, link, sum);
    return strength === null ? [] : [{ link, strength, group: null, people: null }];
  });
}

/** Why two people are linked; null when one of them is nobody, both are the same, or nothing links them in those years. */
export async function edgeDetail(
  tools: EdgeTools & Database,
  { source, target, years, language }: PairQuery,
): Promise<NetworkEdgeModel | null> {
  const [one, other] = await Promise.all([source, target].map(async (id) => (await tools.repository.people([id]))[0]));
  if (one === undefined || other === undefined || one.id === other.id) return null;
  const [from, to] = [years?.from ?? null, years?.to ?? null];
  const counted = { since: from, until: to, now: tools.now };
  const given = { source: one.id, target: other.id, from, to, most: MOST_TOLD, weighed: MOST_WEIGHED };
  const [rows, bonds] = await Promise.all([
    read(tools.driver, tools.database, cypher.JOINT_WORKS_OF_TWO, given),
    bondsAmong(tools, [one.id, other.id], LINKS, counted),
  ]);
  const detail = decodeRows(detailRow, rows)[0] ?? { total: 0, weights: [], works: [] };
  const byGroups = (bonds.byPair.get(pairOf(one.id, other.id)) ?? []).map(
    ({ link, strength, group, size }): KnownLink => ({ link, strength, group, people: size }),
  );
  const links = [...linksByWorks(detail, tools), ...byGroups].sort(
    (left, right) => right.strength.strength - left.strength.strength || LINKS.indexOf(left.link) - LINKS.indexOf(right.link),
  );
  if (links.length === 0) return null;
  const pairs = links.filter(({ group }) => group !== null).map((link) => ({ from: one.id, to: other.id, link }));
  const evidence = await readEvidence(tools, pairs, { since: from, most: EVIDENCE, language });
  const works = detail.works.map(({ year, authors, venue: _venue, url: _url, ...work }) => ({
    ...work,
    firstYear: year,
    lastYear: year,
    people: authors,
  }));
  const factsOf = (link: KnownLink) =>
    link.group === null
      ? works.filter(({ kind }) => (kind === "PAPER") === (link.link === "COAUTHOR")).slice(0, EVIDENCE)
      : (evidence.get(`${one.id} ${other.id} ${link.link}`) ?? []);
  return {
    source: { id: one.id, name: one.name, isScientist: one.isScientist },
    target: { id: other.id, name: other.name, isScientist: other.isScientist },
    links: links.map((link) => ({ link: link.link, strength: link.strength, facts: factsOf(link) })),
    works: detail.total,
    jointWorks: detail.works,
  };
}
