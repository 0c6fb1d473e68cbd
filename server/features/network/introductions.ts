import type { Database } from "../../db/records.ts";
import type { IntroductionLink, IntroductionSearchOutcome } from "../../graphql/generated.ts";
import { type LinkedPair, pairKey, readEvidence } from "./evidence.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import type { NetworkRepository, PersonRow } from "./network.repository.ts";
import type { IntroductionPathModel, IntroductionSearchModel, NetworkPersonModel } from "./network.types.ts";
import { LINKS, type NetworkBounds, type NetworkRules } from "./network-rules.ts";
import { bestPaths, type FoundPath, type PathHop } from "./paths.ts";
import { SearchBudget } from "./search-budget.ts";

/** Which introductions are looked for; numbers within their bounds. */
export interface IntroductionQuery {
  readonly to: string;
  readonly from: readonly string[];
  readonly fromInstitutions: readonly string[];
  readonly fromPlaces: readonly string[];
  readonly fromOurPeople: boolean;
  readonly via: readonly IntroductionLink[] | null;
  readonly notVia: readonly IntroductionLink[];
  readonly notThrough: readonly string[];
  readonly since: number | null;
  readonly maxHops: number;
  readonly first: number;
  readonly language: "zh" | "en";
  /** Whether accounts of the trial desk count as ours. */
  readonly demo?: boolean;
}

/** The institutions of the zone: those that are named, and those in places. */
export interface Zone {
  readonly placeIds: readonly string[];
  readonly institutionIds: readonly string[];
}

/** What the search is made with. */
export interface IntroductionTools extends Database {
  readonly repository: NetworkRepository;
  readonly rules: NetworkRules;
  readonly bounds: NetworkBounds;
  readonly clock: () => Date;
  /** What the office says the zone is; null while it has not, when the places that the rules name are meant. */
  readonly zone?: () => Promise<Zone | null>;
}

/** The scientist or author that a row is of. */
export function toPerson({ id, name, isScientist }: PersonRow): NetworkPersonModel {
  return { id, name, isScientist };
}

/** Everybody to start from, by id; those who have died or do not want to be contacted are not among them. */
async function startsOf(
  { repository, rules, bounds, zone: readZone }: IntroductionTools,
  query: IntroductionQuery,
  budget: SearchBudget,
): Promise<Set<string>> {
  const limit = bounds.starts + 1;
  const named = (await repository.people(query.from)).filter((person) => !person.barred).map((person) => person.id);
  const said = query.fromOurPeople ? await readZone?.() : null;
  const places = query.fromOurPeople ? (said?.placeIds ?? (await repository.placesNamed(rules.zone))) : [];
  const within = await repository.institutionsIn([...query.fromPlaces, ...places]);
  const institutions = new Set([...query.fromInstitutions, ...(said?.institutionIds ?? []), ...within]);
  const [employed, linked] = await Promise.all([
    repository.employedNow([...institutions], limit),
    query.fromOurPeople ? repository.linkedToAccounts(limit, query.demo ?? false) : [],
  ]);
  const all = [...new Set([...named, ...linked, ...employed])].filter((id) => id !== query.to && !query.notThrough.includes(id));
  if (all.length > bounds.starts) budget.cut("STARTS", null, bounds.starts, null);
  return new Set(all.slice(0, bounds.starts));
}

/** One end of the search: how far it has been read, and how strongly each person is reached. */
class Side {
  /** The best product of strengths from this end. */
  readonly reached: Map<string, number>;
  frontier: string[];

  constructor(ids: Iterable<string>) {
    this.reached = new Map([...ids].map((id) => [id, 1]));
    this.frontier = [...this.reached.keys()];
  }

  /** Reads one step further: the links of the strongest reached people of the last step. People of the other end are not gone through. */
  async step(around: Neighbourhood, most: number, isOtherEnd: (id: string) => boolean, budget: SearchBudget): Promise<void> {
    const ranked = this.frontier.filter((id) => !isOtherEnd(id)).sort((left, right) => this.order(left, right));
    const chosen = ranked.slice(0, most);
    if (ranked.length > chosen.length) budget.cut("PEOPLE", null, chosen.length, ranked.length);
    await around.expand(chosen);
    const next = new Map<string, number>();
    for (const id of chosen)
      for (const { id: other, strength } of around.neighbours(id)) {
        const product = strength * (this.reached.get(id) ?? 0);
        if (!this.reached.has(other) && product > (next.get(other) ?? 0)) next.set(other, product);
      }
    for (const [id, product] of next) this.reached.set(id, product);
    this.frontier = [...next.keys()];
  }

  private order(left: string, right: string): number {
    return (this.reached.get(right) ?? 0) - (this.reached.get(left) ?? 0) || Number(left > right) - Number(left < right);
  }
}

/**
 * Reads all links that a path of at most so many hops can have. With as many steps from both ends together as there are hops, each hop of such
 * a path starts at a person who was read; so the smaller end goes first each time.
 */
