const GROWTH = 1.25;
const SMALLEST = 64;

/** A column of unsigned 32-bit numbers that grows at its end. `data` may be longer than `length`; read it anew after a push. */
export class Column {
  data: Uint32Array;
  length = 0;

  /** @param capacity rows expected, so that a build does not copy */
  constructor(capacity = 0) {
    this.data = new Uint32Array(Math.max(SMALLEST, capacity));
  }

  /** Appends a value: a whole number from 0 to 2³² − 1. */
  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Uint32Array(Math.ceil(this.length * GROWTH));
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length] = value;
    this.length += 1;
  }

  /** The value at a place, 0 beyond the end. */
  at(index: number): number {
    return this.data[index] ?? 0;
  }

  /** Bytes held. */
  get bytes(): number {
    return this.data.byteLength;
  }
}

/** Text of many rows in one buffer of UTF-8, appended at its end. */
export class TextColumn {
  private bytesOf: Buffer;
  private used = 0;
  private readonly starts: Column;

  /** @param capacity rows expected */
  constructor(capacity = 0) {
    this.bytesOf = Buffer.alloc(Math.max(SMALLEST, capacity * 24));
    this.starts = new Column(capacity + 1);
    this.starts.push(0);
  }

  /** Appends a text. */
  push(text: string): void {
    const needed = this.used + Buffer.byteLength(text);
    if (needed > this.bytesOf.length) {
      const larger = Buffer.alloc(Math.ceil(needed * GROWTH));
      this.bytesOf.copy(larger, 0, 0, this.used);
      this.bytesOf = larger;
    }
    this.used += this.bytesOf.write(text, this.used);
    this.starts.push(this.used);
  }

  /** The text of a row. */
  at(index: number): string {
    return this.bytesOf.toString("utf8", this.starts.at(index), this.starts.at(index + 1));
  }

  /** Bytes held. */
  get bytes(): number {
    return this.bytesOf.length + this.starts.bytes;
  }
}
