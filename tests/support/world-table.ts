import { PersonTable } from "../../server/features/selection/person-table.ts";
import { ReferenceTables } from "../../server/features/selection/reference-tables.ts";
import type { PersonRecord, ReferenceRecords } from "../../server/features/selection/selection.types.ts";
import { AWARDS, SOURCES, type World, type WorldPerson } from "./random-world.ts";

/** The references of a world as the loader would give them. */
export function referencesOf(world: World): ReferenceRecords {
  return {
    places: world.places.map((place) => ({
      id: place.id,
      level: place.level,
      nameZh: `地${place.id.slice(-4)}`,
      nameEn: null,
      code: place.code,
      withinId: place.withinId,
      succeededById: place.succeededById,
      longitude: place.point?.longitude ?? null,
      latitude: place.point?.latitude ?? null,
    })),
    institutions: world.institutions.map((one) => ({
      id: one.id,
      nameZh: `校${one.id.slice(-4)}`,
      nameEn: null,
      placeId: one.placeId,
      longitude: one.point?.longitude ?? null,
      latitude: one.point?.latitude ?? null,
    })),
    fields: world.fields.map((field) => ({
      id: field.id,
      scheme: field.broaderIds.length === 0 ? "SCIENCE_DIRECTION" : "TOPIC",
      nameZh: "域",
      nameEn: "field",
      broaderIds: field.broaderIds,
    })),
    awards: AWARDS.map((id) => ({ id, nameZh: null, nameEn: "Award" })),
    sources: SOURCES.map((id) => ({ id, title: "Source", retrievedAt: "2026-11-22" })),
  };
}

const numbers = (known: ReadonlyMap<string, number>, ids: readonly string[]): number[] => ids.flatMap((id) => known.get(id) ?? []);

/** A person as the loader would give it. */
export function recordOf(reference: ReferenceTables, person: WorldPerson): PersonRecord {
  return {
    id: person.id,
    nameZh: person.nameZh,
    nameEn: person.nameEn,
    aliases: [],
    birthDate: person.birthDate,
    deathDate: person.deathDate,
    tier: person.tier,
    birthPlace: reference.placeNumber.get(person.birthPlaceId ?? "") ?? null,
    ancestralHome: reference.placeNumber.get(person.ancestralHomeId ?? "") ?? null,
    workplace: reference.institutionNumber.get(person.workplaceId ?? "") ?? null,
    almaMater: reference.institutionNumber.get(person.almaMaterId ?? "") ?? null,
    employers: numbers(reference.institutionNumber, person.employerIds),
    almaMaters: numbers(reference.institutionNumber, person.almaMaterIds),
    fields: numbers(reference.fieldNumber, person.fieldIds),
    awards: numbers(reference.awardNumber, person.awardIds),
    sources: numbers(reference.sourceNumber, person.sourceIds),
    latestAwardYear: person.latestAwardYear,
  };
}

/** A table of a world. */
export function tableOf(world: World): PersonTable {
  const table = new PersonTable(new ReferenceTables(referencesOf(world)));
  for (const person of world.people) table.put(recordOf(table.reference, person));
  return table;
}
