import { useSyncExternalStore } from "react";

/**
 * Follows a CSS media query.
 * @returns whether it matches now
 */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", changed);
      return () => list.removeEventListener("change", changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Whether the screen is as narrow as a phone held upright (below 768 px). */
export function usePhone(): boolean {
  return useMedia("(max-width: 767px)");
}
