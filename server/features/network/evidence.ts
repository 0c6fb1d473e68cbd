import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read } from "../../db/run.ts";
import type { LinkEvidence, LinkEvidenceKind } from "../../graphql/generated.ts";
import * as cypher from "./evidence.cypher.ts";
import type { KnownLink } from "./neighbourhood.ts";
import type { GroupLink } from "./network.repository.ts";

/** A link of two people whose evidence is asked for. */
export interface LinkedPair {
  readonly from: string;
  readonly to: string;
  readonly link: KnownLink;
}

/** Which evidence is read, and how it is named. */
export interface EvidenceOptions {
  readonly since: number | null;
  /** Works of one link that are told; the latest. */
  readonly most: number;
  readonly language: "zh" | "en";
}

const worksRow = z.object({
  key: z.string(),
  total: z.number(),
  works: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["PAPER", "PATENT", "PROJECT"]),
      title: z.string(),
      year: z.number().nullable(),
      people: z.number(),
      sources: z.array(z.string()),
    }),
  ),
});
const groupRow = z.object({ key: z.string(), nameZh: z.string(), nameEn: z.string(), sources: z.array(z.string()) });

const GROUP_KINDS: Readonly<Record<GroupLink, { kind: LinkEvidenceKind; types: readonly string[] }>> = {
  COLLEAGUE: { kind: "EMPLOYER", types: ["WORKS_AT"] },
  ALUMNI: { kind: "SCHOOL", types: ["STUDIED_AT"] },
  TEAM: { kind: "TEAM", types: ["MEMBER_OF"] },
  COAWARDED: { kind: "AWARD", types: ["RECEIVED"] },
  HOMETOWN: { kind: "COUNTY", types: ["BORN_IN", "ANCESTRAL_HOME"] },
  ADVISOR: { kind: "ADVISER", types: ["ADVISED_BY"] },
};

/** The key under which the evidence of a pair is kept. */
export function pairKey({ from, to, link }: LinkedPair): string {
  return `${from} ${to} ${link.link}`;
}

async function worksOf(
  { driver, database }: Database,
  pairs: readonly LinkedPair[],
  options: EvidenceOptions,
): Promise<[string, LinkEvidence[]][]> {
  if (pairs.length === 0) return [];
  const asked = pairs.map((pair) => ({ key: pairKey(pair), from: pair.from, to: pair.to, papers: pair.link.link === "COAUTHOR" }));
  const rows = await read(driver, database, cypher.JOINT_WORKS_OF_PAIRS, { pairs: asked, since: options.since, most: options.most });
  return decodeRows(worksRow, rows).map(({ key, works }) => [
    key,
    works.map(({ year, ...work }) => ({ ...work, firstYear: year, lastYear: year })),
  ]);
}

async function groupsOf(
  { driver, database }: Database,
  pairs: readonly LinkedPair[],
  language: "zh" | "en",
): Promise<[string, LinkEvidence[]][]> {
  const byKey = new Map(pairs.map((pair) => [pairKey(pair), pair]));
  const asked = pairs.flatMap((pair) => {
    const { group } = pair.link;
    return group === null
      ? []
      : [{ key: pairKey(pair), from: pair.from, to: pair.to, groupId: group.id, types: GROUP_KINDS[group.link].types }];
  });
  if (asked.length === 0) return [];
  const rows = decodeRows(groupRow, await read(driver, database, cypher.SHARED_GROUPS, { pairs: asked }));
  return rows.flatMap(({ key, nameZh, nameEn, sources }): [string, LinkEvidence[]][] => {
    const link = byKey.get(key)?.link;
    if (link === undefined || link.group === null) return [];
    const { firstYear, lastYear } = link.strength;
    const { kind } = GROUP_KINDS[link.group.link];
    const title = language === "en" ? nameEn : nameZh;
    return [[key, [{ kind, id: link.group.id, title, firstYear, lastYear, people: link.people, sources }]]];
  });
}

/** What links rest on, by `pairKey`: the latest joint works, or what both were part of. Read when asked for, and only of these links. */
export async function readEvidence(
  database: Database,
  pairs: readonly LinkedPair[],
  options: EvidenceOptions,
): Promise<ReadonlyMap<string, LinkEvidence[]>> {
  const [works, groups] = await Promise.all([
    worksOf(
      database,
      pairs.filter(({ link }) => link.group === null),
      options,
    ),
    groupsOf(database, pairs, options.language),
  ]);
  return new Map([...works, ...groups]);
}
