import { DatabaseTimeoutError } from "../../db/errors.ts";
import type { IntroductionLink, NetworkCutReason } from "../../graphql/generated.ts";
import type { NetworkCutModel } from "./network.types.ts";

/** What one search may still read, and what its bounds have left out so far. */
export class SearchBudget {
  private readonly found = new Map<string, NetworkCutModel>();
  private readonly deadline: number;
  private rows: number;
  private readonly allRows: number;
  private ended = false;
  private readonly clock: () => number;

  constructor({ rows, timeMs }: { readonly rows: number; readonly timeMs: number }, clock: () => number) {
    this.rows = rows;
    this.allRows = rows;
    this.clock = clock;
    this.deadline = clock() + timeMs;
  }

  /** Rows that may still be read. */
  get rowsLeft(): number {
    return Math.max(0, this.rows);
  }

  /** Whether nothing more may be read. */
  get over(): boolean {
    return this.ended || this.rows <= 0;
  }

  /** What was left out, merged by reason and kind of link. */
  get cuts(): NetworkCutModel[] {
    return [...this.found.values()];
  }

  /** Notes what a bound left out. Several of one reason and kind are added up. */
  cut(reason: NetworkCutReason, link: IntroductionLink | null, considered: number, of: number | null): void {
    const key = `${reason} ${link}`;
    const known = this.found.get(key);
    const total = known === undefined ? of : known.of === null || of === null ? null : known.of + of;
    this.found.set(key, { reason, link, considered: considered + (known?.considered ?? 0), of: total });
  }

  /**
   * Runs one read within what is left of the time; when the time is over the answer is `otherwise` and the search ends, with a cut.
   * @throws AppError of any other fault
   */
  async read<T>(work: (timeoutMs: number) => Promise<readonly T[]>, count: (row: T) => number = () => 1): Promise<readonly T[]> {
    const left = this.deadline - this.clock();
    if (this.ended || left <= 0) return this.end();
    try {
      const rows = await work(Math.max(1, Math.ceil(left)));
      this.rows -= rows.reduce((sum, row) => sum + count(row), 0);
      return rows;
    } catch (error) {
      if (error instanceof DatabaseTimeoutError) return this.end();
      throw error;
    }
  }

  /** Notes that reading stopped because all rows were used. */
  noteRows(): void {
    if (!this.ended && !this.found.has("ROWS null")) this.cut("ROWS", null, this.allRows - this.rows, null);
  }

  private end(): [] {
    this.ended = true;
    if (!this.found.has("TIME null")) this.cut("TIME", null, this.allRows - this.rows, null);
    return [];
  }
}
