import { type RefObject, useEffect } from "react";
import { useLocation } from "react-router";

const positions = new Map<string, number>();

/** Brings a scrolling element back to where it was when its history entry is opened again; a new entry starts at the top. */
export function useScrollMemory(element: RefObject<HTMLElement | null>, ready: boolean): void {
  const { key } = useLocation();
  useEffect(() => {
    const scroller = element.current;
    if (!scroller || !ready) return;
    scroller.scrollTop = positions.get(key) ?? 0;
    const remember = () => positions.set(key, scroller.scrollTop);
    scroller.addEventListener("scroll", remember, { passive: true });
    return () => scroller.removeEventListener("scroll", remember);
  }, [element, key, ready]);
}
