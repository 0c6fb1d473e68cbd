const INITIAL = 1 << 10;

/** A copy of the array with room for about 60 % more. */
export function grown32(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(Math.ceil(array.length * 1.6) + 16);
  next.set(array);
  return next;
}

function finishHash(hash: number, tag: number): number {
  const mixed = Math.imul(hash ^ tag, 0x45d9f3b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

function hashOf(text: string, tag: number): number {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
  return finishHash(hash, tag);
}

/** Distinct (text, tag) pairs, numbered in the order of their first arrival, in typed arrays only. */
export class StringPool {
  units: Uint8Array | Uint16Array;
  offsets: Uint32Array = new Uint32Array(INITIAL);
  tags: Uint32Array = new Uint32Array(INITIAL);
  size = 0;
  private used = 0;
  private slots = new Int32Array(INITIAL * 4).fill(-1);

  /** @param wide true for 16-bit units (any script), false for 8-bit units (a–z). */
  constructor(private readonly wide: boolean) {
    this.units = this.allocate(INITIAL);
  }

  /** A zeroed array of this pool's unit width. */
  allocate(length: number): Uint8Array | Uint16Array {
    return this.wide ? new Uint16Array(length) : new Uint8Array(length);
  }

  /** How many units all texts have together. */
  get length(): number {
    return this.used;
  }

  /** Drops the hash table and the spare room; nothing can be interned afterwards. */
  seal(): void {
    this.slots = new Int32Array(0);
    this.units = this.units.slice(0, this.used);
    this.offsets = this.offsets.slice(0, this.size + 1);
    this.tags = this.tags.slice(0, this.size);
  }

  /** The text numbered `id`. */
  text(id: number): string {
    let text = "";
    const end = this.offsets[id + 1] ?? 0;
    for (let at = this.offsets[id] ?? 0; at < end; at++) text += String.fromCharCode(this.units[at] ?? 0);
    return text;
  }

  /** The number of the pair, new or known. */
  intern(text: string, tag: number): number {
    if (this.size * 2 >= this.slots.length) this.rehash();
    const mask = this.slots.length - 1;
    let slot = hashOf(text, tag) & mask;
    for (;;) {
      const id = this.slots[slot] ?? -1;
      if (id < 0) break;
      if (this.equals(id, text, tag)) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.size++;
    this.slots[slot] = id;
    if (id + 1 >= this.offsets.length) {
      this.offsets = grown32(this.offsets);
      this.tags = grown32(this.tags);
    }
    if (this.used + text.length > this.units.length) this.growUnits(text.length);
    for (let at = 0; at < text.length; at++) this.units[this.used++] = text.charCodeAt(at);
    this.offsets[id + 1] = this.used;
    this.tags[id] = tag;
    return id;
  }

  private growUnits(more: number): void {
    const next = this.allocate(Math.max(this.used + more, Math.ceil(this.units.length * 1.6)));
    next.set(this.units);
    this.units = next;
  }

  private equals(id: number, text: string, tag: number): boolean {
    const from = this.offsets[id] ?? 0;
    if (this.tags[id] !== tag || (this.offsets[id + 1] ?? 0) - from !== text.length) return false;
    for (let at = 0; at < text.length; at++) if (this.units[from + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let hash = 2166136261;
      const end = this.offsets[id + 1] ?? 0;
      for (let at = this.offsets[id] ?? 0; at < end; at++) hash = Math.imul(hash ^ (this.units[at] ?? 0), 16777619);
      let slot = finishHash(hash, this.tags[id] ?? 0) & mask;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.slots = slots;
  }
}
