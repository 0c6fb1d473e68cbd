import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { errorSentence } from "../lib/error-sentence.ts";
import { onSessionUse } from "../lib/http.ts";
import { leaveFor, SessionProvider, signInHref } from "../lib/session.ts";
import { readSession, type Session } from "../lib/session-client.ts";
import { useLanguage } from "../lib/use-language.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { IdleNotice } from "./idle-notice.tsx";
import { RouteFallback } from "./layout/route-fallback.tsx";
import { endOffline, isCutOff, offlineSession, worksOffline } from "./offline.ts";
import { listenToTabs, tellTabs } from "./session-tabs.ts";
import { useReconnect } from "./use-reconnect.ts";

/** The page now open, to come back to. A sign-in page is kept with its own address. */
function here(): string {
  const { pathname, search } = window.location;
  return pathname === "/sign-in" ? `/sign-in${search}` : signInHref(`${pathname}${search}`);
}

/**
 * What must not stay behind: the browser may keep a page that was left in memory and bring it back without asking anybody. It is
 * hidden as it is left, and loaded anew when it is brought back.
 */
function useNoWayBack(): void {
  useEffect(() => {
    const root = document.documentElement;
    const hide = () => {
      root.hidden = true;
    };
    const show = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload();
      else root.hidden = false;
    };
    window.addEventListener("pagehide", hide);
    window.addEventListener("pageshow", show);
    return () => {
      window.removeEventListener("pagehide", hide);
      window.removeEventListener("pageshow", show);
    };
  }, []);
}

/** Ends this page when the session ends here or in another tab, or passes to somebody else. */
function useSessionEnd(session: Session | null): void {
  // What stands in for a session without signal is nobody's: other tabs are not told of it.
  const viewer = session?.state === "SIGNED_IN" && !session.offline ? session.viewer : null;
  const who = viewer ? `${viewer.id} ${viewer.role ?? ""}` : null;
  useEffect(() => {
    if (who === null) return;
    tellTabs({ kind: "viewer", who });
    const stopUse = onSessionUse((what) => what === "UNAUTHENTICATED" && leaveFor(here()));
    const stopTabs = listenToTabs((message) => {
      if (message.kind === "ended") leaveFor(here());
      else if (message.kind === "viewer" && message.who !== who) leaveFor("/");
    });
    return () => {
      stopUse();
      stopTabs();
    };
  }, [who]);
}

function GateTrouble({ error, mayRefer, retry }: { error: unknown; mayRefer: boolean; retry: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <main className="page-centre">
      <ErrorNotice
        page
        title={t("session.unreadable")}
        detail={errorSentence(error, t, language)}
        action={
          <>
            <button type="button" className="button button-primary" onClick={retry}>
              {t("action.retry")}
            </button>
            {mayRefer && (
              <a className="button" href="/referrals/new">
                {t("session.referOffline")}
              </a>
            )}
          </>
        }
      />
    </main>
  );
}

/** The session as the server tells it; without signal what stands in for it, on the pages that work so. */
function useSessionRead() {
  const [session, setSession] = useState<Session | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [mayRefer, setMayRefer] = useState(false);
  const take = useCallback((read: Session) => {
    if (read.state !== "SIGNED_IN") void endOffline().catch(() => undefined);
    setSession(read);
  }, []);
  const read = useCallback(() => {
    setError(null);
    readSession().then(take, async (fault: unknown) => {
      const standIn = isCutOff(fault) ? await offlineSession() : null;
      setMayRefer(standIn !== null);
      if (standIn !== null && worksOffline(window.location.pathname)) setSession(standIn);
      else setError(fault);
    });
  }, [take]);
  useEffect(read, [read]);
  useReconnect(session?.offline === true, (found) => (found.state === "SIGNED_IN" ? take(found) : leaveFor(here())));
  return { session, setSession: take, error, mayRefer, read };
}

/** Asks once who is signed in, and shows nothing of the product before that is known. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { session, setSession, error, mayRefer, read } = useSessionRead();
  useNoWayBack();
  useSessionEnd(session);
  const tools = useMemo(() => (session ? { session, setSession } : null), [session, setSession]);
  if (error !== null && !tools) return <GateTrouble error={error} mayRefer={mayRefer} retry={read} />;
  if (!tools) return <RouteFallback />;
  const { state, offline, idleMinutes } = tools.session;
  return (
    <SessionProvider value={tools}>
      {children}
      {state === "SIGNED_IN" && !offline && <IdleNotice idleMinutes={idleMinutes} onEnded={() => leaveFor(here())} />}
    </SessionProvider>
  );
}
