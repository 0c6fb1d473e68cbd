import type { RankedRows, ReadModel } from "../selection/index.ts";
import { proseQuery } from "./prose-query.ts";
import type { ProseHits, SearchRepository } from "./search.repository.ts";

/** Texts whose hits are kept: a screen's list, facets and map, and the same text with one filter after the other, ask again and again. */
const TEXTS_KEPT = 4;
/** Any hit in prose ranks below any hit in a name (whose scores reach 1). */
const PROSE_CEILING = 0.1;

const NOTHING: Promise<readonly ProseHits[]> = Promise.resolve([]);

/** Hits in prose of one text. The read may be under way; the rows are made when they are first asked for, and then replace the hits. */
interface Kept {
  hits: Promise<readonly ProseHits[]>;
  rows: RankedRows | null;
}

/** Hits in prose read before any row is looked at, so that all rows of an answer are of one table. */
export interface FoundProse {
  /** The people of a text that was read. */
  rows(text: string): RankedRows;
}

/** People by prose, read from the full text once for each text and change of the graph. */
export class ProseCache {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly repository: Pick<SearchRepository, "peopleByProse">,
    private readonly readModel: ReadModel,
  ) {}

  /** Reads the hits of some texts. @throws AppError by the code of the driver's error */
  async read(texts: Iterable<string>): Promise<FoundProse> {
    const found = new Map([...texts].map((text) => [text, this.keep(text)]));
    const hits = new Map(await Promise.all([...found].map(async ([text, kept]) => [text, await kept.hits] as const)));
    return {
      rows: (text) => {
        const kept = found.get(text);
        const rows = kept?.rows ?? this.rowsOf(hits.get(text) ?? []);
        if (kept !== undefined) {
          kept.rows = rows;
          kept.hits = NOTHING;
        }
        return rows;
      },
    };
  }

  /** A change or a rebuild makes a new key, so what is kept is never older than the answers that it is used for. */
  private keep(text: string): Kept {
    const query = proseQuery(text);
    if (query === null) return { hits: NOTHING, rows: null };
    const key = `${this.readModel.referenceVersion} ${this.readModel.sequence} ${query}`;
    const kept = this.kept.get(key) ?? { hits: this.repository.peopleByProse(query), rows: null };
    this.kept.delete(key);
    this.kept.set(key, kept);
    // A read that failed is made again by the next who asks.
    kept.hits.catch(() => this.kept.delete(key));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= TEXTS_KEPT) break;
      this.kept.delete(oldest);
    }
    return kept;
  }

  private rowsOf(hits: readonly ProseHits[]): RankedRows {
    const best = hits.reduce((most, { score }) => Math.max(most, score), 1);
    return this.readModel.rowsOfNodes(hits.map(({ score, numbers }) => ({ score: (score / best) * PROSE_CEILING, numbers })));
  }
}
