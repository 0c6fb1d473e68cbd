import type { SaveTeamInput, Teams_OneQuery, Teams_TeamFragment } from "../../gql/generated.ts";

/** A team as its page shows it. */
export type Team = NonNullable<Teams_OneQuery["team"]>;
/** A team without institutes. */
export type TeamFacts = Teams_TeamFragment;
/** A member of it. */
export type Member = TeamFacts["members"][number];

/** A member as typed. */
export interface MemberDraft {
  readonly person: string;
  readonly name: string;
  readonly role: string;
  readonly from: string;
  readonly to: string;
  readonly stated: string;
}

/** A need as typed; `key` tells rows apart. */
export interface NeedDraft {
  readonly key: string;
  readonly id: string | null;
  readonly kind: SaveTeamInput["needs"][number]["kind"];
  readonly description: string;
}

/** A team as typed. */
export interface TeamDraft {
  readonly id: string | null;
  readonly version: number | null;
  readonly name: string;
  readonly proposed: boolean;
  readonly purpose: string;
  readonly members: readonly MemberDraft[];
  readonly needs: readonly NeedDraft[];
}

/** A draft of some people, for a new team. */
export function draftOf(people: readonly { readonly id: string; readonly name: string }[], stated: string): TeamDraft {
  const members = people.map(({ id, name }): MemberDraft => ({ person: id, name, role: "", from: "", to: "", stated }));
  return { id: null, version: null, name: "", proposed: stated === "", purpose: "", members, needs: [] };
}

/** A team that is there, as a draft of its change. */
export function draftFrom(team: TeamFacts): TeamDraft {
  return {
    ...{ id: team.id, version: team.version, name: team.name, proposed: team.proposed, purpose: team.purpose ?? "" },
    members: team.members.map(({ person, role, from, to, stated }) => ({
      ...{ person: person.id, name: person.name, role: role ?? "", from: from ?? "", to: to ?? "", stated },
    })),
    needs: team.needs.map(({ id, kind, description }) => ({ key: id, id, kind, description })),
  };
}

/** A draft as the server takes it. */
export function inputOf({ id, version, name, proposed, purpose, members, needs }: TeamDraft, key: string): SaveTeamInput {
  return {
    ...(id === null ? { key } : { id, version }),
    ...{ name, proposed, purpose },
    members: members.map(({ name: _shown, ...member }) => member),
    needs: needs.map(({ key: _row, ...need }) => need),
  };
}

/** Where somebody works: in China, abroad, or not known. */
export type Whereabouts = "here" | "abroad" | "unknown";

/** Where a member works now, by the country of the latest employer. */
export function whereaboutsOf({ person }: Member): Whereabouts {
  const place = person.scientist?.latestEmployment?.institution?.place;
  if (!place) return "unknown";
  const country = [place, ...place.within].find(({ level }) => level === "COUNTRY");
  if (!country) return "unknown";
  return country.nameZh === "中国" ? "here" : "abroad";
}
