import type { z } from "zod";
import { yearOf } from "../../shared/dates.ts";
import { compareEducation, compareEmployment } from "./latest.ts";
import type { educationItem, employmentItem } from "./scientist-rows.ts";
import type { EducationModel, EmploymentModel, FactModel } from "./scientists.types.ts";

type EmploymentItem = z.infer<typeof employmentItem>;
type EducationItem = z.infer<typeof educationItem>;
type Provenance = Pick<FactModel, "sourceId" | "url" | "retrievedOn" | "confidence" | "verifiedBy" | "verifiedOn">;
type Assertion = Pick<FactModel, "property" | "value" | "resolvedId" | "inUse">;

/** Facts are shown in this order, then in-use ones first. */
const PROPERTY_ORDER = [
  "nameZh",
  "nameEn",
  "birthDate",
  "deathDate",
  "gender",
  "birthPlace",
  "ancestralHome",
  "education",
  "employment",
  "specialty",
  "field",
  "award",
  "tier",
];

/** An assertion with its provenance, and nothing else of what carries it. */
export function toFact(assertion: Assertion, { sourceId, url, retrievedOn, confidence, verifiedBy, verifiedOn }: Provenance): FactModel {
  return { ...assertion, agrees: true, sourceId, url, retrievedOn, confidence, verifiedBy, verifiedOn };
}

/** A source states that an employment holds today when it places a living person there in the year in which it was read, and gives no end. */
function isCurrent(item: EmploymentItem, deceased: boolean): boolean {
  const stated = yearOf(item.asOf);
  const read = yearOf(item.retrievedOn);
  return !deceased && item.to === null && stated !== null && read !== null && stated >= read;
}

/** A schooling or employment stated by people may have no position; it then follows those of the same year that have one. */
const UNPLACED = Number.MAX_SAFE_INTEGER;

/** Employments, latest first. */
export function toEmployment(items: readonly EmploymentItem[], deceased: boolean): EmploymentModel[] {
  const employment = items.map((item) => ({
    institutionId: item.institutionId,
    stated: item.stated,
    role: item.role,
    from: item.from,
    to: item.to,
    asOf: item.asOf,
    current: isCurrent(item, deceased),
    order: item.order ?? UNPLACED,
    fact: toFact({ property: "employment", value: item.stated, resolvedId: item.institutionId, inUse: true }, item),
  }));
  return employment.sort(compareEmployment);
}

/** Schoolings, latest first. */
export function toEducation(items: readonly EducationItem[]): EducationModel[] {
  const education = items.map((item) => ({
    institutionId: item.institutionId,
    stated: item.stated,
    degree: item.degree,
    from: item.from,
    to: item.to,
    order: item.order ?? UNPLACED,
    fact: toFact({ property: "education", value: item.stated, resolvedId: item.institutionId, inUse: true }, item),
  }));
  return education.sort(compareEducation);
}

function rank(fact: Assertion): number {
  const index = PROPERTY_ORDER.indexOf(fact.property);
  return index === -1 ? PROPERTY_ORDER.length : index;
}

/** Facts by property, those in use first, then by value, so that the order is the same each time. */
export function inOrder<Stated extends Assertion & Provenance>(facts: readonly Stated[]): Stated[] {
  const compareText = (left: string, right: string): number => Number(left > right) - Number(left < right);
  return [...facts].sort(
    (left, right) =>
      rank(left) - rank(right) ||
      Number(right.inUse) - Number(left.inUse) ||
      compareText(left.value, right.value) ||
      compareText(left.sourceId, right.sourceId),
  );
}
