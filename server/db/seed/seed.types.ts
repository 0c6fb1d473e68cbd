import type { AwardRow, FieldRow, InstitutionRow, PlaceRow, ScientistRow, SourceRow } from "../../../seeds/rows.ts";
import type { Transaction } from "../run.ts";

/** Rows of places, institutions and the like; each list may be left out. */
export interface ReferenceRows {
  readonly sources?: readonly SourceRow[];
  readonly places?: readonly PlaceRow[];
  readonly fields?: readonly FieldRow[];
  readonly institutions?: readonly InstitutionRow[];
  readonly awards?: readonly AwardRow[];
}

/** All rows of the seeds. */
export interface SeedRows extends Required<ReferenceRows> {
  readonly scientists: readonly ScientistRow[];
}

/** What an import did. `sequence` is the last change number of the graph after it. */
export interface ImportResult {
  readonly sequence: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows of people who refused to be in here; they were left out. */
  readonly refused: number;
}

/** Recognises people who were erased or refused, so that no import brings them back. */
export interface RefusalCheck {
  /** The keys of those rows that speak of a person who refused, as the transaction sees the register. */
  refusedKeys(transaction: Transaction, rows: readonly ScientistRow[]): Promise<ReadonlySet<string>>;
}

/** How an import may be watched and stopped. */
export interface ImportOptions {
  /** Stops between two transactions; what was committed stays, and the next run completes it. */
  readonly signal?: AbortSignal;
  /** Called after each transaction with the number of rows written so far. */
  readonly onProgress?: (written: number) => void;
  /** Needed as soon as anybody has refused: an import that could bring them back does not start. */
  readonly refusals?: RefusalCheck;
}
