import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, type Transaction, writeTransaction } from "../../db/run.ts";
import type { AnalysisSharing } from "../../graphql/generated.ts";
import { AppError, InvalidInputError } from "../../shared/errors.ts";
import { newId } from "../../shared/ids.ts";
import { type Outcome, type Refusal, refuse } from "../../shared/refusals.ts";
import type { AuditDetail, AuditTrail } from "../audit/index.ts";
import * as cypher from "./analyses.cypher.ts";
import type { AnalysisModel, Analyst, ChangedAnalysis, NewAnalysis, OpenedAnalysisModel } from "./analyses.types.ts";
import { peopleOf, readView, type StoredView, VIEW_MAX_BYTES, viewOf } from "./stored-view.ts";

/** What the room is made with. */
export interface AnalysesOptions extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
}

/** What somebody wants to change about a saved analysis beside its view. */
export interface AnalysisChange {
  readonly id: string;
  /** The version that was seen. */
  readonly version: number;
  readonly title: string | null;
  readonly shared: AnalysisSharing | null;
}

/** A write that was done, refused, or came after another. */
export type AnalysisOutcome = Outcome<AnalysisModel> | { readonly conflict: AnalysisModel };

/** Networks that were kept: each belongs to who saved it, and is theirs alone until they share it with the office. */
export interface AnalysesService {
  /** What the asker may open, the latest change first; at most 500. */
  list(by: Analyst): Promise<AnalysisModel[]>;
  /** An analysis without people who are no longer there; null when there is none that the asker may open. */
  open(id: string, by: Analyst): Promise<OpenedAnalysisModel | null>;
  /** Keeps a new one. @throws InvalidInputError */
  create(input: NewAnalysis, by: Analyst): Promise<AnalysisModel>;
  /** Keeps another view in place of the one that was seen. @throws AppError `NOT_FOUND`, `FORBIDDEN`, `ANALYSIS_CONFLICT`, `BAD_USER_INPUT` */
  saveView(input: ChangedAnalysis, by: Analyst): Promise<AnalysisModel>;
  change(change: AnalysisChange, by: Analyst): Promise<AnalysisOutcome>;
  /** Deletes; it can be taken back for some days. */
  remove(id: string, by: Analyst): Promise<Outcome<AnalysisModel>>;
  /** Takes a deletion back. */
  restore(id: string, by: Analyst): Promise<Outcome<AnalysisModel>>;
}

/** For how many days a deletion can be taken back; then the analysis is removed. */
export const DELETED_ANALYSIS_KEEP_DAYS = 7;

const LISTED = 500;
const TITLE_MOST = 100;
const KEY_MOST = 64;
const REMOVED_AT_ONCE = 100;

const sharing = z.enum(["PRIVATE", "OFFICE"]);
const stored = z.object({
  id: z.string(),
  title: z.string(),
  ownerId: z.string(),
  ownerName: z.string(),
  shared: sharing,
  dataDate: z.string(),
  createdAt: z.string(),
  changedAt: z.string(),
  version: z.number(),
  people: z.number(),
  links: z.number(),
  demo: z.boolean(),
  deletedAt: z.string().nullable(),
});
const row = z.object({ analysis: stored });
const openedRow = z.object({ analysis: stored, view: z.string() });
const idsRow = z.object({ ids: z.array(z.string()) });
const idRow = z.object({ id: z.string() });

