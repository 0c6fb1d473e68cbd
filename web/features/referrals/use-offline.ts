import { useSyncExternalStore } from "react";
import { useSession } from "../../lib/session.ts";

function follow(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Whether there is no signal: the browser says so, or the server could not be reached when the page was opened. */
export function useOffline(): boolean {
  const { session } = useSession();
  const online = useSyncExternalStore(follow, () => navigator.onLine);
  return !online || session.offline === true;
}
