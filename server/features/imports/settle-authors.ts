import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import type { Transaction } from "../../db/run.ts";
import { InternalError } from "../../shared/errors.ts";
import * as cypher from "./imports.cypher.ts";
import { type StatedPerson, statedPerson } from "./imports.types.ts";

const statedRow = z.object({
  id: z.string(),
  key: z.string(),
  authorships: z.array(
    z.object({
      stated: z.string(),
      name: z.string(),
      orcid: z.string().nullable(),
      sourceId: z.string(),
      batchIds: z.array(z.string()),
      times: z.number(),
    }),
  ),
  records: z.array(z.object({ content: z.string(), batchId: z.string(), sourceId: z.string() })),
});
type StatedRow = z.infer<typeof statedRow>;

function personOf(content: string): StatedPerson {
  const parsed = statedPerson.safeParse(JSON.parse(content));
  if (!parsed.success) throw new InternalError({ cause: parsed.error });
  return parsed.data;
}

/** The name that most authorships show; of equals the first by code point, so that the order of imports does not matter. */
function usualName(authorships: StatedRow["authorships"]): string | undefined {
  const times = new Map<string, number>();
  for (const { name, times: count } of authorships) times.set(name, (times.get(name) ?? 0) + count);
  return [...times].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]?.[0];
}

function after(prefix: string, key: string): string | null {
  return key.startsWith(prefix) ? key.slice(prefix.length) : null;
}

/** An ORCID that all who state one agree on. */
function agreedOrcid(key: string, stated: readonly (string | null | undefined)[]): string | null {
  const own = after("orcid:", key);
  const all = new Set([...stated, own].filter((orcid) => orcid !== null && orcid !== undefined));
  return all.size === 1 ? ([...all][0] ?? null) : own;
}

function propertiesOf({ key, authorships, records }: StatedRow): Readonly<Record<string, unknown>> {
  const people = records.map(({ content }) => personOf(content));
  const [newest] = people;
  const forms = [
    ...authorships.flatMap(({ stated, name }) => [stated, name]),
    ...people.flatMap(({ name, nameForms }) => [name, ...nameForms]),
  ];
  const affiliations = [...new Set(people.flatMap((person) => person.affiliations))];
  return {
    name: newest?.name ?? usualName(authorships) ?? null,
    nameForms: [...new Set(forms)].sort(),
    orcid: agreedOrcid(key, [...authorships.map(({ orcid }) => orcid), ...people.map(({ orcid }) => orcid)]),
    openAlexId: after("openalex:", key),
    anthologyId: after("acl:", key),
    affiliations: affiliations.length === 0 ? null : affiliations,
    sourceId: records[0]?.sourceId ?? [...new Set(authorships.map(({ sourceId }) => sourceId))].sort()[0] ?? null,
    batchIds: [...new Set([...authorships.flatMap(({ batchIds }) => batchIds), ...records.map(({ batchId }) => batchId)])].sort(),
  };
}

/**
 * Writes what the statements say of some authors and deletes those of whom nothing is stated any more.
 * @returns the ids of those that remain
 */
export async function writeAuthors(transaction: Transaction, authorIds: readonly string[]): Promise<string[]> {
  if (authorIds.length === 0) return [];
  const rows = decodeRows(statedRow, await transaction.run(cypher.STATED_OF_AUTHORS, { authorIds }));
  const [gone, remaining]: [StatedRow[], StatedRow[]] = [[], []];
  for (const row of rows) (row.authorships.length + row.records.length === 0 ? gone : remaining).push(row);
  if (gone.length > 0) await transaction.run(cypher.DELETE_AUTHORS, { authorIds: gone.map((row) => row.id) });
  await transaction.run(cypher.WRITE_AUTHORS, { rows: remaining.map((row) => ({ id: row.id, properties: propertiesOf(row) })) });
  return remaining.map((row) => row.id);
}
