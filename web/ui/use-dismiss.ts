import { type RefObject, useEffect } from "react";

/**
 * Closes an open panel on Escape and on a press outside it; Escape gives the focus back to the button that opened it.
 * @param onPressOutside false for a panel within the text, whose closing would move what is being pressed
 */
export function useDismiss(open: boolean, host: RefObject<HTMLElement | null>, close: () => void, onPressOutside = true): void {
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close();
      host.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    };
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !host.current?.contains(event.target)) close();
    };
    document.addEventListener("keydown", onKey);
    if (onPressOutside) document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, [open, host, close, onPressOutside]);
}
