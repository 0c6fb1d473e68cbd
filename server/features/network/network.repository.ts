import { z } from "zod";
import { type Database, decodeRows, type Row } from "../../db/records.ts";
import { read } from "../../db/run.ts";
import type { IntroductionLink } from "../../graphql/generated.ts";
import { MEMBERS_OF_TEAM } from "./ego.cypher.ts";
import * as cypher from "./network.cypher.ts";
import * as startsCypher from "./starts.cypher.ts";
import type { Stay } from "./stays.ts";

const text = z.string().nullable();
const personRow = z.object({
  key: z.string(),
  id: z.string(),
  name: z.string(),
  isScientist: z.boolean(),
  barred: z.boolean(),
  degree: z.number(),
});
const workKind = z.enum(["PAPER", "PATENT", "PROJECT"]);
const jointRow = z.object({
  key: z.string(),
  workCount: z.number(),
  worksRead: z.number(),
  joint: z.array(z.tuple([z.string(), z.string(), workKind, z.number().nullable(), z.number()])),
});
const groupLink = z.enum(["COLLEAGUE", "ALUMNI", "TEAM", "COAWARDED", "HOMETOWN", "ADVISOR"]);
const groupsRow = z.object({
  key: z.string(),
  stays: z.array(z.tuple([groupLink, z.string(), z.number().nullable(), text, text, text, z.boolean()])),
});
const sizeRow = z.object({ key: z.string(), size: z.number() });
const membersRow = z.object({ key: z.string(), members: z.array(z.tuple([z.string(), text, text, text, z.boolean()])) });
const idRow = z.object({ id: z.string() });

/** Kinds of link that come of being part of the same thing. */
export type GroupLink = z.infer<typeof groupLink>;
/** A person asked for by id; `barred` people are on no path. */
export type PersonRow = z.infer<typeof personRow>;
/** The joint works of one person. */
export type JointRow = z.infer<typeof jointRow>;
/** How many people a group has, by its key. */
export type SizeRow = z.infer<typeof sizeRow>;

/** What several people are part of: an institution as employer or school, a team, the recipients of an award in a year, a county, an adviser's students. */
export interface Group {
  /** Unique over all kinds. */
  readonly key: string;
  readonly link: GroupLink;
  readonly id: string;
  /** Of an award. */
  readonly year: number | null;
}

/** A person's time in a group. */
export interface Membership extends Stay {
  readonly personId: string;
  readonly group: Group;
  /** Whether the person is the adviser of the group. */
  readonly adviser: boolean;
}

/** Reads of links. Each takes the milliseconds that it may take. @throws DatabaseTimeoutError after these */
export interface NetworkRepository {
  people(ids: readonly string[], timeoutMs?: number): Promise<PersonRow[]>;
  jointWorks(
    ids: readonly string[],
    bounds: { works: number; authorships: number; since: number | null },
    timeoutMs: number,
  ): Promise<JointRow[]>;
  memberships(ids: readonly string[], links: readonly IntroductionLink[], timeoutMs: number): Promise<Membership[]>;
  groupSizes(groups: readonly Group[], timeoutMs: number): Promise<SizeRow[]>;
  members(groups: readonly Group[], most: number, timeoutMs: number): Promise<Membership[]>;
  employedNow(institutionIds: readonly string[], limit: number): Promise<string[]>;
  institutionsIn(placeIds: readonly string[]): Promise<string[]>;
  placesNamed(names: readonly string[]): Promise<string[]>;
  linkedToAccounts(limit: number, demo: boolean): Promise<string[]>;
  membersOfTeam(teamId: string, limit: number): Promise<string[]>;
}

const SIZES: Readonly<Record<GroupLink, string>> = {
  COLLEAGUE: cypher.EMPLOYED_COUNT,
  ALUMNI: cypher.SCHOOLED_COUNT,
  TEAM: cypher.TEAM_COUNT,
  COAWARDED: cypher.AWARD_COUNT,
  HOMETOWN: cypher.HOME_COUNT,
  ADVISOR: cypher.STUDENT_COUNT,
};
const MEMBERS: Readonly<Record<GroupLink, string>> = {
  COLLEAGUE: cypher.EMPLOYED_AT,
  ALUMNI: cypher.SCHOOLED_AT,
  TEAM: cypher.TEAM_MEMBERS,
  COAWARDED: cypher.AWARDED_WITH,
  HOMETOWN: cypher.PEOPLE_OF_COUNTY,
  ADVISOR: cypher.STUDENTS_OF,
};
const GROUP_LINKS = groupLink.options;

