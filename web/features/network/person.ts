import type { Network_PeopleQuery, Tier } from "../../gql/generated.ts";

/** Something with a name in Chinese and perhaps in English. */
interface Named {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
}

/** Somebody of the network, as far as known: the name comes first, the rest a moment later. */
export interface Person {
  readonly id: string;
  /** As the network tells it. */
  readonly name: string;
  readonly degree: number;
  /** False for an author of imported works whom nobody has identified; null until known. */
  readonly isScientist: boolean | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly tier: Tier | null;
  readonly fields: readonly string[];
  readonly work: (Named & { readonly stated: string }) | null;
  readonly country: Named | null;
}

type Detail = Network_PeopleQuery["networkPeople"][number];

function countryOf(place: NonNullable<NonNullable<Detail["scientist"]>["latestEmployment"]>["institution"]): Named | null {
  const found = place?.place?.within.find(({ level }) => level === "COUNTRY");
  return found === undefined ? null : { id: found.id, nameZh: found.nameZh, nameEn: found.nameEn };
}

/** Somebody of whom only the name is known. */
export function newPerson({ id, name, degree }: { readonly id: string; readonly name: string; readonly degree: number }): Person {
  return { id, name, degree, isScientist: null, nameZh: null, nameEn: null, tier: null, fields: [], work: null, country: null };
}

/** Somebody with what was read of them. */
export function withDetail(person: Person, { name, scientist }: Detail): Person {
  if (scientist === null) return { ...person, name, isScientist: false };
  const { nameZh, nameEn, tier, fields, latestEmployment } = scientist;
  const institution = latestEmployment?.institution ?? null;
  return {
    ...person,
    name,
    isScientist: true,
    nameZh,
    nameEn,
    tier: tier ?? null,
    fields: fields.map(({ id }) => id),
    work:
      latestEmployment === null
        ? null
        : {
            id: institution?.id ?? "",
            nameZh: institution?.nameZh ?? null,
            nameEn: institution?.nameEn ?? null,
            stated: latestEmployment.stated,
          },
    country: countryOf(institution),
  };
}

/** Name to show in a language. */
export function shownName(person: Person, language: "zh" | "en"): string {
  return (language === "en" ? (person.nameEn ?? person.nameZh) : (person.nameZh ?? person.nameEn)) || person.name;
}

/** Name of somebody's latest employer, or null. */
export function workOf({ work }: Person, language: "zh" | "en"): string | null {
  if (work === null) return null;
  return (language === "en" ? (work.nameEn ?? work.nameZh) : (work.nameZh ?? work.nameEn)) || work.stated || null;
}
