import type { ScientistSort } from "../../graphql/generated.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import { packId, unpackId } from "./id-column.ts";
import type { Page, Selection } from "./selection.types.ts";
import { isNameless } from "./sort-key.ts";

/** Where a person stands in an order: everything that is compared, so that a position outlives the row it was taken from. */
interface Position {
  /** What is ordered by, small first; Infinity when unknown, so that it comes last in both directions. */
  readonly primary: number;
  readonly name: readonly number[];
  readonly id: readonly number[];
}

type Order = Required<ScientistSort>;

const NAME_SHIFT = 2 ** 20;
const NAME_REST = 2 ** 10;

/** The order used when none is asked for: best match first when text was typed, else by name. Without text there is no relevance. */
export function effectiveOrder(selection: Selection, sort: ScientistSort | null | undefined): Order {
  const by = sort?.by ?? "RELEVANCE";
  const known = by === "RELEVANCE" && selection.scores === null ? "NAME" : by;
  // Relevance has one sensible direction, and the default of the input type is ASCENDING.
  return { by: known, direction: by === "RELEVANCE" ? "ASCENDING" : (sort?.direction ?? "ASCENDING") };
}

/** Compares the people of one selection by their index in `rows`. */
export class Ordering {
  private readonly words: readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  private readonly names: readonly [Uint32Array, Uint32Array, Uint32Array];
  private readonly nameSign: number;

  /** @param primaries room for one number a person, which the ordering keeps for itself */
  constructor(
    readonly selection: Selection,
    readonly order: Order,
    private readonly primaries: Float64Array,
  ) {
    const { ids, nameKeys } = selection.table;
    this.words = [ids.words[0].data, ids.words[1].data, ids.words[2].data, ids.words[3].data];
    this.names = [nameKeys[0].data, nameKeys[1].data, nameKeys[2].data];
    this.nameSign = order.by === "NAME" && order.direction === "DESCENDING" ? -1 : 1;
    this.fillPrimaries();
  }

  /** Negative when the first comes before the second. */
  compare(left: number, right: number): number {
    const a = this.primaries[left] ?? 0;
    const b = this.primaries[right] ?? 0;
    if (a !== b) return a < b ? -1 : 1;
    const { rows } = this.selection;
    return this.compareTies(rows[left] ?? 0, rows[right] ?? 0);
  }

