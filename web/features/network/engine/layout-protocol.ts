/** What the layout works on: places and weights as flat numbers, so that they cross to the worker without copying. */
export interface LayoutTask {
  /** Told with every answer, so that answers to a former task are passed over. */
  readonly task: number;
  /** x and y of each person. */
  readonly places: Float32Array;
  /** 1 for those who stay where they are. */
  readonly fixed: Uint8Array;
  /** Positions of both people of each pair in `places`. */
  readonly pairs: Uint32Array;
  readonly weights: Float32Array;
  readonly iterations: number;
}

/** Where everybody stands after some more iterations. */
export interface LayoutAnswer {
  readonly task: number;
  readonly places: Float32Array;
  readonly done: boolean;
}

/** Iterations after which a network of so many people has come to rest. */
export function iterationsFor(people: number): number {
  if (people <= 500) return 400;
  return people <= 2_000 ? 260 : 140;
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 16_777_619);
  return (value >>> 0) / 4_294_967_296;
}

/** Where somebody starts who has no place yet: around a place near to whom they belong, the same each time. */
export function firstPlace(id: string, near: { readonly x: number; readonly y: number }, spread: number): { x: number; y: number } {
  const angle = hash(id) * Math.PI * 2;
  const distance = spread * (0.35 + 0.65 * hash(`${id}.`));
  return { x: near.x + Math.cos(angle) * distance, y: near.y + Math.sin(angle) * distance };
}
