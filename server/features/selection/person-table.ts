import type { Tier } from "../../graphql/generated.ts";
import { Column, TextColumn } from "./columns.ts";
import { IdColumn, packId } from "./id-column.ts";
import type { ReferenceTables } from "./reference-tables.ts";
import type { PersonRecord } from "./selection.types.ts";
import { SetPool } from "./set-pool.ts";
import { nameSortKey } from "./sort-key.ts";

/** Tiers from high to low; a tier's code is its place in this list plus one, 0 is none. */
export const TIERS: readonly Tier[] = ["TOP", "OUTSTANDING", "LEADING", "YOUNG"];
/** Years above this are not told apart; a code of 0 is an unknown year. */
export const LAST_YEAR = 4095;

const BETWEEN_NAMES = "\n";
const PARTIAL_DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;

/** A partial date as a number whose order is the order of dates, the less precise first; 0 when unknown. */
function dateCode(date: string | null): number {
  const parts = PARTIAL_DATE.exec(date ?? "");
  return parts === null ? 0 : Number(parts[1]) * 10_000 + Number(parts[2] ?? 0) * 100 + Number(parts[3] ?? 0);
}

function yearCode(year: number | null): number {
  return year === null ? 0 : Math.min(LAST_YEAR, Math.max(1, year));
}

function orUnknown(number: number | null): number {
  return number === null ? 0 : number + 1;
}

/** All names of a person. */
export interface RowNames {
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly aliases: readonly string[];
}

/** The sets that columns of the table point into, shared by all rows. */
export interface Pools {
  /** Birthplace and ancestral home with all places around them. */
  readonly homes: SetPool;
  /** Fields with all broader ones. */
  readonly fields: SetPool;
  readonly employers: SetPool;
  readonly almaMaters: SetPool;
  readonly awards: SetPool;
  readonly sources: SetPool;
}

/** The columns of a table; those of places and institutions hold number plus one, 0 being unknown. */
export interface Columns {
  readonly birthPlace: Column;
  readonly ancestralHome: Column;
  readonly workplace: Column;
  readonly almaMater: Column;
  readonly homeSet: Column;
  readonly fieldSet: Column;
  readonly employerSet: Column;
  readonly almaMaterSet: Column;
  readonly awardSet: Column;
  readonly sourceSet: Column;
  /** `YYYYMMDD` with zeros for what is not known. */
  readonly birthDate: Column;
  readonly birthYear: Column;
  readonly deceased: Column;
  readonly tier: Column;
  readonly awardYear: Column;
}

function makeColumns(capacity: number): Columns {
  const column = (): Column => new Column(capacity);
  return {
    birthPlace: column(),
    ancestralHome: column(),
    workplace: column(),
    almaMater: column(),
    homeSet: column(),
    fieldSet: column(),
    employerSet: column(),
    almaMaterSet: column(),
    awardSet: column(),
    sourceSet: column(),
    birthDate: column(),
    birthYear: column(),
    deceased: column(),
    tier: column(),
    awardYear: column(),
  };
}

/**
 * The filterable facts of all people, one row a person. A changed person gets a new row at the end and the old row is struck out, so that
 * a selection taken before the change stays whole while it is read.
 */
export class PersonTable {
  readonly ids: IdColumn;
  readonly columns: Columns;
  readonly nameKeys: readonly [Column, Column, Column];
  readonly pools: Pools;
  private readonly names: TextColumn;
  private alive: Uint8Array;
  private rowCount = 0;
  private liveCount = 0;
  private liveRowsCache: Uint32Array | null = null;

  /** @param capacity people expected, so that a build does not copy */
  constructor(
    readonly reference: ReferenceTables,
    capacity = 0,
  ) {
    this.ids = new IdColumn(capacity);
    this.columns = makeColumns(capacity);
    this.nameKeys = [new Column(capacity), new Column(capacity), new Column(capacity)];
    this.names = new TextColumn(capacity);
    this.alive = new Uint8Array(Math.max(64, capacity));
    this.pools = {
      homes: new SetPool(),
      fields: new SetPool(),
      employers: new SetPool(),
      almaMaters: new SetPool(),
      awards: new SetPool(),
      sources: new SetPool(),
    };
  }

