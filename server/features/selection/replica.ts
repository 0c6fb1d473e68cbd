import { type ChangePosition, type ChangesSince, readChangesSince, readPosition } from "../../db/changes.ts";
import type { Database } from "../../db/records.ts";
import { type NameIndex, NameIndexBuilder, type NameMatches } from "../names/index.ts";
import { NodeRows } from "./node-rows.ts";
import type { NodeNumbers, StoredPerson } from "./person-rows.ts";
import { PersonTable } from "./person-table.ts";
import { countPeople, loadPeople, loadReferences, streamPeople } from "./selection.repository.ts";

/** Share of struck out rows beyond which a rebuild is cheaper than dragging them along. */
const MOST_DEAD = 0.1;
/** Few rows are never worth a rebuild. */
const SMALLEST_REBUILD = 10_000;
const SPARE_CAPACITY = 1.05;

/**
 * One copy of the filterable facts, built from the graph at one moment and then moved on change by change. People are replaced one by
 * one; places, institutions, fields, awards and sources are not, so a change of those makes the copy outdated.
 */
export class Replica {
  /** The change up to which this copy is true. It stays behind from the first change that the copy could not take in. */
  sequence: number;
  /** Grows whenever a row was added or struck out. */
  version = 0;
  private outdated = false;
  private lastNames: { readonly text: string; readonly version: number; readonly matches: NameMatches } | null = null;

  private constructor(
    private readonly db: Database,
    readonly table: PersonTable,
    private readonly numbers: NodeNumbers,
    private readonly names: NameIndex,
    /** Rows by the engine's own numbers of people's nodes. */
    readonly nodes: NodeRows,
    private position: ChangePosition,
  ) {
    this.sequence = position.sequence;
  }

  /** Builds a copy. Changes made meanwhile may or may not be in it; {@link advance} takes them in again. */
  static async build(db: Database): Promise<Replica> {
    const position = await readPosition(db.driver, db.database);
    const { tables, numbers } = await loadReferences(db);
    const capacity = Math.ceil((await countPeople(db)) * SPARE_CAPACITY);
    const table = new PersonTable(tables, capacity);
    const nodes = new NodeRows(capacity);
    const builder = new NameIndexBuilder();
    // Names are indexed while the database reads on: afterwards it would idle.
    await streamPeople(db, numbers, (person) => {
      if (!table.put(person)) return;
      nodes.push(person.node);
      builder.add({ row: table.rows - 1, nameZh: person.nameZh, nameEn: person.nameEn, aliases: person.aliases });
    });
    const names = builder.finish();
    // A person read twice has left a struck out row.
    if (table.size < table.rows) for (let row = 0; row < table.rows; row += 1) if (!table.isLive(row)) names.remove(row);
    return new Replica(db, table, numbers, names, nodes, position);
  }

  /** Whether only a new copy can be true, or would be much leaner. */
  get needsRebuild(): boolean {
    const dead = this.table.rows - this.table.size;
    return this.outdated || (dead > SMALLEST_REBUILD && dead > this.table.rows * MOST_DEAD);
  }

  /** Takes in the changes committed since the last call. A row that changed is applied whole or, when reading it fails, not at all. */
  async advance(): Promise<void> {
    for (;;) {
      const since = await readChangesSince(this.db.driver, this.db.database, this.position);
      if (since.rebuild) this.outdated = true;
      if (since.changes.length === 0) return;
      await this.apply(since);
    }
  }

  /** People by a typed name. */
  findByName(text: string): NameMatches {
    if (this.lastNames?.text !== text || this.lastNames.version !== this.version) {
      this.lastNames = { text, version: this.version, matches: this.names.find(text) };
    }
    return this.lastNames.matches;
  }

  /** Whether a text is somebody's whole name. */
  isName(text: string): boolean {
    return this.names.isName(text);
  }

  /** Whether a text is a name or a part of one, such as a surname alone. */
  mayBeName(text: string): boolean {
    return this.names.mayBeName(text);
  }

  private async apply(since: ChangesSince): Promise<void> {
    const touched = [...new Set(since.changes.flatMap((change) => change.scientistIds))];
    const people = await loadPeople(this.db, this.numbers, touched);
    // From here on nothing is awaited: readers see all of it or nothing.
    this.replace(touched, people);
    if (since.changes.some((change) => change.kind === "REFERENCE")) this.outdated = true;
    this.position = since.position;
    if (!this.outdated) this.sequence = since.position.sequence;
  }

  private replace(ids: readonly string[], people: readonly StoredPerson[]): void {
    const found = new Map(people.map((person) => [person.id, person]));
    for (const id of ids) {
      const before = this.table.rowOf(id);
      if (before >= 0) this.names.remove(before);
      const person = found.get(id);
      if (person === undefined) this.table.remove(id);
      else if (this.table.put(person)) {
        this.nodes.push(person.node);
        this.names.update(this.table.rowOf(id), { nameZh: person.nameZh, nameEn: person.nameEn, aliases: person.aliases });
      }
    }
    this.version += 1;
  }
}