async function readAround(
  around: Neighbourhood,
  target: string,
  starts: ReadonlySet<string>,
  maxHops: number,
  tools: IntroductionTools,
  budget: SearchBudget,
): Promise<void> {
  await around.pin([target, ...starts]);
  const there = new Side([target]);
  const here = new Side(starts);
  for (let hops = 0; hops < maxHops; hops += 1) {
    const fromTarget = there.frontier.length <= here.frontier.length;
    if (fromTarget) await there.step(around, tools.bounds.peopleAStep, (id) => starts.has(id), budget);
    else await here.step(around, tools.bounds.peopleAStep, (id) => id === target, budget);
    // When either end can go no further there is nothing more to find.
    if (there.frontier.length === 0 || here.frontier.length === 0) return;
  }
}

/** Paths with the evidence of their hops and their scores taken apart. Each hop must be known to `around`. */
export async function describe(
  paths: readonly FoundPath[],
  around: Neighbourhood,
  tools: IntroductionTools,
  query: Pick<IntroductionQuery, "since" | "language">,
): Promise<IntroductionPathModel[]> {
  const hops = paths.flatMap((path) => path.hops);
  const pairs = hops.flatMap(({ from, to, link }): LinkedPair[] => {
    const best = around.linksBetween(from, to).find((each) => each.link === link);
    return best === undefined ? [] : [{ from, to, link: best }];
  });
  const unique = [...new Map(pairs.map((pair) => [pairKey(pair), pair])).values()];
  const options = { since: query.since, most: tools.bounds.evidence, language: query.language };
  const ids = [...new Set(hops.flatMap(({ from, to }) => [from, to]))];
  const [evidence, people] = await Promise.all([readEvidence(tools, unique, options), tools.repository.people(ids)]);
  const person = new Map(people.map((row) => [row.id, toPerson(row)]));
  const model = (hop: PathHop): IntroductionPathModel["hops"] => {
    const [fromPerson, toPersonModel] = [person.get(hop.from), person.get(hop.to)];
    const [best, ...others] = around.linksBetween(hop.from, hop.to);
    if (fromPerson === undefined || toPersonModel === undefined || best === undefined) return [];
    return [
      {
        fromPerson,
        toPerson: toPersonModel,
        link: best.link,
        alsoLinked: others.map((each) => each.link),
        strength: best.strength,
        facts: evidence.get(pairKey({ from: hop.from, to: hop.to, link: best })) ?? [],
      },
    ];
  };
  return paths.map((path) => {
    const length = { kind: "LENGTH" as const, hop: null, factor: tools.rules.perPerson ** (path.hops.length - 1) };
    const parts = path.hops.map((hop, index) => ({ kind: "HOP" as const, hop: index, factor: hop.strength }));
    return { score: path.score, parts: [...parts, length], hops: path.hops.flatMap(model) };
  });
}

/** The best introductions to a person; see `Query.introductionPaths` in the contract. */
export async function findIntroductions(tools: IntroductionTools, asked: IntroductionQuery): Promise<IntroductionSearchModel> {
  const { repository, bounds, rules, clock } = tools;
  const budget = new SearchBudget(bounds, () => performance.now());
  const [target] = await repository.people([asked.to]);
  const answer = (outcome: IntroductionSearchOutcome, starts: number, paths: IntroductionPathModel[]): IntroductionSearchModel => ({
    to: target === undefined ? null : toPerson(target),
    paths,
    outcome,
    maxHops: asked.maxHops,
    starts,
    cuts: budget.cuts,
  });
  if (target === undefined) return answer("UNKNOWN_PERSON", 0, []);
  if (target.barred) return answer("NOT_TO_BE_APPROACHED", 0, []);
  // An author who is a scientist is that scientist.
  const query = { ...asked, to: target.id };
  const starts = await startsOf(tools, query, budget);
  if (starts.size === 0) return answer("NO_STARTS", 0, []);
  const links = new Set(LINKS.filter((link) => (query.via?.includes(link) ?? true) && !query.notVia.includes(link)));
  const choice = { links, since: query.since, until: null, notThrough: new Set(query.notThrough), now: clock().getUTCFullYear() };
  const around = new Neighbourhood({ repository, rules, bounds, budget, choice });
  await readAround(around, target.id, starts, query.maxHops, tools, budget);
  const known = new Map<string, ReturnType<Neighbourhood["neighbours"]>>();
  const neighbours = (id: string): ReturnType<Neighbourhood["neighbours"]> => {
    const list = known.get(id) ?? around.neighbours(id);
    known.set(id, list);
    return list;
  };
  const { maxHops, first } = query;
  const { paths, stopped } = bestPaths(neighbours, {
    starts,
    target: target.id,
    maxHops,
    first,
    perPerson: rules.perPerson,
    maxSteps: bounds.pathSteps,
  });
  if (stopped) budget.cut("PATHS", null, bounds.pathSteps, null);
  return answer(paths.length > 0 ? "FOUND" : "NOBODY_WITHIN_HOPS", starts.size, await describe(paths, around, tools, query));
}
