import { createHash } from "node:crypto";
import { z } from "zod";
import { InternalError } from "../../shared/errors.ts";
import { type StatedAuthor, type StatedWork, statedWork } from "./imports.types.ts";
import { authorKey, workIds } from "./outer-ids.ts";

/** What one record of a batch states of a work, as the graph keeps it. */
export const keptStatement = z.object({
  key: z.string(),
  batchId: z.string(),
  /** Sorts statements by when they came. */
  position: z.string(),
  /** JSON of a {@link StatedWork}. */
  content: z.string(),
  scope: z.string(),
  sourceId: z.string(),
  confidence: z.number(),
  retrievedOn: z.string(),
});
export type KeptStatement = z.infer<typeof keptStatement>;

interface Statement extends Omit<KeptStatement, "content"> {
  readonly work: StatedWork;
}

/** One authorship that follows from the statements. */
export interface DerivedAuthorship {
  readonly authorKey: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A work that follows from the statements. */
export interface DerivedWork {
  readonly statementKeys: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly authorships: readonly DerivedAuthorship[];
}

/** The key of a work without any outer id: its title, year and authors within its source, hashed because it holds names. */
function ownWorkKey(work: Pick<StatedWork, "title" | "year" | "authors">, scope: string): string {
  const text = JSON.stringify([scope, work.title, work.year ?? null, work.authors.map((author) => author.name)]);
  return `stated:${createHash("sha256").update(text).digest("hex")}`;
}

/** The keys by which records are known to speak of one work. At least one. */
export function workKeys(work: StatedWork, scope: string): string[] {
  const ids = workIds(work);
  return ids.length > 0 ? ids : [ownWorkKey(work, scope)];
}

function parse({ content, ...kept }: KeptStatement): Statement {
  const parsed = statedWork.safeParse(JSON.parse(content));
  if (!parsed.success) throw new InternalError({ cause: parsed.error });
  return { ...kept, work: parsed.data };
}

/** Statements that share a key, directly or through others, speak of one work. In the order of their oldest statement. */
function groups(statements: readonly Statement[]): Statement[][] {
  const found: { keys: Set<string>; members: Statement[] }[] = [];
  for (const statement of statements) {
    const keys = workKeys(statement.work, statement.scope);
    const joined = found.filter((group) => keys.some((key) => group.keys.has(key)));
    const [first] = joined;
    if (first === undefined) {
      found.push({ keys: new Set(keys), members: [statement] });
      continue;
    }
    for (const other of joined.slice(1)) {
      for (const key of other.keys) first.keys.add(key);
      first.members.push(...other.members);
      found.splice(found.indexOf(other), 1);
    }
    for (const key of keys) first.keys.add(key);
    first.members.push(statement);
  }
  return found.map(({ members }) => members.sort((one, other) => (one.position < other.position ? -1 : 1)));
}

function idCount(authors: readonly StatedAuthor[]): number {
  return authors.filter(({ orcid, openAlexId, anthologyId }) => (orcid ?? openAlexId ?? anthologyId) !== undefined).length;
}

/** Of the records with the whole list of authors the one that tells most of them by an id; of equals the newest. */
function leading(statements: readonly Statement[]): Statement | undefined {
  return statements
    .filter(({ work }) => work.wholeList)
    .reduce<Statement | undefined>(
      (best, next) => (best === undefined || idCount(next.work.authors) >= idCount(best.work.authors) ? next : best),
      undefined,
    );
}

function authorshipsOf(statements: readonly Statement[], lists: readonly Statement[]): DerivedAuthorship[] {
  const made = new Map<string, DerivedAuthorship>();
  for (const { work, scope, sourceId, confidence, retrievedOn } of lists) {
    work.authors.forEach((author, index) => {
      const key = authorKey(author, scope);
      if (made.has(key)) return;
      const stating = statements.filter((other) => other.work.authors.some((one) => authorKey(one, other.scope) === key));
      const properties = {
        position: work.wholeList ? index + 1 : null,
        corresponding: author.corresponding ?? null,
        stated: author.name,
        shownName: author.shownName ?? null,
        orcid: author.orcid ?? null,
        affiliations: author.affiliations.length === 0 ? null : author.affiliations,
        sourceId,
        confidence,
        retrievedOn,
        batchIds: [...new Set(stating.map((statement) => statement.batchId))],
      };
      made.set(key, { authorKey: key, name: author.shownName ?? author.name, properties });
    });
  }
  return [...made.values()];
}

function derive(statements: readonly Statement[]): DerivedWork {
  const whole = leading(statements);
  const newestFirst = [...statements].reverse();
  const lead = whole ?? newestFirst[0];
  if (lead === undefined) throw new InternalError();
  const inOrder = [lead, ...newestFirst.filter((statement) => statement !== lead)];
  const first = <Name extends keyof StatedWork>(name: Name): StatedWork[Name] | null =>
    inOrder.find(({ work }) => work[name] !== undefined)?.work[name] ?? null;
  const ids = { doi: first("doi"), anthologyId: first("anthologyId"), openAlexId: first("openAlexId") };
  const [key] = workKeys(
    { ...lead.work, doi: ids.doi ?? undefined, anthologyId: ids.anthologyId ?? undefined, openAlexId: ids.openAlexId ?? undefined },
    lead.scope,
  );
  return {
    statementKeys: statements.map((statement) => statement.key),
    properties: {
      key,
      ...ids,
      title: lead.work.title,
      kind: lead.work.kind,
      year: first("year"),
      venue: first("venue"),
      url: first("url"),
      sourceId: lead.sourceId,
      retrievedOn: lead.retrievedOn,
      confidence: lead.confidence,
      batchIds: [...new Set(statements.map((statement) => statement.batchId))],
    },
    authorships: authorshipsOf(statements, whole === undefined ? statements : [whole]),
  };
}

/**
 * The works that follow from statements, and from nothing else: whatever batches came and went, the same statements give the same works.
 * Statements in any order. Several works when what joined them is gone; the first is that of the oldest statement. A record of one author
 * only (ORCID) adds that author where no record tells the whole list, because beside a list it would be the same person twice.
 */
export function deriveWorks(statements: readonly KeptStatement[]): DerivedWork[] {
  const parsed = statements.map(parse).sort((one, other) => (one.position < other.position ? -1 : 1));
  return groups(parsed).map(derive);
}