  /** Negative when a person comes before a position. */
  compareTo(index: number, position: Position): number {
    const a = this.primaries[index] ?? 0;
    if (a !== position.primary) return a < position.primary ? -1 : 1;
    const row = this.selection.rows[index] ?? 0;
    for (let at = 0; at < this.names.length; at += 1) {
      const difference = (this.names[at]?.[row] ?? 0) - (position.name[at] ?? 0);
      if (difference !== 0) return difference * this.nameSign;
    }
    for (let at = 0; at < this.words.length; at += 1) {
      const difference = (this.words[at]?.[row] ?? 0) - (position.id[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** The position of a person. */
  positionOf(index: number): Position {
    const row = this.selection.rows[index] ?? 0;
    return {
      primary: this.primaries[index] ?? 0,
      name: this.names.map((column) => column[row] ?? 0),
      id: this.words.map((column) => column[row] ?? 0),
    };
  }

  private compareTies(left: number, right: number): number {
    const [n0, n1, n2] = this.names;
    const name = (n0[left] ?? 0) - (n0[right] ?? 0) || (n1[left] ?? 0) - (n1[right] ?? 0) || (n2[left] ?? 0) - (n2[right] ?? 0);
    if (name !== 0) return name * this.nameSign;
    const [a, b, c, d] = this.words;
    return (
      (a[left] ?? 0) - (a[right] ?? 0) ||
      (b[left] ?? 0) - (b[right] ?? 0) ||
      (c[left] ?? 0) - (c[right] ?? 0) ||
      (d[left] ?? 0) - (d[right] ?? 0)
    );
  }

  private fillPrimaries(): void {
    const { rows, scores, table } = this.selection;
    const sign = this.order.direction === "DESCENDING" ? -1 : 1;
    if (this.order.by === "RELEVANCE") {
      for (let index = 0; index < rows.length; index += 1) this.primaries[index] = -(scores?.[index] ?? 0);
      return;
    }
    if (this.order.by === "NAME") {
      this.fillNames(sign);
      return;
    }
    const values = (this.order.by === "BIRTH_DATE" ? table.columns.birthDate : table.columns.awardYear).data;
    for (let index = 0; index < rows.length; index += 1) {
      const value = values[rows[index] ?? 0] ?? 0;
      this.primaries[index] = value === 0 ? Number.POSITIVE_INFINITY : value * sign;
    }
  }

  private fillNames(sign: number): void {
    const { rows } = this.selection;
    const [first, second] = this.names;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      const head = first[row] ?? 0;
      this.primaries[index] = isNameless(head)
        ? Number.POSITIVE_INFINITY
        : sign * (head * NAME_SHIFT + Math.floor((second[row] ?? 0) / NAME_REST));
    }
  }
}

function encodeCursor(order: Order, position: Position): string {
  const primary = position.primary === Number.POSITIVE_INFINITY ? null : position.primary;
  const [a = 0, b = 0, c = 0, d = 0] = position.id;
  return Buffer.from(JSON.stringify([order.by, order.direction, primary, ...position.name, unpackId([a, b, c, d])])).toString("base64url");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function invalidCursor(): InvalidInputError {
  return new InvalidInputError(
    "翻页位置无效，请从第一页重新开始。",
    "The cursor is not one of this list; start again from the first page.",
  );
}

/** @throws InvalidInputError when the text is not a cursor of this order */
function decodeCursor(order: Order, cursor: string): Position {
  const parts: unknown = parseJson(Buffer.from(cursor, "base64url").toString("utf8"));
  if (!Array.isArray(parts) || parts.length !== 7) throw invalidCursor();
  const [by, direction, primary, ...rest]: unknown[] = parts;
  const id = typeof rest[3] === "string" ? packId(rest[3]) : null;
  const name = rest.slice(0, 3).filter((part) => typeof part === "number");
  const known = primary === null || typeof primary === "number";
  if (by !== order.by || direction !== order.direction || id === null || name.length !== 3 || !known) throw invalidCursor();
  return { primary: primary === null ? Number.POSITIVE_INFINITY : primary, name, id };
}

/** The indexes of the first people after a position, in order: a heap of the best, so that a page never sorts everyone. */
function firstAfter(ordering: Ordering, size: number, after: Position | null): number[] {
  const heap: number[] = [];
  const total = ordering.selection.rows.length;
  for (let index = 0; index < total; index += 1) {
    const full = heap.length === size;
    if (full && ordering.compare(index, heap[0] ?? 0) >= 0) continue;
    if (after !== null && ordering.compareTo(index, after) <= 0) continue;
    if (full) sinkRoot(heap, index, ordering);
    else raise(heap, index, ordering);
  }
  return heap.sort((a, b) => ordering.compare(a, b));
}

function raise(heap: number[], added: number, ordering: Ordering): void {
  let at = heap.push(added) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] ?? 0;
    if (ordering.compare(above, added) >= 0) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = added;
}

function sinkRoot(heap: number[], added: number, ordering: Ordering): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && ordering.compare(heap[child + 1] ?? 0, heap[child] ?? 0) > 0) child += 1;
    if (ordering.compare(heap[child] ?? 0, added) <= 0) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = added;
}

/** Reused by every page, since a page is made in one go: eight megabytes a page would be garbage otherwise. */
let pageRoom = new Float64Array(0);

/**
 * A page of a selection. A cursor holds the whole position, not a count, so that pages neither repeat nor skip people who stay
 * while others come and go.
 * @throws InvalidInputError when `after` is not a cursor of this order
 */
export function pageOf(
  selection: Selection,
  sort: ScientistSort | null | undefined,
  first: number,
  after: string | null | undefined,
): Page {
  const order = effectiveOrder(selection, sort);
  const position = after ? decodeCursor(order, after) : null;
  if (pageRoom.length < selection.rows.length) pageRoom = new Float64Array(selection.rows.length);
  const ordering = new Ordering(selection, order, pageRoom);
  const found = firstAfter(ordering, first + 1, position);
  const items = found.slice(0, first).map((index) => ({
    id: selection.table.ids.at(selection.rows[index] ?? 0),
    score: selection.scores?.[index] ?? 0,
    cursor: encodeCursor(order, ordering.positionOf(index)),
  }));
  return { items, hasNextPage: found.length > first, endCursor: items.at(-1)?.cursor ?? null };
}

/** The ids of everyone selected, in order, for exports. Sorts at the first id asked for: about a second for a million people. */
export function* idsInOrder(selection: Selection, sort: ScientistSort | null | undefined): Generator<string, void, void> {
  const ordering = new Ordering(selection, effectiveOrder(selection, sort), new Float64Array(selection.rows.length));
  const indexes = Uint32Array.from(selection.rows, (_, index) => index).sort((a, b) => ordering.compare(a, b));
  for (const index of indexes) yield selection.table.ids.at(selection.rows[index] ?? 0);
}
