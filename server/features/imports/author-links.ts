import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { type Transaction, writeTransaction } from "../../db/run.ts";
import type { Identity } from "../privacy/index.ts";
import { keptStatement } from "./derive-works.ts";
import * as cypher from "./imports.cypher.ts";
import { statedWork } from "./imports.types.ts";
import { identityOf } from "./leave-out-refused.ts";
import { authorKey } from "./outer-ids.ts";
import { peopleBehind, recountCollaborations, settle } from "./settle.ts";
import { takeTurn } from "./write-records.ts";

const idRow = z.object({ id: z.string() });
const authorRow = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  nameForms: z.array(z.string()),
  orcid: z.string().nullable(),
  openAlexId: z.string().nullable(),
  affiliations: z.array(z.string()),
});
const statedRow = z.object({ workId: z.string(), statements: z.array(keptStatement) });
const WRITE = { timeoutMs: 120_000 };

/** That an author is a scientist, as a person decided. */
export interface AuthorLink {
  readonly authorId: string;
  /** Null takes the link away; what the author's ids say then holds again with the next import of a work by them. */
  readonly scientistId: string | null;
  readonly byId: string;
}

async function worksOf(transaction: Transaction, authorIds: readonly string[]): Promise<string[]> {
  return decodeRows(idRow, await transaction.run(cypher.WORKS_OF_AUTHORS, { authorIds })).map((row) => row.id);
}

/** Links an author to a scientist, or to none, and keeps COLLABORATED_WITH in step. Unknown ids link nothing. */
export async function linkAuthor({ driver, database }: Database, { authorId, scientistId, byId }: AuthorLink): Promise<void> {
  const authorIds = [authorId];
  await writeTransaction(
    driver,
    database,
    async (transaction) => {
      await takeTurn(transaction);
      const workIds = await worksOf(transaction, authorIds);
      const before = await peopleBehind(transaction, workIds);
      await transaction.run(cypher.UNLINK_AUTHORS, { authorIds });
      const rows = scientistId === null ? [] : [{ authorId, scientistId, properties: { origin: "person", byId } }];
      await transaction.run(cypher.LINK_AUTHORS, { rows });
      await recountCollaborations(transaction, [...before, ...(await peopleBehind(transaction, workIds))]);
    },
    WRITE,
  );
}

/**
 * Removes what imports hold of a scientist: the authors linked to them, their authorships, and their names in what is kept of the records.
 * The works stay with their other authors. Call it in the transaction that erases the scientist, before the scientist is deleted.
 * @returns what the register must know of those authors, so that no import brings them back
 */
export async function eraseAuthorsOf(transaction: Transaction, scientistId: string, now: number): Promise<Identity[]> {
  await takeTurn(transaction);
  const authors = decodeRows(authorRow, await transaction.run(cypher.AUTHORS_OF_SCIENTIST, { scientistId }));
  if (authors.length === 0) return [];
  const [ids, keys] = [authors.map((author) => author.id), new Set(authors.map((author) => author.key))];
  const workIds = await worksOf(transaction, ids);
  const rows = decodeRows(statedRow, await transaction.run(cypher.STATEMENTS_OF_WORKS, { workIds }));
  const rewritten = rows.flatMap(({ statements }) =>
    statements.flatMap(({ key, content, scope }) => {
      const work = statedWork.parse(JSON.parse(content));
      const left = work.authors.filter((author) => !keys.has(authorKey(author, scope)));
      return left.length === work.authors.length ? [] : [{ key, content: JSON.stringify({ ...work, authors: left }) }];
    }),
  );
  await transaction.run(cypher.REWRITE_STATEMENTS, { rows: rewritten });
  await transaction.run(cypher.DELETE_PERSON_STATEMENTS, { authorIds: ids });
  await settle(transaction, { workIds, authorIds: ids }, now);
  return authors.map(({ orcid, openAlexId, ...author }) =>
    identityOf({ ...author, orcid: orcid ?? undefined, openAlexId: openAlexId ?? undefined }),
  );
}
