import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { errorSentence } from "../../lib/error-sentence.ts";
import { type Session, takeStep } from "../../lib/session-client.ts";
import { useLanguage } from "../../lib/use-language.ts";

/** Takes the one-time link out of the address, so that it stays in no history. It stands in the fragment, which no server ever sees. */
function takeToken(): string | null {
  const token = new URLSearchParams(window.location.hash.slice(1)).get("link");
  if (token === null) return null;
  window.history.replaceState(window.history.state, "", `${window.location.pathname}${window.location.search}`);
  return token;
}

/** Exchanges the one-time link with which the page was opened for the next step of signing in. */
export function useLink(onSession: (session: Session) => void): { busy: boolean; fault: string | null } {
  const { t } = useTranslation();
  const language = useLanguage();
  const [busy, setBusy] = useState(() => window.location.hash.includes("link="));
  const [fault, setFault] = useState<unknown>(null);
  const tell = useRef(onSession);
  tell.current = onSession;
  useEffect(() => {
    const exchange = () => {
      const token = takeToken();
      if (token === null) return;
      setBusy(true);
      setFault(null);
      takeStep("/auth/link", { token })
        .then((session) => tell.current(session), setFault)
        .finally(() => setBusy(false));
    };
    exchange();
    // A link pasted into the tab in which this page is open changes the fragment only.
    window.addEventListener("hashchange", exchange);
    return () => window.removeEventListener("hashchange", exchange);
  }, []);
  return { busy, fault: fault === null ? null : errorSentence(fault, t, language) };
}
