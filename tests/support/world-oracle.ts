import type { BoundsInput, MapView, ScientistFilter } from "../../server/graphql/generated.ts";
import type { World, WorldPerson, WorldPlace, WorldPoint } from "./random-world.ts";

const MUNICIPALITIES = ["110000", "120000", "310000", "500000"];
const REGIONS = ["710000", "810000", "820000"];

/** The world's people reckoned one by one, straight from the words of the contract: slow, obvious, and sharing no code with the read model. */
export class Oracle {
  constructor(private readonly world: World) {}

  /** Ids of the people who match a filter. */
  matching(filter: ScientistFilter): Set<string> {
    return new Set(this.world.people.filter((person) => this.matches(person, filter)).map((person) => person.id));
  }

  /** The point of a person in a view, or null. */
  pointOf(person: WorldPerson, view: MapView): WorldPoint | null {
    if (view === "BIRTHPLACE") return this.placePoint(person.birthPlaceId);
    if (view === "ANCESTRAL_HOME") return this.placePoint(person.ancestralHomeId);
    const institution = this.world.institutions.find((one) => one.id === (view === "WORKPLACE" ? person.workplaceId : person.almaMaterId));
    return institution?.point ?? this.placePoint(institution?.placeId ?? null);
  }

  /** Places around the place of a person in a view, itself and successors included. */
  around(person: WorldPerson, view: MapView): string[] {
    const institution = (id: string | null): string | null => this.world.institutions.find((one) => one.id === id)?.placeId ?? null;
    const start = {
      BIRTHPLACE: person.birthPlaceId,
      ANCESTRAL_HOME: person.ancestralHomeId,
      WORKPLACE: institution(person.workplaceId),
      ALMA_MATER: institution(person.almaMaterId),
    }[view];
    return this.chain(start).map((one) => one.id);
  }

  private place(id: string | null): WorldPlace | undefined {
    return this.world.places.find((one) => one.id === id);
  }

  /** A place, what is around it, and what took over from any of these; the world has no cycles. */
  private chain(id: string | null): WorldPlace[] {
    const place = this.place(id);
    return place === undefined ? [] : [place, ...this.chain(place.withinId), ...this.chain(place.succeededById)];
  }

  private placePoint(id: string | null): WorldPoint | null {
    const place = this.place(id);
    if (place === undefined) return null;
    const fine = place.level === "CITY" || place.level === "COUNTY" || MUNICIPALITIES.includes(place.code ?? "");
    return (fine ? place.point : null) ?? this.placePoint(place.succeededById);
  }

  private broader(fieldId: string): string[] {
    const field = this.world.fields.find((one) => one.id === fieldId);
    return [fieldId, ...(field?.broaderIds ?? []).flatMap((id) => this.broader(id))];
  }

  private isOutside(person: WorldPerson, excluded: readonly string[]): boolean {
    const chain = this.chain(this.world.institutions.find((one) => one.id === person.workplaceId)?.placeId ?? null);
    if (!chain.some((place) => place.level === "COUNTRY")) return false;
    const region = chain.findIndex((place) => REGIONS.includes(place.code ?? ""));
    const relevant = region < 0 ? chain : chain.slice(0, region + 1);
    return !relevant.some((place) => excluded.includes(place.id));
  }

  private inBox(point: WorldPoint | null, box: BoundsInput): boolean {
    if (point === null || point.latitude < box.south || point.latitude > box.north) return false;
    const eastOf = point.longitude >= box.west;
    const westOf = point.longitude <= box.east;
    return box.west <= box.east ? eastOf && westOf : eastOf || westOf;
  }

  private matches(person: WorldPerson, filter: ScientistFilter): boolean {
    const asked = (wanted: readonly string[] | null | undefined, has: readonly string[]): boolean =>
      !wanted || wanted.length === 0 || wanted.some((one) => has.includes(one));
    const birth = this.around(person, "BIRTHPLACE");
    const home = this.around(person, "ANCESTRAL_HOME");
    const work = this.around(person, "WORKPLACE");
    const school = this.around(person, "ALMA_MATER");
    const year = person.birthDate === null ? null : Number(person.birthDate.slice(0, 4));
    const { from, to } = filter.birthYears ?? {};
    const dated = typeof from === "number" || typeof to === "number";
    return (
      asked(
        filter.fields,
        person.fieldIds.flatMap((id) => this.broader(id)),
      ) &&
      asked(filter.homeRegions, [...birth, ...home]) &&
      asked(filter.birthPlaces, birth) &&
      asked(filter.ancestralHomes, home) &&
      asked(filter.almaMaters, person.almaMaterIds) &&
      asked(filter.almaMaterPlaces, school) &&
      asked(filter.employers, person.employerIds) &&
      asked(filter.institutions, [...person.employerIds, ...person.almaMaterIds]) &&
      asked(filter.workPlaces, work) &&
      asked(filter.countries, work) &&
      asked(filter.anyPlaces, [...birth, ...home, ...work, ...school]) &&
      asked(filter.tiers, person.tier === null ? [] : [person.tier]) &&
      asked(filter.birthDecades, year === null ? [] : [`${Math.floor(year / 10)}0`]) &&
      asked(filter.awards, person.awardIds) &&
      asked(filter.sources, person.sourceIds) &&
      (!filter.countriesExcluded || filter.countriesExcluded.length === 0 || this.isOutside(person, filter.countriesExcluded)) &&
      (typeof filter.living !== "boolean" || filter.living === (person.deathDate === null)) &&
      (!dated || (year !== null && year >= (from ?? 0) && year <= (to ?? 9999))) &&
      (!filter.bounds || this.inBox(this.pointOf(person, filter.boundsView ?? "WORKPLACE"), filter.bounds)) &&
      (!filter.unlocatedIn || this.pointOf(person, filter.unlocatedIn) === null)
    );
  }
}
