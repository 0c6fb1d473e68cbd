import { useCallback, useEffect, useState } from "react";

/** How long a clear text stays on screen, in seconds. */
export const SHOWN_SECONDS = 60;

/** Holds one clear text for a minute and forgets it; also when the page is left or put away. It is kept nowhere else. */
export function useClearText() {
  const [value, setValue] = useState<string | null>(null);
  const hide = useCallback(() => setValue(null), []);
  useEffect(() => {
    if (value === null) return;
    const timer = window.setTimeout(hide, SHOWN_SECONDS * 1_000);
    window.addEventListener("pagehide", hide);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener("pagehide", hide);
    };
  }, [value, hide]);
  return { value, show: setValue, hide };
}
