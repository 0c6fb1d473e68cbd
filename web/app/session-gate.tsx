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
import { listenToTabs, tellTabs } from "./session-tabs.ts";

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
  const viewer = session?.state === "SIGNED_IN" ? session.viewer : null;
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

function GateTrouble({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <main className="page-centre">
      <ErrorNotice
        page
        title={t("session.unreadable")}
        detail={errorSentence(error, t, language)}
        action={
          <button type="button" className="button button-primary" onClick={retry}>
            {t("action.retry")}
          </button>
        }
      />
    </main>
  );
}

/** Asks once who is signed in, and shows nothing of the product before that is known. */
export function SessionGate({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session | null>(null);
  const [error, setError] = useState<unknown>(null);
  const read = useCallback(() => {
    setError(null);
    readSession().then(setSession, setError);
  }, []);
  useEffect(read, [read]);
  useNoWayBack();
  useSessionEnd(session);
  const tools = useMemo(() => (session ? { session, setSession } : null), [session]);
  if (error !== null && !tools) return <GateTrouble error={error} retry={read} />;
  if (!tools) return <RouteFallback />;
  return (
    <SessionProvider value={tools}>
      {children}
      {tools.session.state === "SIGNED_IN" && <IdleNotice idleMinutes={tools.session.idleMinutes} onEnded={() => leaveFor(here())} />}
    </SessionProvider>
  );
}
