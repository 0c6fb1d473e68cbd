import { useEffect, useRef } from "react";
import { readSession, type Session } from "../lib/session-client.ts";

/** How often the server is looked for while the browser believes to have signal. */
const LOOK_EVERY_MS = 10_000;

/** Looks for the server while the session is only stood in for, and tells what it says. */
export function useReconnect(offline: boolean, onSession: (session: Session) => void): void {
  const told = useRef(onSession);
  told.current = onSession;
  useEffect(() => {
    if (!offline) return;
    let asking = false;
    const look = async () => {
      if (asking || !navigator.onLine) return;
      asking = true;
      const session = await readSession(true).catch(() => null);
      asking = false;
      if (session !== null) told.current(session);
    };
    const timer = window.setInterval(() => void look(), LOOK_EVERY_MS);
    const onOnline = () => void look();
    window.addEventListener("online", onOnline);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", onOnline);
    };
  }, [offline]);
}
