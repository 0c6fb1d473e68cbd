import type { Named } from "../../lib/format.ts";
import type { Person, SourcedFact } from "./person-types.ts";

/** What kind of thing happened. */
export type EventKind = "birth" | "study" | "work" | "award" | "death";

/** One thing in a life. Dates are as precise as the source. */
export interface LifeEvent {
  id: string;
  kind: EventKind;
  /** First or only date; null when no source gives one. */
  date: string | null;
  /** Last date, when it differs from the first. */
  until: string | null;
  /** True when the date only says that the person was there then. */
  asOf: boolean;
  /** What it is about; null for birth and death without a place. */
  subject: Named | null;
  /** Degree, post or category, in the source's words. */
  detail: string | null;
  fact: SourcedFact | null;
}

const RANK: Readonly<Record<EventKind, number>> = { birth: 0, study: 1, work: 2, award: 3, death: 4 };

function beginning(kind: "birth" | "death", date: string | null, subject: Named | null, facts: readonly SourcedFact[]): LifeEvent[] {
  if (date === null) return [];
  const fact = facts.find((candidate) => candidate.property === `${kind}Date` && candidate.inUse) ?? null;
  return [{ id: kind, kind, date, until: null, asOf: false, subject, detail: null, fact }];
}

function named(item: { stated: string; institution: Named | null }): Named {
  return item.institution ?? { nameZh: item.stated };
}

function study(item: Person["education"][number], index: number): LifeEvent {
  const date = item.from ?? item.to;
  return {
    id: `study-${index}`,
    kind: "study",
    date,
    until: item.from && item.to !== item.from ? item.to : null,
    asOf: false,
    subject: named(item),
    detail: item.degree,
    fact: item.fact,
  };
}

function work(item: Person["employment"][number], index: number): LifeEvent {
  const date = item.from ?? item.asOf ?? item.to;
  const asOf = item.from === null && item.asOf !== null;
  return {
    id: `work-${index}`,
    kind: "work",
    date,
    until: item.from && item.to !== item.from ? item.to : null,
    asOf,
    subject: named(item),
    detail: item.role,
    fact: item.fact,
  };
}

function award(item: Person["awards"][number], index: number): LifeEvent {
  const date = item.year === null ? null : String(item.year);
  return {
    id: `award-${index}`,
    kind: "award",
    date,
    until: null,
    asOf: false,
    subject: item.award,
    detail: item.category,
    fact: item.fact,
  };
}

/**
 * A life in order: birth first, then by date, a coarser date before a finer one of the same year.
 * @returns dated events in order, and those no source dates
 */
export function timelineOf(person: Person): { dated: LifeEvent[]; undated: LifeEvent[] } {
  const events = [
    ...beginning("birth", person.birthDate, person.birthPlace, person.facts),
    ...person.education.map(study),
    ...person.employment.map(work),
    ...person.awards.map(award),
    ...beginning("death", person.deathDate, null, person.facts),
  ];
  const dated = events.filter((event) => event.date !== null);
  dated.sort((one, other) => compareDates(one.date ?? "", other.date ?? "") || RANK[one.kind] - RANK[other.kind]);
  return { dated, undated: events.filter((event) => event.date === null) };
}

function compareDates(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
