import type { NetworkView } from "./network-view.ts";

/** A network on its way from one page of this window to another. */
export interface HandedNetwork {
  readonly view: NetworkView;
  /** The analysis that it was opened from or saved as; null for none. */
  readonly analysis: string | null;
}

/** Networks handed over in this window; a few are kept, so that Back finds them. */
const MOST_KEPT = 5;
const handed = new Map<string, HandedNetwork>();
let count = 0;

/**
 * Keeps a network for another page of this window, in memory only: it is gone with the window.
 * @returns a key for the address of that page
 */
export function handOver(network: HandedNetwork): string {
  count += 1;
  const key = `here-${count}`;
  handed.set(key, network);
  for (const oldest of handed.keys()) if (handed.size > MOST_KEPT) handed.delete(oldest);
  return key;
}

/** Whether a key of an address speaks of a network in this window rather than of a saved analysis. */
export function isHandedKey(key: string): boolean {
  return key.startsWith("here-");
}

/** A network that was handed over; null when it is gone. */
export function handedOver(key: string): HandedNetwork | null {
  return handed.get(key) ?? null;
}
