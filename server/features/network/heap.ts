/** A binary heap: `pop` gives what comes before everything else in it. */
export class Heap<T> {
  private readonly items: T[] = [];
  private readonly before: (one: T, other: T) => boolean;

  constructor(before: (one: T, other: T) => boolean) {
    this.before = before;
  }

  /** Adds one. */
  push(item: T): void {
    let at = this.items.length;
    this.items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = this.items[parent];
      if (above === undefined || !this.before(item, above)) break;
      this.items[at] = above;
      at = parent;
    }
    this.items[at] = item;
  }

  /** Takes the first out; undefined when there is none. */
  pop(): T | undefined {
    const [first] = this.items;
    const last = this.items.pop();
    if (first === undefined || last === undefined || this.items.length === 0) return first;
    this.sink(last);
    return first;
  }

  private sink(item: T): void {
    let at = 0;
    for (;;) {
      const left = this.items[2 * at + 1];
      if (left === undefined) break;
      const right = this.items[2 * at + 2];
      const goRight = right !== undefined && this.before(right, left);
      const child = goRight ? right : left;
      if (!this.before(child, item)) break;
      this.items[at] = child;
      at = 2 * at + (goRight ? 2 : 1);
    }
    this.items[at] = item;
  }
}