  /** People in the table. */
  get size(): number {
    return this.liveCount;
  }

  /** Rows, struck out ones included. */
  get rows(): number {
    return this.rowCount;
  }

  /** Bytes held. */
  get bytes(): number {
    const columns = [...Object.values(this.columns), ...this.nameKeys, ...Object.values(this.pools), this.ids, this.names];
    return columns.reduce((sum, column) => sum + column.bytes, this.alive.byteLength + (this.liveRowsCache?.byteLength ?? 0));
  }

  /** The rows not struck out, ascending. Not to be changed. */
  liveRows(): Uint32Array {
    if (this.liveRowsCache === null) {
      const rows = new Uint32Array(this.liveCount);
      let count = 0;
      for (let row = 0; row < this.rowCount; row += 1) if (this.alive[row] === 1) rows[count++] = row;
      this.liveRowsCache = rows;
    }
    return this.liveRowsCache;
  }

  /** Whether a row is not struck out. */
  isLive(row: number): boolean {
    return this.alive[row] === 1;
  }

  /** The row of a person, −1 when there is none. */
  rowOf(id: string): number {
    const row = this.ids.rowOf(id);
    return row >= 0 && this.isLive(row) ? row : -1;
  }

  /** The names of a row. */
  namesOf(row: number): RowNames {
    const [nameZh = "", nameEn = "", ...aliases] = this.names.at(row).split(BETWEEN_NAMES);
    return { nameZh: nameZh || null, nameEn: nameEn || null, aliases };
  }

  /** Takes a person in or replaces the one of the same id; false when the id is not a ULID, and then nothing is done. */
  put(person: PersonRecord): boolean {
    const id = packId(person.id);
    if (id === null) return false;
    this.remove(person.id);
    this.ids.push(id);
    this.pushFacts(person);
    const key = nameSortKey(person.nameZh, person.nameEn);
    this.nameKeys.forEach((column, index) => {
      column.push(key[index] ?? 0);
    });
    this.names.push([person.nameZh ?? "", person.nameEn ?? "", ...person.aliases].join(BETWEEN_NAMES));
    this.setAlive(this.rowCount);
    this.rowCount += 1;
    this.liveCount += 1;
    this.liveRowsCache = null;
    return true;
  }

  /** Strikes a person out; nothing happens when there is none of that id. */
  remove(id: string): void {
    const row = this.rowOf(id);
    if (row < 0) return;
    this.alive[row] = 0;
    this.liveCount -= 1;
    this.liveRowsCache = null;
  }

  private setAlive(row: number): void {
    if (row >= this.alive.length) {
      const larger = new Uint8Array(Math.ceil(row * 1.25) + 1);
      larger.set(this.alive);
      this.alive = larger;
    }
    this.alive[row] = 1;
  }

  private pushFacts(person: PersonRecord): void {
    const { columns, pools, reference } = this;
    columns.birthPlace.push(orUnknown(person.birthPlace));
    columns.ancestralHome.push(orUnknown(person.ancestralHome));
    columns.workplace.push(orUnknown(person.workplace));
    columns.almaMater.push(orUnknown(person.almaMater));
    columns.homeSet.push(
      pools.homes.intern([...reference.chainOf(person.birthPlace ?? -1), ...reference.chainOf(person.ancestralHome ?? -1)]),
    );
    columns.fieldSet.push(pools.fields.intern(person.fields.flatMap((field) => reference.fieldClosures[field] ?? [])));
    columns.employerSet.push(pools.employers.intern(person.employers));
    columns.almaMaterSet.push(pools.almaMaters.intern(person.almaMaters));
    columns.awardSet.push(pools.awards.intern(person.awards));
    columns.sourceSet.push(pools.sources.intern(person.sources));
    const birth = dateCode(person.birthDate);
    columns.birthDate.push(birth);
    columns.birthYear.push(birth === 0 ? 0 : yearCode(Math.floor(birth / 10_000)));
    columns.deceased.push(person.deathDate === null ? 0 : 1);
    columns.tier.push(person.tier === null ? 0 : TIERS.indexOf(person.tier) + 1);
    columns.awardYear.push(yearCode(person.latestAwardYear));
  }
}
