import type { ScientistFilter } from "../../graphql/generated.ts";
import type { Rights } from "../rights/index.ts";
import type { NetworkRepository } from "./network.repository.ts";

/** People as a list selects them, for somebody with these rights. */
export interface PeopleSelection {
  readonly query: string | null;
  readonly filter: ScientistFilter | null;
  readonly rights: Rights;
}

/** The first people of a selection in its order, and how many it has in all. @throws InvalidInputError when the text is too long */
export type ChoosePeople = (selection: PeopleSelection, most: number) => Promise<{ ids: string[]; total: number }>;

/** Whom a network starts from. */
export interface NetworkStarts {
  readonly around: readonly string[];
  readonly selection: PeopleSelection | null;
  readonly fromInstitutions: readonly string[];
  readonly team: string | null;
}

/** The ids to start from, those named first, and how many were left out because there are more than `most`. */
export async function startsOf(
  repository: NetworkRepository,
  choose: ChoosePeople,
  { around, selection, fromInstitutions, team }: NetworkStarts,
  most: number,
): Promise<{ ids: string[]; omitted: number }> {
  const [selected, employed, members] = await Promise.all([
    selection === null ? { ids: [], total: 0 } : choose(selection, most),
    // One more than there is room for, to tell that there are more.
    fromInstitutions.length === 0 ? [] : repository.employedNow(fromInstitutions, most + 1),
    team === null ? [] : repository.membersOfTeam(team, most + 1),
  ]);
  const all = [...new Set([...around, ...selected.ids, ...employed, ...members])];
  return { ids: all.slice(0, most), omitted: Math.max(0, all.length - most) + selected.total - selected.ids.length };
}
