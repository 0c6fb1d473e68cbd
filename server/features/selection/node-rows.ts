import { Column } from "./columns.ts";

/** The largest number that a column holds; the engine's numbers of nodes are smaller in any store of less than four thousand million. */
const LARGEST = 2 ** 32 - 1;

/**
 * From the engine's own number of a person's node to the newest row of that person. Full text names people by that number, which costs
 * the database nothing, while the id of each of a hundred thousand hits is a read of its own.
 *
 * A build meets the nodes in ascending order, so the numbers of rows are searched where they stand; what comes later out of order is
 * kept beside them. A number may be given to another node after its own is deleted; the newer row then takes it over.
 */
export class NodeRows {
  private readonly ascending: Column;
  private readonly later = new Map<number, number>();
  private last = -1;

  /** @param capacity rows expected */
  constructor(capacity = 0) {
    this.ascending = new Column(capacity);
  }

  /** Bytes held, without those kept beside. */
  get bytes(): number {
    return this.ascending.bytes;
  }

  /** Says which node the next row stands for. Every row is to be told, in order. */
  push(node: number): void {
    const row = this.ascending.length;
    if (node > this.last && node <= LARGEST) this.last = node;
    else this.later.set(node, row);
    // Out of order, the last number stands again: the search finds the first of equal ones, which is the right one.
    this.ascending.push(Math.max(0, this.last));
  }

  /** The newest row told for a node, struck out or not; −1 when there is none. */
  rowOf(node: number): number {
    if (this.later.size > 0) {
      const row = this.later.get(node);
      if (row !== undefined) return row;
    }
    const nodes = this.ascending.data;
    let low = 0;
    let high = this.ascending.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((nodes[middle] ?? 0) < node) low = middle + 1;
      else high = middle;
    }
    return low < this.ascending.length && nodes[low] === node ? low : -1;
  }
}
