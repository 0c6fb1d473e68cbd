import neo4j, { type Record as DriverRecord } from "neo4j-driver";
import { z } from "zod";
import { toAppError } from "../../db/errors.ts";
import { type Database, decodeRows, toParameterMap } from "../../db/records.ts";
import { read } from "../../db/run.ts";
import { type NodeNumbers, personOf, type StoredPerson, statementParameters } from "./person-rows.ts";
import { ReferenceTables } from "./reference-tables.ts";
import {
  ALL_AWARDS,
  ALL_FIELDS,
  ALL_INSTITUTIONS,
  ALL_PLACES,
  ALL_SCIENTISTS,
  ALL_SOURCES,
  COUNT_SCIENTISTS,
  SCIENTISTS_BY_ID,
} from "./selection.cypher.ts";

const REFERENCE_TIMEOUT_MS = 60_000;
const STREAM_TIMEOUT_MS = 600_000;
const PEOPLE_PER_FETCH = 10_000;
const PEOPLE_PER_READ = 2_000;

const node = z.object({ number: z.number(), id: z.string() });
const degrees = { longitude: z.number().nullable(), latitude: z.number().nullable() };
const nameZh = z.string().nullable();
const nameEn = z.string().nullable();
const place = node.extend({
  level: z.enum(["COUNTRY", "PROVINCE", "CITY", "COUNTY"]),
  nameZh: z.string(),
  nameEn,
  code: z.string().nullable(),
  withinId: z.string().nullable(),
  succeededById: z.string().nullable(),
  ...degrees,
});
const institution = node.extend({ nameZh, nameEn, placeId: z.string().nullable(), ...degrees });
const field = node.extend({
  scheme: z.enum(["SCIENCE_DIRECTION", "KEY_TECHNOLOGY", "TOPIC"]),
  nameZh: z.string(),
  nameEn: z.string(),
  broaderIds: z.array(z.string()),
});
const award = node.extend({ nameZh, nameEn: z.string() });
const source = node.extend({ title: z.string(), retrievedAt: z.string() });
const counted = z.object({ count: z.number() });

/** The reference tables, and how people's relationships lead to them. */
export interface LoadedReferences {
  readonly tables: ReferenceTables;
  readonly numbers: NodeNumbers;
}

async function all<T>({ driver, database }: Database, cypher: string, shape: z.ZodType<T>): Promise<T[]> {
  return decodeRows(shape, await read(driver, database, cypher, {}, { timeoutMs: REFERENCE_TIMEOUT_MS }));
}

function byNode(rows: ReadonlyArray<{ readonly number: number }>): Map<number, number> {
  return new Map(rows.map((row, index) => [row.number, index]));
}

/** Reads all places, institutions, fields, awards and sources. */
export async function loadReferences(db: Database): Promise<LoadedReferences> {
  const [places, institutions, fields, awards, sources] = await Promise.all([
    all(db, ALL_PLACES, place),
    all(db, ALL_INSTITUTIONS, institution),
    all(db, ALL_FIELDS, field),
    all(db, ALL_AWARDS, award),
    all(db, ALL_SOURCES, source),
  ]);
  const tables = new ReferenceTables({ places, institutions, fields, awards, sources });
  const numbers = {
    places: byNode(places),
    institutions: byNode(institutions),
    fields: byNode(fields),
    awards: byNode(awards),
    sources: tables.sourceNumber,
  };
  return { tables, numbers };
}

/** How many people there are now. */
export async function countPeople(db: Database): Promise<number> {
  const [row] = await all(db, COUNT_SCIENTISTS, counted);
  return row?.count ?? 0;
}

/**
 * Hands over everyone, in no particular order. Records are taken as the driver pushes them: turning each into a row first, as
 * `readStream` does, doubled the time over a million people.
 * @throws AppError by the code of the driver's error
 */
export async function streamPeople(
  { driver, database }: Database,
  numbers: NodeNumbers,
  take: (person: StoredPerson) => void,
): Promise<void> {
  const session = driver.session({
    database,
    defaultAccessMode: neo4j.session.READ,
    bookmarkManager: driver.executeQueryBookmarkManager,
    fetchSize: PEOPLE_PER_FETCH,
  });
  try {
    const result = session.run(ALL_SCIENTISTS, toParameterMap(statementParameters(numbers)), { timeout: STREAM_TIMEOUT_MS });
    await new Promise<void>((resolve, reject) => {
      const onNext = (record: DriverRecord): void => {
        const person = personOf(numbers, (column) => record.get(column));
        if (person !== null) take(person);
      };
      result.subscribe({ onNext, onCompleted: () => resolve(), onError: reject });
    });
  } catch (error) {
    throw toAppError(error);
  } finally {
    await session.close();
  }
}

/** The people of some ids; those that do not exist are left out. */
export async function loadPeople({ driver, database }: Database, numbers: NodeNumbers, ids: readonly string[]): Promise<StoredPerson[]> {
  const people: StoredPerson[] = [];
  for (let start = 0; start < ids.length; start += PEOPLE_PER_READ) {
    const parameters = { ...statementParameters(numbers), ids: ids.slice(start, start + PEOPLE_PER_READ) };
    const rows = await read(driver, database, SCIENTISTS_BY_ID, parameters);
    for (const row of rows) people.push(...[personOf(numbers, (column) => row[column])].filter((person) => person !== null));
  }
  return people;
}
