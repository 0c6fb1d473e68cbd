/** A label that would like to be drawn, in pixels of the screen. */
export interface LabelWish {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Side of a cell in which boxes are looked up. */
const CELL = 96;

/** The labels that can be drawn without any lying over another: in the order given, so the most important first, at most `most`. */
export function freeLabels(wishes: Iterable<LabelWish>, most: number): LabelWish[] {
  const cells = new Map<string, LabelWish[]>();
  const chosen: LabelWish[] = [];
  for (const wish of wishes) {
    if (chosen.length >= most) break;
    const keys: string[] = [];
    for (let column = Math.floor(wish.x / CELL); column <= Math.floor((wish.x + wish.width) / CELL); column += 1)
      for (let row = Math.floor(wish.y / CELL); row <= Math.floor((wish.y + wish.height) / CELL); row += 1) keys.push(`${column} ${row}`);
    const isFree = keys.every((key) => (cells.get(key) ?? []).every((other) => !overlaps(wish, other)));
    if (!isFree) continue;
    chosen.push(wish);
    for (const key of keys) cells.set(key, [...(cells.get(key) ?? []), wish]);
  }
  return chosen;
}

function overlaps(one: LabelWish, other: LabelWish): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}
