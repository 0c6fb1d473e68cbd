import type { Person, SourcedFact } from "./person-types.ts";

/** One account of a property: what one or several agreeing sources say. */
export interface Account {
  /** The words of the first source. */
  value: string;
  resolvedId: string | null;
  inUse: boolean;
  /** Whether it agrees with the one in use, which may be more precise. */
  agrees: boolean;
  /** Every source that says so. */
  facts: SourcedFact[];
}

/** Accounts of one property, the one in use first. Sources disagree when one of them does not agree. */
export function accountsOf(facts: readonly SourcedFact[], property: string): Account[] {
  const accounts = new Map<string, Account>();
  for (const fact of facts) {
    if (fact.property !== property) continue;
    const key = fact.agrees ? (fact.resolvedId ?? fact.value) : fact.value;
    const account = accounts.get(key);
    if (account) {
      account.facts.push(fact);
      if (fact.inUse && !account.inUse) {
        account.inUse = true;
        account.value = fact.value;
      }
    } else accounts.set(key, { value: fact.value, resolvedId: fact.resolvedId, inUse: fact.inUse, agrees: fact.agrees, facts: [fact] });
  }
  return [...accounts.values()].sort((one, other) => Number(other.inUse) - Number(one.inUse));
}

/** Whether sources disagree, by the server's one rule. */
export const disagree = (accounts: readonly Account[]): boolean => accounts.some((account) => !account.agrees);

/** The facts behind one resolved thing, such as one field of work. */
export function factsAbout(facts: readonly SourcedFact[], resolvedId: string): SourcedFact[] {
  return facts.filter((fact) => fact.resolvedId === resolvedId);
}

/** Facts with the same footnote: same source, same page, read and checked alike. */
function footnoteKey(fact: SourcedFact): string {
  return [fact.source.id, fact.url, fact.retrievedOn, fact.confidence, fact.verifiedBy, fact.verifiedOn].join("\n");
}

/** Numbered sources of one page. */
export interface Footnotes {
  /** In order of their numbers, from 1. */
  list: readonly SourcedFact[];
  /** Number of the footnote that a fact belongs to. */
  numberOf: (fact: SourcedFact) => number;
}

/** Numbers the sources of a person in the order in which the page names them. */
export function footnotesOf(person: Person): Footnotes {
  const order = [
    "nameZh",
    "nameEn",
    "birthDate",
    "deathDate",
    "birthPlace",
    "ancestralHome",
    "education",
    "employment",
    "field",
    "specialty",
    "tier",
    "award",
  ];
  const rank = (fact: SourcedFact) => (order.indexOf(fact.property) + order.length + 1) % (order.length + 1);
  const all = [
    ...[...person.facts].sort((one, other) => rank(one) - rank(other)),
    ...person.education.map((item) => item.fact),
    ...person.employment.map((item) => item.fact),
    ...person.awards.map((item) => item.fact),
  ];
  const numbers = new Map<string, number>();
  const list: SourcedFact[] = [];
  for (const fact of all) {
    const key = footnoteKey(fact);
    if (numbers.has(key)) continue;
    list.push(fact);
    numbers.set(key, list.length);
  }
  return { list, numberOf: (fact) => numbers.get(footnoteKey(fact)) ?? 0 };
}
