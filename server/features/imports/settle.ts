import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import type { Transaction } from "../../db/run.ts";
import { newId } from "../../shared/ids.ts";
import { type DerivedWork, deriveWorks, keptStatement } from "./derive-works.ts";
import * as cypher from "./imports.cypher.ts";
import { writeAuthors } from "./settle-authors.ts";

const idRow = z.object({ id: z.string() });
const statedRow = z.object({ workId: z.string(), workKey: z.string().nullable(), statements: z.array(keptStatement) });
const linkRow = z.object({ authorId: z.string(), scientistId: z.string().nullable() });

/** What is to be brought into step after statements or links were changed. */
export interface Touched {
  readonly workIds: readonly string[];
  /** Authors of whom a record of their own came or went. */
  readonly authorIds: readonly string[];
}

async function idsOf(transaction: Transaction, statement: string, parameters: Readonly<Record<string, unknown>>): Promise<string[]> {
  return decodeRows(idRow, await transaction.run(statement, parameters)).map((row) => row.id);
}

/** The people behind some works: ids of scientists and of authors who are linked to none. */
export function peopleBehind(transaction: Transaction, workIds: readonly string[]): Promise<string[]> {
  return idsOf(transaction, cypher.PEOPLE_BEHIND, { workIds });
}

/** Draws COLLABORATED_WITH between some people anew from AUTHORED. Every pair whose works changed must be among them. */
export async function recountCollaborations(transaction: Transaction, people: readonly string[]): Promise<void> {
  const ids = [...new Set(people)];
  if (ids.length === 0) return;
  await transaction.run(cypher.DELETE_COLLABORATIONS, { ids });
  await transaction.run(cypher.CREATE_COLLABORATIONS, { ids });
}

/** The works that follow from what is stated now, each with the node it lives in. */
async function derived(transaction: Transaction, workIds: readonly string[], now: number) {
  const rows = decodeRows(statedRow, await transaction.run(cypher.STATEMENTS_OF_WORKS, { workIds }));
  const gone = rows.filter((row) => row.statements.length === 0).map((row) => row.workId);
  const works = rows.flatMap((row) =>
    deriveWorks(row.statements).map((work, index) => ({ id: index === 0 ? row.workId : newId(now), isNew: index > 0, work })),
  );
  return { gone, works };
}

function authoredRows(works: readonly { readonly id: string; readonly work: DerivedWork }[]) {
  return works.flatMap(({ id, work }) => work.authorships.map(({ authorKey, properties }) => ({ workId: id, authorKey, properties })));
}

/** Writes works and their AUTHORED as the statements say. @returns the ids of the works that are there now */
async function writeWorks(transaction: Transaction, workIds: readonly string[], now: number): Promise<string[]> {
  const { gone, works } = await derived(transaction, workIds, now);
  await transaction.run(cypher.DELETE_AUTHORED, { workIds });
  if (gone.length > 0) await transaction.run(cypher.DELETE_WORKS, { workIds: gone });
  await transaction.run(cypher.CLEAR_WORK_IDS, { workIds });
  const split = works.filter((work) => work.isNew);
  if (split.length > 0) {
    await transaction.run(cypher.CREATE_WORKS, { rows: split.map(({ id, work }) => ({ id, key: work.properties.key })) });
    await transaction.run(cypher.MOVE_STATEMENTS, {
      rows: split.map(({ id, work }) => ({ workId: id, statementKeys: work.statementKeys })),
    });
  }
  await transaction.run(cypher.WRITE_WORKS, { rows: works.map(({ id, work }) => ({ id, properties: work.properties })) });
  const authors = new Map(works.flatMap(({ work }) => work.authorships.map((made) => [made.authorKey, made.name] as const)));
  await transaction.run(cypher.CREATE_AUTHORS, { rows: [...authors].map(([key, name]) => ({ id: newId(now), key, name })) });
  await transaction.run(cypher.CREATE_AUTHORED, { rows: authoredRows(works) });
  return works.map(({ id }) => id);
}

/** Links authors to the scientists who hold their ids. @returns the people behind the works of those whose link changed, before and after */
async function relink(transaction: Transaction, authorIds: readonly string[]): Promise<string[]> {
  const wanted = decodeRows(linkRow, await transaction.run(cypher.LINKS_OF_AUTHORS, { authorIds }));
  const changed = wanted.map((row) => row.authorId);
  const workIds = changed.length === 0 ? [] : await idsOf(transaction, cypher.WORKS_OF_AUTHORS, { authorIds: changed });
  const before = await peopleBehind(transaction, workIds);
  if (changed.length > 0) {
    await transaction.run(cypher.UNLINK_AUTHORS, { authorIds: changed });
    const rows = wanted.flatMap(({ authorId, scientistId }) =>
      scientistId === null ? [] : [{ authorId, scientistId, properties: { origin: "import" } }],
    );
    await transaction.run(cypher.LINK_AUTHORS, { rows });
  }
  await transaction.run(cypher.REFRESH_LINK_BATCHES, { authorIds });
  return [...before, ...(await peopleBehind(transaction, workIds))];
}

/**
 * Brings works, authors, AUTHORED, SAME_AS and COLLABORATED_WITH into step with what is stated now. Call it in the transaction that
 * changed the statements, before anything else of it touches those works.
 * @param now milliseconds since 1970, for new ids
 */
export async function settle(transaction: Transaction, touched: Touched, now: number): Promise<void> {
  const workIds = [...new Set(touched.workIds)];
  const before = await peopleBehind(transaction, workIds);
  const authorsBefore = await idsOf(transaction, cypher.AUTHORS_OF_WORKS, { workIds });
  const remaining = await writeWorks(transaction, workIds, now);
  const authorsAfter = await idsOf(transaction, cypher.AUTHORS_OF_WORKS, { workIds: remaining });
  const authors = await writeAuthors(transaction, [...new Set([...touched.authorIds, ...authorsBefore, ...authorsAfter])]);
  const relinked = await relink(transaction, authors);
  const after = await peopleBehind(transaction, remaining);
  await recountCollaborations(transaction, [...before, ...relinked, ...after]);
}
