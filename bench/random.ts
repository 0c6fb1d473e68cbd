/** A source of random numbers from 0 to 1, the same on every run (Mulberry32). */
export type Random = () => number;

/** @param seed whole number that fixes the sequence */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list; `skew` above 1 prefers the first ones, as real names, places and employers are skewed. */
export function pick<T>(next: Random, from: readonly T[], skew = 1): T {
  const found = from[Math.floor(next() ** skew * from.length)];
  if (found === undefined) throw new Error("Nothing to pick from.");
  return found;
}
