import { describe, expect, it } from "vitest";
import { readSeeds } from "../../../seeds/index.ts";
import { buildNameIndex } from "../names/index.ts";
import { compileLexicon } from "./lexicon.ts";
import { parseQuery } from "./query-parser.ts";
import { EXTRA_PEOPLE, NAME_CASES, NOBODY } from "./search-cases-names.ts";
import { SENTENCE_CASES } from "./search-cases-sentences.ts";

const seeds = readSeeds();
const inUse = (facts: readonly { value: string; inUse: boolean }[] | undefined): string | null =>
  facts?.find((fact) => fact.inUse)?.value ?? null;
const people = [
  ...seeds.scientists.map((row) => ({ nameZh: inUse(row.nameZh), nameEn: inUse(row.nameEn), aliases: row.aliases })),
  ...EXTRA_PEOPLE.map((nameEn) => ({ nameZh: null, nameEn, aliases: [] })),
].map((person, row) => ({ ...person, row }));
const index = buildNameIndex(people);
const isNamed = (row: number, name: string): boolean => {
  const person = people[row];
  return person?.nameZh === name || person?.nameEn === name || person?.aliases.includes(name) === true;
};

const placeByKey = new Map(seeds.places.map((place) => [place.key, place]));
function around(key: string | undefined): string[] {
  const place = key === undefined ? undefined : placeByKey.get(key);
  return place ? [place.key, ...around(place.within)] : [];
}
const lexicon = compileLexicon({
  currentYear: 2026,
  fields: seeds.fields.map((row) => ({ ...row, id: row.key })),
  places: seeds.places.map((row) => ({ ...row, id: row.key, nameEn: row.nameEn ?? null, within: around(row.within) })),
  institutions: seeds.institutions.map((row) => ({
    ...row,
    id: row.nameZh ?? row.key,
    nameZh: row.nameZh ?? null,
    nameEn: row.nameEn ?? null,
  })),
  awards: seeds.awards.map((row) => ({ id: row.key, nameZh: row.nameZh ?? null, nameEn: row.nameEn, aliases: [] })),
});

describe("names of people in the seeds", () => {
  it.each(NAME_CASES)("%s: %s %s", (typed, expected, name) => {
    const matches = index.find(typed);
    const best = matches.scores[0] ?? 0;
    const rows = [...matches.rows].filter((_, at) => expected === "found" || matches.scores[at] === best);
    expect(rows.some((row) => isNamed(row, name))).toBe(true);
    const row = rows.find((each) => isNamed(each, name)) ?? -1;
    expect(matches.explain(row)?.matched).toBeTruthy();
  });

  it.each(NOBODY)("%s finds nobody", (typed) => {
    expect(index.find(typed).size).toBe(0);
  });
});

describe("sentences over the seeds", () => {
  it.each(SENTENCE_CASES)("%s", (typed, ...expected) => {
    const { chips } = parseQuery(typed, lexicon, index);
    expect(chips.map((chip) => `${chip.key}:${chip.values.map((value) => value.id).join("+") || chip.text}`)).toEqual(expected);
  });
});
