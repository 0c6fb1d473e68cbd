import type { Database } from "../../db/records.ts";
import type { IntroductionLink } from "../../graphql/generated.ts";
import { describe } from "./introductions.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import { createNetworkRepository } from "./network.repository.ts";
import type { IntroductionPathModel } from "./network.types.ts";
import { DEFAULT_BOUNDS, type NetworkRules } from "./network-rules.ts";
import type { FoundPath, PathHop } from "./paths.ts";
import { SearchBudget } from "./search-budget.ts";

/** A path that somebody was shown. */
export interface KnownPath {
  /** From the first person to the target; 2 to 5. */
  readonly people: readonly string[];
  /** The strongest link of each hop, as shown. */
  readonly links: readonly IntroductionLink[];
  readonly since: number | null;
}

/** Reads a path again as it is now; null when one of its people or links is no longer there, or somebody on it must not be approached. */
export type PathReader = (path: KnownPath) => Promise<IntroductionPathModel | null>;

/** Reads paths again on one database, weighed by the same rules as when they were shown. */
export function createPathReader({
  clock,
  rules,
  ...database
}: Database & { readonly clock: () => Date; readonly rules: NetworkRules }): PathReader {
  const repository = createNetworkRepository(database);
  const bounds = DEFAULT_BOUNDS;
  return async ({ people: keys, links, since }) => {
    const found = new Map((await repository.people(keys)).map((person) => [person.key, person]));
    const people = keys.map((key) => found.get(key)).filter((person) => person !== undefined && !person.barred);
    const ids = people.flatMap((person) => (person === undefined ? [] : [person.id]));
    if (new Set(ids).size !== keys.length) return null;
    const choice = { links: new Set(links), since, until: null, notThrough: new Set<string>(), now: clock().getUTCFullYear() };
    const budget = new SearchBudget(bounds, () => performance.now());
    const around = new Neighbourhood({ repository, rules, bounds, budget, choice });
    await around.pin(ids);
    await around.expand(ids);
    const hops: PathHop[] = [];
    for (const [index, link] of links.entries()) {
      const [from, to] = [ids[index], ids[index + 1]];
      if (from === undefined || to === undefined) return null;
      const known = around.linksBetween(from, to).find((each) => each.link === link);
      if (known === undefined) return null;
      hops.push({ from, to, link, strength: known.strength.strength, weak: known.strength.weak });
    }
    const score = hops.reduce((product, hop) => product * hop.strength, rules.perPerson ** (hops.length - 1));
    const path: FoundPath = { score, hops };
    const tools = { ...database, repository, rules, bounds, clock };
    return (await describe([path], around, tools, { since, language: "zh" }))[0] ?? null;
  };
}
