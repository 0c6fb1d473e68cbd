import { once } from "node:events";
import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import { join } from "node:path";
import { readSeeds, type SeedRows } from "../seeds/index.ts";
import type { InstitutionRow, PlaceRow } from "../seeds/rows.ts";
import { seedId } from "../server/shared/ids.ts";
import { pick, type Random, randomFrom } from "./random.ts";
import { syntheticPerson } from "./synthetic-people.ts";

/** Institutions beside those of the seeds, so that the number of distinct employers is that of a large country. */
const MADE_UP_INSTITUTIONS = 12_000;
const RETRIEVED_ON = "2026-11-22";
const SCALAR_FACTS = ["nameZh", "birthDate", "specialty"];

/** Files of one graph for the engine's bulk importer: nodes and relationships, each with its header line. */
export interface GraphFiles {
  readonly nodes: ReadonlyArray<readonly [label: string, file: string]>;
  readonly relationships: ReadonlyArray<readonly [type: string, file: string]>;
}

const LIST = ";";

function cell(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function pointCell(row: { readonly longitude?: number | undefined; readonly latitude?: number | undefined }): string {
  return row.longitude === undefined || row.latitude === undefined ? "" : `{longitude:${row.longitude}, latitude:${row.latitude}}`;
}

/** A CSV file written without holding it in memory. */
class Csv {
  private readonly stream: WriteStream;
  private buffer = "";

  constructor(
    readonly path: string,
    header: string,
  ) {
    this.stream = createWriteStream(path);
    this.buffer = `${header}\n`;
  }

  async row(...values: unknown[]): Promise<void> {
    this.buffer += `${values.map(cell).join(",")}\n`;
    if (this.buffer.length < 1_000_000) return;
    const chunk = this.buffer;
    this.buffer = "";
    if (!this.stream.write(chunk)) await once(this.stream, "drain");
  }

  async end(): Promise<void> {
    this.stream.end(this.buffer);
    await once(this.stream, "finish");
  }
}

const PROVENANCE = "sourceId,retrievedOn,confidence:float";

/** The files being written; node numbers run through all labels, as the importer wants. */
interface Files {
  readonly sources: Csv;
  readonly places: Csv;
  readonly fields: Csv;
  readonly institutions: Csv;
  readonly awards: Csv;
  readonly scientists: Csv;
  readonly facts: Csv;
  readonly within: Csv;
  readonly locatedIn: Csv;
  readonly broader: Csv;
  readonly factOf: Csv;
  readonly bornIn: Csv;
  readonly ancestralHome: Csv;
  readonly studiedAt: Csv;
  readonly worksAt: Csv;
  readonly specialisesIn: Csv;
  readonly received: Csv;
}

function openFiles(directory: string): Files {
  mkdirSync(directory, { recursive: true });
  const csv = (name: string, header: string): Csv => new Csv(join(directory, `${name}.csv`), header);
  const link = (name: string, header: string): Csv => csv(name, `:START_ID,:END_ID${header === "" ? "" : `,${header}`}`);
  return {
    sources: csv("sources", ":ID,id,key,title,url,publisher,licence,retrievedAt"),
    places: csv("places", ":ID,id,key,level,nameZh,nameEn,aliases:string[],code,location:point{crs:WGS-84},sourceId"),
    fields: csv("fields", ":ID,id,key,scheme,nameZh,nameEn,synonyms:string[],sourceId"),
    institutions: csv(
      "institutions",
      ":ID,id,key,nameZh,nameEn,aliases:string[],kind,location:point{crs:WGS-84},sourceId,synthetic:boolean",
    ),
    awards: csv("awards", ":ID,id,key,nameZh,nameEn,sourceId"),
    scientists: csv("scientists", ":ID,id,key,nameZh,nameEn,aliases:string[],birthDate,deathDate,tier,specialty,synthetic:boolean"),
    facts: csv("facts", `:ID,id,property,value,inUse:boolean,${PROVENANCE}`),
    within: link("within", ""),
    locatedIn: link("located-in", ""),
    broader: link("broader", ""),
    factOf: link("fact-of", ""),
    bornIn: link("born-in", `stated,inUse:boolean,${PROVENANCE}`),
    ancestralHome: link("ancestral-home", `stated,inUse:boolean,${PROVENANCE}`),
    studiedAt: link("studied-at", `stated,degree,from,to,order:int,${PROVENANCE}`),
    worksAt: link("works-at", `stated,role,from,to,asOf,order:int,${PROVENANCE}`),
    specialisesIn: link("specialises-in", `weight:float,${PROVENANCE}`),
    received: link("received", `year:int,${PROVENANCE}`),
  };
}

/** Node numbers by seed key. */
class Numbers {
  private next = 0;
  private readonly byKey = new Map<string, number>();

  give(entity: string, key: string): number {
    this.byKey.set(`${entity} ${key}`, this.next);
    return this.take();
  }

  take(): number {
    this.next += 1;
    return this.next - 1;
  }

  of(entity: string, key: string): number | undefined {
    return this.byKey.get(`${entity} ${key}`);
  }
}

/** What people of the graph are linked to, most common first. */
interface Links {
  readonly places: readonly number[];
  readonly institutions: readonly number[];
  readonly fields: readonly number[];
  readonly awards: readonly number[];
  readonly sourceIds: readonly string[];
}

function madeUpInstitutions(next: Random, places: readonly PlaceRow[]): InstitutionRow[] {
  const cities = places.filter((place) => (place.level === "CITY" || place.level === "COUNTY") && place.longitude !== undefined);
  return Array.from({ length: MADE_UP_INSTITUTIONS }, (_, index) => {
    const city = pick(next, cities, 1.5);
    const at =
      next() < 0.8 ? { longitude: (city.longitude ?? 0) + (next() - 0.5) / 5, latitude: (city.latitude ?? 0) + (next() - 0.5) / 5 } : {};
    return {
      key: `synthetic:${index}`,
      nameZh: `合成机构${index}`,
      nameEn: `Synthetic Institution ${index}`,
      aliases: [],
      kind: "UNIVERSITY",
      place: city.key,
      source: city.source,
      ...at,
    };
  });
}

async function writeReferences(files: Files, numbers: Numbers, seeds: SeedRows, institutions: readonly InstitutionRow[]): Promise<void> {
  for (const row of seeds.sources)
    await files.sources.row(
      numbers.give("source", row.key),
      seedId("Source", row.key),
      row.key,
      row.title,
      row.url,
      row.publisher,
      row.licence,
      row.retrievedAt,
    );
  for (const row of seeds.places) {
    await files.places.row(
      numbers.give("place", row.key),
      seedId("Place", row.key),
      row.key,
      row.level,
      row.nameZh,
      row.nameEn,
      row.aliases.join(LIST),
      row.code,
      pointCell(row),
      seedId("Source", row.source),
    );
  }
  for (const row of seeds.fields) {
    await files.fields.row(
      numbers.give("field", row.key),
      seedId("Field", row.key),
      row.key,
      row.scheme,
      row.nameZh,
      row.nameEn,
      row.synonyms.join(LIST),
      seedId("Source", row.source),
    );
  }
  for (const row of institutions) {
    const synthetic = row.key.startsWith("synthetic:");
    await files.institutions.row(
      numbers.give("institution", row.key),
      seedId("Institution", row.key),
      row.key,
      row.nameZh,
      row.nameEn,
      row.aliases.join(LIST),
      row.kind,
      pointCell(row),
      seedId("Source", row.source),
      synthetic,
    );
  }
  for (const row of seeds.awards)
    await files.awards.row(
      numbers.give("award", row.key),
      seedId("Award", row.key),
      row.key,
      row.nameZh,
      row.nameEn,
      seedId("Source", row.source),
    );
  const link = async (file: Csv, from: number | undefined, to: number | undefined): Promise<void> => {
    if (from !== undefined && to !== undefined) await file.row(from, to);
  };
  for (const row of seeds.places) await link(files.within, numbers.of("place", row.key), numbers.of("place", row.within ?? ""));
  for (const row of institutions) await link(files.locatedIn, numbers.of("institution", row.key), numbers.of("place", row.place ?? ""));
  for (const row of seeds.fields)
    for (const key of row.broader) await link(files.broader, numbers.of("field", row.key), numbers.of("field", key));
}

async function writePerson(files: Files, numbers: Numbers, next: Random, number: number, links: Links): Promise<void> {
  const person = syntheticPerson(next, number);
  const node = numbers.take();
  const source = (): string => pick(next, links.sourceIds, 2);
  const { id, nameZh, nameEn, birthDate, deathDate, tier, specialty } = person;
  await files.scientists.row(node, id, `synthetic:${number}`, nameZh, nameEn, "", birthDate, deathDate, tier, specialty, true);
  for (const [index, property] of SCALAR_FACTS.entries()) {
    const fact = numbers.take();
    await files.facts.row(
      fact,
      seedId("Fact", `synthetic:${number}/${index}`),
      property,
      "合成 synthetic",
      true,
      source(),
      RETRIEVED_ON,
      0.5,
    );
    await files.factOf.row(fact, node);
  }
  if (next() < 0.85) await files.bornIn.row(node, pick(next, links.places, 1.6), "合成", true, source(), RETRIEVED_ON, 0.5);
  if (next() < 0.5) await files.ancestralHome.row(node, pick(next, links.places, 1.6), "合成", true, source(), RETRIEVED_ON, 0.5);
  const studies = Math.floor(next() * 3.2);
  for (let order = 0; order < studies; order += 1) {
    const to = 1950 + Math.floor(next() * 70);
    await files.studiedAt.row(node, pick(next, links.institutions, 2.5), "合成", "", to - 4, to, order, source(), RETRIEVED_ON, 0.5);
  }
  const posts = next() < 0.1 ? 0 : 1 + Math.floor(next() * 2.2);
  for (let order = 0; order < posts; order += 1) {
    await files.worksAt.row(
      node,
      pick(next, links.institutions, 2),
      "合成",
      "",
      1970 + Math.floor(next() * 50),
      next() < 0.5 ? "" : 2022,
      "",
      order,
      source(),
      RETRIEVED_ON,
      0.5,
    );
  }
  for (const field of new Set([pick(next, links.fields), pick(next, links.fields, 2)].slice(0, Math.ceil(next() * 2))))
    await files.specialisesIn.row(node, field, 1, source(), RETRIEVED_ON, 0.5);
  if (next() < 0.2)
    await files.received.row(node, pick(next, links.awards, 2), 1960 + Math.floor(next() * 66), source(), RETRIEVED_ON, 0.5);
}

/** Writes a synthetic graph of so many people as CSV: real places, fields, awards and sources of the seeds, made-up institutions and people. */
export async function writeSyntheticGraph(directory: string, people: number, onProgress: (written: number) => void): Promise<GraphFiles> {
  const next = randomFrom(20_261_122);
  const seeds = readSeeds();
  const institutions = [...seeds.institutions, ...madeUpInstitutions(next, seeds.places)];
  const files = openFiles(directory);
  const numbers = new Numbers();
  await writeReferences(files, numbers, seeds, institutions);
  const of = (entity: string, rows: ReadonlyArray<{ readonly key: string }>): number[] =>
    rows.map((row) => numbers.of(entity, row.key) ?? 0);
  const links = {
    places: of("place", seeds.places),
    institutions: of("institution", institutions),
    fields: of("field", seeds.fields),
    awards: of("award", seeds.awards),
    sourceIds: seeds.sources.map((row) => seedId("Source", row.key)),
  };
  for (let number = 0; number < people; number += 1) {
    await writePerson(files, numbers, next, number, links);
    if (number % 100_000 === 99_999) onProgress(number + 1);
  }
  await Promise.all(Object.values(files).map((file: Csv) => file.end()));
  return {
    nodes: [
      ["Source", files.sources.path],
      ["Place", files.places.path],
      ["Field", files.fields.path],
      ["Institution", files.institutions.path],
      ["Award", files.awards.path],
      ["Scientist", files.scientists.path],
      ["Fact", files.facts.path],
    ],
    relationships: [
      ["WITHIN", files.within.path],
      ["LOCATED_IN", files.locatedIn.path],
      ["BROADER", files.broader.path],
      ["FACT_OF", files.factOf.path],
      ["BORN_IN", files.bornIn.path],
      ["ANCESTRAL_HOME", files.ancestralHome.path],
      ["STUDIED_AT", files.studiedAt.path],
      ["WORKS_AT", files.worksAt.path],
      ["SPECIALISES_IN", files.specialisesIn.path],
      ["RECEIVED", files.received.path],
    ],
  };
}
