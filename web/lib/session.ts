import { createContext, useContext } from "react";
import type { Capability, Session } from "./session-client.ts";

interface SessionTools {
  readonly session: Session;
  /** Takes in what the server said last. */
  readonly setSession: (session: Session) => void;
}

const SessionContext = createContext<SessionTools | null>(null);

/** Gives the session to everything below. */
export const SessionProvider = SessionContext.Provider;

/** @returns the session of this browser and the way to take in a newer one; throws outside its provider */
export function useSession(): SessionTools {
  const tools = useContext(SessionContext);
  if (!tools) throw new Error("There is no session here.");
  return tools;
}

/** @returns whether the viewer's role has one of these capabilities; what the server allows is decided there */
export function useMay(...any: readonly Capability[]): boolean {
  const { viewer } = useSession().session;
  return any.some((capability) => viewer?.capabilities.includes(capability) ?? false);
}

/** Where sign-in leads back to: a path of this app, never another host. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith("/sign-in") ? next : "/";
}

/** Address of the sign-in page that leads back to a path. */
export function signInHref(next: string): string {
  const back = safeNext(next);
  return back === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(back)}`;
}

let leaving = false;

/**
 * Leaves for an address by loading the page anew, so that nothing read under the former session stays in memory.
 * @param replace whether Back should skip the page that is left
 */
export function leaveFor(href: string, replace = true): void {
  if (leaving) return;
  leaving = true;
  if (replace) window.location.replace(href);
  else window.location.assign(href);
}
