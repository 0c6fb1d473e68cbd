import type { Database } from "../../db/records.ts";
import type { NeighbourCount } from "../../graphql/generated.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import { createAuthorNames, type FoundAuthors } from "./author-names.ts";
import { collaboratorsReader } from "./collaborators.ts";
import { edgeDetail, type PairQuery } from "./edge-detail.ts";
import { type EgoQuery, egoNetwork } from "./ego.ts";
import { findIntroductions, type IntroductionQuery, toPerson, type Zone } from "./introductions.ts";
import { createNetworkRepository, type GroupLink } from "./network.repository.ts";
import type {
  CollaborationNetworkModel,
  IntroductionSearchModel,
  NetworkEdgeModel,
  NetworkPersonModel,
  NetworkPreviewModel,
} from "./network.types.ts";
import { DEFAULT_BOUNDS, DEFAULT_RULES, LINKS, type NetworkBounds, type NetworkRules } from "./network-rules.ts";
import { type ChoosePeople, type PeopleSelection, startsOf } from "./network-starts.ts";

/** Who has worked with whom, and who can introduce us. */
export interface NetworkService {
  /** The network around people. @throws InvalidInputError when more is asked for than the contract allows */
  collaboration(query: CollaborationQuery): Promise<CollaborationNetworkModel>;
  /** Why two people are linked, or null. */
  edge(query: PairQuery): Promise<NetworkEdgeModel | null>;
  /** People by id, in the order asked for. @throws InvalidInputError when more than 1,000 are asked for */
  people(ids: readonly string[]): Promise<NetworkPersonModel[]>;
  /** Authors of imported works by name. @throws InvalidInputError when more is asked for than the contract allows */
  authors(name: string, first: number): Promise<FoundAuthors>;
  /** What expanding a person would bring, or null when nobody has the id. */
  preview(query: {
    readonly of: string;
    readonly years: EgoQuery["years"];
    readonly minWorks: number;
  }): Promise<NetworkPreviewModel | null>;
  /** The best introductions. @throws InvalidInputError when more is asked for than the contract allows */
  introductions(query: IntroductionQuery): Promise<IntroductionSearchModel>;
}

/** A network as the contract asks for it: around people who are named, and around those of a selection, institutions or a team. */
export interface CollaborationQuery extends EgoQuery {
  readonly selection: PeopleSelection | null;
  readonly fromInstitutions: readonly string[];
  readonly team: string | null;
}

/** What the room is made with. */
export interface NetworkOptions extends Database {
  readonly clock: () => Date;
  /** The first people of a selection, in its order, and how many it has. */
  readonly choose: ChoosePeople;
  /** What the office says the zone is; null while it has not. */
  readonly zone?: () => Promise<Zone | null>;
  /** The rules by which links are weighed, where they differ from the defaults. */
  readonly rules?: NetworkRules;
  /** Bounds of reading, where they differ from the defaults. */
  readonly bounds?: NetworkBounds;
}

const STARTS_MAX = 2_000;
const LIMIT_MAX = 10_000;
const PEOPLE_MAX = 1_000;
const FIRST_MAX = 20;
const HOPS_MAX = 4;
const IDS_MAX = 2_000;
const NAME_MAX = 200;
const AUTHORS_MAX = 50;
const PREVIEW_AUTHORSHIPS = 20_000;
const PREVIEW_TIMEOUT_MS = 5_000;

function assertWithin(value: number, least: number, most: number, zh: string, en: string): void {
  if (value >= least && value <= most) return;
  throw new InvalidInputError(
    `${zh}须在 ${least} 与 ${most} 之间，请修改后再试。`,
    `${en} must be from ${least} to ${most}; change it and try again.`,
  );
}

function assertIds(ids: readonly string[], most: number): void {
  assertWithin(ids.length, 0, most, "所列人员或机构的个数", "The number of ids");
}