const REFUSALS = {
  title: { field: "title", zh: `请填写名称，最多 ${TITLE_MOST} 个字。`, en: `Give it a name of at most ${TITLE_MOST} characters.` },
  view: {
    field: "view",
    zh: "这个网络无法保存：内容不完整，请刷新页面后再试。",
    en: "This network cannot be saved because it is not whole; reload the page and try again.",
  },
  notThere: {
    field: "id",
    zh: "没有这份分析，可能已被删除，或未与您共享。",
    en: "There is no such analysis; it may have been deleted, or is not shared with you.",
  },
  notOwn: {
    field: null,
    zh: "这份分析由他人保存，只有保存者能修改；请另存为您自己的一份。",
    en: "Somebody else saved this analysis and only they can change it; save a copy of your own.",
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** The network is larger than one analysis can hold. Code `ANALYSIS_TOO_LARGE`. */
export class AnalysisTooLargeError extends AppError {
  constructor() {
    super(
      "ANALYSIS_TOO_LARGE",
      "这个网络太大，不能保存；请先收起或隐藏一部分人。",
      "This network is too large to be saved; collapse or hide some people first.",
    );
  }
}

/** Refusals outside GraphQL. */
function asError(refusal: Refusal): AppError {
  if (refusal === REFUSALS.notThere) return new AppError("NOT_FOUND", refusal.zh, refusal.en);
  if (refusal === REFUSALS.notOwn) return new AppError("FORBIDDEN", refusal.zh, refusal.en);
  return new InvalidInputError(refusal.zh, refusal.en);
}

function titleOf(text: string): string | null {
  const title = text.trim();
  return title.length >= 1 && title.length <= TITLE_MOST ? title : null;
}

/** What is kept of a view that was sent. @throws InvalidInputError when it is none @throws AnalysisTooLargeError */
function keptOf(value: unknown): { readonly view: string; readonly dataDate: string; readonly people: number; readonly links: number } {
  const view = readView(value);
  if (view === null) throw asError(REFUSALS.view);
  const text = JSON.stringify(view);
  if (Buffer.byteLength(text) > VIEW_MAX_BYTES) throw new AnalysisTooLargeError();
  return { view: text, dataDate: view.dataDate, people: view.people.length, links: view.source.length };
}

/** A view as it was kept. It was checked before it was kept, so that nothing else can be there. */
function keptView(text: string): StoredView {
  const view = readView(JSON.parse(text));
  if (view === null) throw asError(REFUSALS.view);
  return view;
}

function mayOpen({ ownerId, shared }: AnalysisModel, { actor }: Analyst): boolean {
  return ownerId === actor.id || shared === "OFFICE";
}

/** Particulars for the trail: no title and no notes, which may name people. */
function particulars({ shared, version, people, links, dataDate }: AnalysisModel): AuditDetail {
  return { shared, version, people, links, dataDate };
}

class GraphAnalyses implements AnalysesService {
  readonly #options: AnalysesOptions;

  constructor(options: AnalysesOptions) {
    this.#options = options;
  }

  async list({ actor }: Analyst): Promise<AnalysisModel[]> {
    const { driver, database } = this.#options;
    const rows = await read(driver, database, cypher.ANALYSES_OF, { viewerId: actor.id, limit: LISTED });
    return decodeRows(row, rows).map(({ analysis }) => analysis);
  }

  async open(id: string, by: Analyst): Promise<OpenedAnalysisModel | null> {
    const { driver, database } = this.#options;
    const [found] = decodeRows(openedRow, await read(driver, database, cypher.ANALYSIS_WITH_VIEW, { id }));
    if (found === undefined || !mayOpen(found.analysis, by)) return null;
    const view = keptView(found.view);
    const [known] = decodeRows(idsRow, await read(driver, database, cypher.PEOPLE_THERE, { ids: peopleOf(view) }));
    const there = new Set(known?.ids);
    const missingPeople = view.people.filter((person) => !there.has(person)).length;
    return { analysis: found.analysis, view: JSON.stringify(viewOf(view, there)), missingPeople };
  }

  async create(input: NewAnalysis, by: Analyst): Promise<AnalysisModel> {
    const title = titleOf(input.title);
    if (title === null) throw asError(REFUSALS.title);
    if (input.key === "" || input.key.length > KEY_MOST) throw asError(REFUSALS.view);
    const now = this.#options.clock();
    const at = now.toISOString();
    const properties = {
      id: newId(now.getTime()),
      title,
      ownerId: by.actor.id,
      ownerName: by.actor.name,
      shared: "PRIVATE",
      createdAt: at,
      changedAt: at,
      version: 1,
      demo: by.actor.demo,
      ...keptOf(input.view),
    };
    return await this.#write(async (transaction) => {
      const parameters = { saveKey: `${by.actor.id}:${input.key}`, properties };
      const [kept] = decodeRows(row, await transaction.run(cypher.CREATE_ANALYSIS, parameters));
      if (kept === undefined) throw asError(REFUSALS.notThere);
      // Sent again it is the one that was kept, and on record already.
      if (kept.analysis.id === properties.id) await this.#record(transaction, by, kept.analysis, { what: "SAVED" });
      return kept.analysis;
    });
  }

  async saveView(input: ChangedAnalysis, by: Analyst): Promise<AnalysisModel> {
    const kept = keptOf(input.view);
    const outcome = await this.#change(input, by, () => ({ changes: kept, detail: { what: "SAVED" } }));
    if ("conflict" in outcome) {
      const { version, changedAt } = outcome.conflict;
      throw new AppError(
        "ANALYSIS_CONFLICT",
        `这份分析在别的窗口已有第 ${version} 版（${changedAt}），您的更改没有保存；请另存一份，或重新打开。`,
        `Another window has saved version ${version} of this analysis (${changedAt}), so yours was not saved; save a copy, or open it anew.`,
      );
    }
    if (outcome.refused !== undefined) throw asError(outcome.refused);
    return outcome.done;
  }

  async change({ id, version, title: given, shared }: AnalysisChange, by: Analyst): Promise<AnalysisOutcome> {
    const title = given === null ? null : titleOf(given);
    if (given !== null && title === null) return refuse(REFUSALS.title);
    return await this.#change({ id, version }, by, (before) => ({
      changes: { ...(title === null ? {} : { title }), ...(shared === null ? {} : { shared }) },
      detail: { what: shared === null ? "RENAMED" : "SHARED", before: { shared: before.shared } },
    }));
  }

  async remove(id: string, by: Analyst): Promise<Outcome<AnalysisModel>> {
    return await this.#setDeleted(id, by, this.#options.clock().toISOString());
  }

  async restore(id: string, by: Analyst): Promise<Outcome<AnalysisModel>> {
    return await this.#setDeleted(id, by, null);
  }

  async #setDeleted(id: string, by: Analyst, deletedAt: string | null): Promise<Outcome<AnalysisModel>> {
    return await this.#write(async (transaction) => {
      const [found] = decodeRows(row, await transaction.run(cypher.LOCK_ANALYSIS, { id }));
      // Who may not open it learns no more from its being deleted.
      if (found === undefined || !mayOpen(found.analysis, by)) return refuse(REFUSALS.notThere);
      if (found.analysis.ownerId !== by.actor.id) return refuse(found.analysis.deletedAt === null ? REFUSALS.notOwn : REFUSALS.notThere);
      // Done twice is done once.
      if ((found.analysis.deletedAt === null) === (deletedAt === null)) return { done: found.analysis };
      const [written] = decodeRows(row, await transaction.run(cypher.CHANGE_ANALYSIS, { id, changes: { deletedAt } }));
      if (written === undefined) return refuse(REFUSALS.notThere);
      await this.#record(transaction, by, written.analysis, { what: deletedAt === null ? "RESTORED" : "DELETED" });
      return { done: written.analysis };
    });
  }

  async #change(
    { id, version }: { readonly id: string; readonly version: number },
    by: Analyst,
    make: (before: AnalysisModel) => { readonly changes: Readonly<Record<string, unknown>>; readonly detail: AuditDetail },
  ): Promise<AnalysisOutcome> {
    return await this.#write(async (transaction): Promise<AnalysisOutcome> => {
      const [found] = decodeRows(row, await transaction.run(cypher.LOCK_ANALYSIS, { id }));
      if (found === undefined || found.analysis.deletedAt !== null || !mayOpen(found.analysis, by)) return refuse(REFUSALS.notThere);
      if (found.analysis.ownerId !== by.actor.id) return refuse(REFUSALS.notOwn);
      if (found.analysis.version !== version) return { conflict: found.analysis };
      const { changes, detail } = make(found.analysis);
      const written = { ...changes, version: version + 1, changedAt: this.#options.clock().toISOString() };
      const [changed] = decodeRows(row, await transaction.run(cypher.CHANGE_ANALYSIS, { id, changes: written }));
      if (changed === undefined) return refuse(REFUSALS.notThere);
      await this.#record(transaction, by, changed.analysis, detail);
      return { done: changed.analysis };
    });
  }

  #record(transaction: Transaction, by: Analyst, analysis: AnalysisModel, detail: AuditDetail): Promise<void> {
    const { audit } = this.#options;
    const event = { ...by, action: "ANALYSIS" as const, subjectIds: [analysis.id], result: "OK" as const };
    return audit.appendIn(transaction, { ...event, detail: { ...detail, after: particulars(analysis) } });
  }

  #write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return writeTransaction(this.#options.driver, this.#options.database, work);
  }
}

/** The saved analyses of one database. */
export function createAnalysesService(options: AnalysesOptions): AnalysesService {
  return new GraphAnalyses(options);
}

/** Removes analyses deleted before a day, `YYYY-MM-DD`, each batch on record. @returns how many */
export async function removeDeletedAnalyses({ driver, database }: Database, audit: AuditTrail, before: string): Promise<number> {
  let total = 0;
  for (;;) {
    const removed = await writeTransaction(driver, database, async (transaction) => {
      const rows = decodeRows(idRow, await transaction.run(cypher.REMOVE_DELETED_ANALYSES, { before, limit: REMOVED_AT_ONCE }));
      const subjectIds = rows.map(({ id }) => id);
      const detail = { kind: "analyses", before, count: rows.length };
      if (rows.length > 0)
        await audit.appendIn(transaction, { actor: null, origin: null, action: "RETENTION", subjectIds, detail, result: "OK" });
      return rows.length;
    });
    total += removed;
    if (removed < REMOVED_AT_ONCE) return total;
  }
}
