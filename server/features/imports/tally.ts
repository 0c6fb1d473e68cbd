import type { Fault, ImportReport, ReportedFault, StatedContent } from "./imports.types.ts";
import { FAULTS_LISTED } from "./imports.types.ts";
import { authorKey, personKey } from "./outer-ids.ts";

/** Where a record stands. */
export interface RecordPlace {
  readonly file: string;
  readonly record: number;
}

/** What became of one record. */
export interface RecordOutcome extends RecordPlace {
  readonly scope: string;
  readonly outcome: "CREATED" | "RESTATED" | "PERSON" | "UNCHANGED" | "LEFT_OUT";
  readonly content: StatedContent | null;
  readonly refused: number;
  readonly faults: readonly Fault[];
}

/** Counts what an import does, the same for a dry run. */
export class Tally {
  readonly #counts = {
    records: 0,
    leftOut: 0,
    worksCreated: 0,
    worksRestated: 0,
    unchanged: 0,
    persons: 0,
    authorships: 0,
    refused: 0,
    faultCount: 0,
  };
  readonly #faults: ReportedFault[] = [];
  readonly #authors = new Map<string, number>();
  readonly #strings = new Set<string>();
  /** By number of the first of a pair: a set of the seconds. One set of all pairs would meet the limit of 16 million. */
  readonly #pairs = new Map<number, Set<number>>();

  /** How many records were counted. */
  get records(): number {
    return this.#counts.records;
  }

  add({ file, record, scope, outcome, content, refused, faults }: RecordOutcome): void {
    const counts = this.#counts;
    counts.records += 1;
    counts.refused += refused;
    if (outcome === "LEFT_OUT") counts.leftOut += 1;
    if (outcome === "UNCHANGED") counts.unchanged += 1;
    if (outcome === "CREATED") counts.worksCreated += 1;
    if (outcome === "RESTATED") counts.worksRestated += 1;
    if (outcome === "PERSON") counts.persons += 1;
    for (const fault of faults) this.#note({ ...fault, file, record, leftOut: outcome === "LEFT_OUT" });
    if (content !== null) this.#addPeople(content, scope);
  }

  #note(fault: ReportedFault): void {
    this.#counts.faultCount += 1;
    if (this.#faults.length < FAULTS_LISTED) this.#faults.push(fault);
  }

  #number(key: string): number {
    const known = this.#authors.get(key) ?? this.#authors.size;
    this.#authors.set(key, known);
    return known;
  }

  #addPeople(content: StatedContent, scope: string): void {
    if (content.type === "PERSON") {
      this.#number(personKey(content));
      return;
    }
    for (const { name } of content.authors) this.#strings.add(name);
    const numbers = [...new Set(content.authors.map((author) => this.#number(authorKey(author, scope))))].sort((one, other) => one - other);
    this.#counts.authorships += numbers.length;
    numbers.forEach((first, index) => {
      const seconds = this.#pairs.get(first) ?? new Set();
      for (const second of numbers.slice(index + 1)) seconds.add(second);
      this.#pairs.set(first, seconds);
    });
  }

  report(batchId: string | null, dryRun: boolean, files: readonly string[]): ImportReport {
    let coauthorPairs = 0;
    for (const seconds of this.#pairs.values()) coauthorPairs += seconds.size;
    return {
      batchId,
      dryRun,
      files,
      ...this.#counts,
      authors: this.#authors.size,
      authorStrings: this.#strings.size,
      coauthorPairs,
      faults: this.#faults,
    };
  }
}
