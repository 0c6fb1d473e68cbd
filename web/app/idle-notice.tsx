import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { onSessionUse } from "../lib/http.ts";
import { readSession } from "../lib/session-client.ts";
import { listenToTabs, tellTabs } from "./session-tabs.ts";

const MINUTE_MS = 60_000;
const LOOK_EVERY_MS = 5_000;
/** Other tabs need to know to within some seconds only. */
const TELL_EVERY_MS = 5_000;

/** When the session was last used, in this tab or another. */
function useLastUse(): { current: number } {
  const last = useRef(Date.now());
  const told = useRef(0);
  useEffect(() => {
    const stopUse = onSessionUse((what) => {
      if (what !== "ACTIVITY") return;
      last.current = Date.now();
      if (last.current - told.current < TELL_EVERY_MS) return;
      told.current = last.current;
      tellTabs({ kind: "active" });
    });
    const stopTabs = listenToTabs((message) => {
      if (message.kind === "active") last.current = Date.now();
    });
    return () => {
      stopUse();
      stopTabs();
    };
  }, []);
  return last;
}

/**
 * Says quietly, one minute before it happens, that the session will end for want of use. Once the time is over it asks the server
 * without extending the session, and reports the end.
 */
export function IdleNotice({ idleMinutes, onEnded }: { idleMinutes: number; onEnded: () => void }) {
  const { t } = useTranslation();
  const last = useLastUse();
  const [warning, setWarning] = useState(false);
  const ended = useRef(onEnded);
  ended.current = onEnded;
  useEffect(() => {
    let asking = false;
    const look = async () => {
      const left = last.current + idleMinutes * MINUTE_MS - Date.now();
      setWarning(left <= MINUTE_MS);
      if (left > 0 || asking) return;
      asking = true;
      const session = await readSession(true).catch(() => null);
      asking = false;
      if (session !== null && session.state !== "SIGNED_IN") ended.current();
    };
    const timer = window.setInterval(() => void look(), LOOK_EVERY_MS);
    const onVisible = () => document.visibilityState === "visible" && void look();
    document.addEventListener("visibilitychange", onVisible);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener("visibilitychange", onVisible);
    };
  }, [idleMinutes, last]);
  const stay = async () => {
    const session = await readSession().catch(() => null);
    if (session !== null && session.state !== "SIGNED_IN") ended.current();
    else setWarning(session === null);
  };
  return (
    <div className="toast-slot idle-slot" role="status">
      {warning && (
        <div className="toast">
          <span>{t("session.idle")}</span>
          <button type="button" className="toast-action" onClick={() => void stay()}>
            {t("session.stay")}
          </button>
        </div>
      )}
    </div>
  );
}