async function previewOf(
  options: Database,
  { of, years, minWorks }: Parameters<NetworkService["preview"]>[0],
): Promise<NetworkPreviewModel | null> {
  const repository = createNetworkRepository(options);
  const [person] = await repository.people([of]);
  if (person === undefined) return null;
  const inYears = await collaboratorsReader(options).of([person.id], { years, minWorks }, PREVIEW_AUTHORSHIPS);
  const memberships = await repository.memberships([person.id], LINKS, PREVIEW_TIMEOUT_MS);
  const groups = new Map(memberships.map(({ group, adviser }) => [group.key, { group, adviser }]));
  const sizes = await repository.groupSizes(
    Array.from(groups.values(), ({ group }) => group),
    PREVIEW_TIMEOUT_MS,
  );
  const counts = new Map<GroupLink, number>();
  for (const { key, size } of sizes) {
    const found = groups.get(key);
    if (found === undefined) continue;
    // Everybody in the group but this person; an adviser is not counted among the students.
    const others = found.group.link === "ADVISOR" ? size : size - 1;
    counts.set(found.group.link, (counts.get(found.group.link) ?? 0) + others);
  }
  const coauthors: NeighbourCount = { link: "COAUTHOR", total: person.degree, inYears: inYears[0]?.total ?? 0, atMost: false };
  const others = [...counts].map(([link, total]): NeighbourCount => ({ link, total, inYears: null, atMost: true }));
  const order = ({ link }: NeighbourCount): number => LINKS.indexOf(link);
  const neighbours = [coauthors, ...others].filter(({ total }) => total > 0).sort((left, right) => order(left) - order(right));
  return { person: toPerson(person), neighbours };
}

/** The service of the room on one database. */
export function createNetworkService({ rules = DEFAULT_RULES, bounds = DEFAULT_BOUNDS, ...options }: NetworkOptions): NetworkService {
  const repository = createNetworkRepository(options);
  const reader = collaboratorsReader(options);
  const authorNames = createAuthorNames(options);
  const tools = () => ({ repository, reader, rules, now: options.clock().getUTCFullYear() });
  return {
    collaboration: async (query) => {
      const most = query.depth === 0 ? LIMIT_MAX : STARTS_MAX;
      assertIds(query.around, most);
      assertIds(query.fromInstitutions, IDS_MAX);
      assertWithin(query.depth, 0, 2, "层数 depth ", "depth");
      assertWithin(query.limit, 1, LIMIT_MAX, "人数上限 limit ", "limit");
      assertWithin(query.minWorks, 1, 1_000_000, "最少合作成果数 ", "minWorks");
      const { ids, omitted } = await startsOf(repository, options.choose, query, most);
      const network = await egoNetwork({ ...tools(), bounds }, { ...query, around: ids });
      if (omitted === 0) return network;
      const cut = { reason: "STARTS" as const, link: null, considered: ids.length, of: ids.length + omitted };
      return { ...network, omittedNodes: network.omittedNodes + omitted, cuts: [cut, ...network.cuts] };
    },
    edge: (query) => edgeDetail({ ...tools(), ...options }, query),
    people: async (ids) => {
      assertIds(ids, PEOPLE_MAX);
      return (await repository.people([...new Set(ids)])).map(toPerson);
    },
    authors: async (name, first) => {
      assertWithin(name.length, 0, NAME_MAX, "姓名的字数", "The length of the name");
      assertWithin(first, 1, AUTHORS_MAX, "作者人数 first ", "first");
      return authorNames.find(name, first);
    },
    preview: (query) => previewOf(options, query),
    introductions: (query) => {
      assertIds([...query.from, ...query.fromInstitutions, ...query.fromPlaces, ...query.notThrough], IDS_MAX);
      assertWithin(query.maxHops, 1, HOPS_MAX, "最多步数 ", "maxHops");
      assertWithin(query.first, 1, FIRST_MAX, "路径条数 ", "first");
      return findIntroductions({ ...options, repository, rules, bounds }, query);
    },
  };
}