function groupOf(link: GroupLink, id: string, year: number | null): Group {
  return { key: year === null ? `${link} ${id}` : `${link} ${id} ${year}`, link, id, year };
}

/** The parameters of a statement on groups of one kind, and what its keys stand for. */
function parametersOf(link: GroupLink, groups: readonly Group[]): { byKey: ReadonlyMap<string, Group>; parameters: Row } {
  if (link !== "COAWARDED")
    return { byKey: new Map(groups.map((group) => [group.id, group])), parameters: { ids: groups.map(({ id }) => id) } };
  return {
    byKey: new Map(groups.map((group) => [group.key, group])),
    parameters: { groups: groups.map(({ key, id, year }) => ({ key, id, year })) },
  };
}

/** The reads of the room on one database. */
export function createNetworkRepository({ driver, database }: Database): NetworkRepository {
  const list = async <T>(shape: z.ZodType<T>, query: string, parameters: Row, timeoutMs?: number): Promise<T[]> =>
    decodeRows(shape, await read(driver, database, query, parameters, timeoutMs === undefined ? {} : { timeoutMs }));
  /** One statement a kind of group. */
  const ofGroups = async <T extends { key: string }>(
    statements: Readonly<Record<GroupLink, string>>,
    shape: z.ZodType<T>,
    groups: readonly Group[],
    more: Row,
    timeoutMs: number,
  ): Promise<{ group: Group; row: T }[]> => {
    const answers = GROUP_LINKS.filter((link) => groups.some((group) => group.link === link)).map(async (link) => {
      const { byKey, parameters } = parametersOf(
        link,
        groups.filter((group) => group.link === link),
      );
      const rows = await list(shape, statements[link], { ...parameters, ...more }, timeoutMs);
      return rows.flatMap((row) => {
        const group = byKey.get(row.key);
        return group === undefined ? [] : [{ group, row }];
      });
    });
    return (await Promise.all(answers)).flat();
  };
  const ids = async (query: string, parameters: Row): Promise<string[]> => (await list(idRow, query, parameters)).map((row) => row.id);
  return {
    people: (keys, timeoutMs) => list(personRow, cypher.PEOPLE_BY_ID, { keys }, timeoutMs),
    jointWorks: (keys, bounds, timeoutMs) => list(jointRow, cypher.JOINT_WORKS_OF, { keys, ...bounds }, timeoutMs),
    memberships: async (keys, links, timeoutMs) =>
      (await list(groupsRow, cypher.GROUPS_OF, { keys, links }, timeoutMs)).flatMap(({ key, stays }) =>
        stays.map(([link, id, year, from, to, asOf, adviser]) => ({
          personId: key,
          group: groupOf(link, id, year),
          from,
          to,
          asOf,
          adviser,
        })),
      ),
    groupSizes: async (groups, timeoutMs) =>
      (await ofGroups(SIZES, sizeRow, groups, {}, timeoutMs)).map(({ group, row }) => ({ key: group.key, size: row.size })),
    members: async (groups, members, timeoutMs) =>
      (await ofGroups(MEMBERS, membersRow, groups, { members }, timeoutMs)).flatMap(({ group, row }) =>
        row.members.map(([personId, from, to, asOf, adviser]) => ({ personId, group, from, to, asOf, adviser })),
      ),
    employedNow: (institutionIds, limit) => ids(startsCypher.EMPLOYED_NOW, { ids: institutionIds, limit }),
    institutionsIn: (placeIds) => ids(startsCypher.INSTITUTIONS_IN, { ids: placeIds }),
    placesNamed: (names) => ids(startsCypher.PLACES_NAMED, { names }),
    membersOfTeam: (id, limit) => ids(MEMBERS_OF_TEAM, { id, limit }),
    linkedToAccounts: (limit, demo) => ids(startsCypher.LINKED_TO_ACCOUNTS, { limit, demo }),
  };
}
