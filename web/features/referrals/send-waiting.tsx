import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useToast } from "../../ui/toast.tsx";
import { useOutbox } from "./use-outbox.ts";
import { REFERRALS } from "./words.ts";

/** Sends what waits while another page is open, and says what became of it. */
export function SendWaiting() {
  const { t } = useTranslation(REFERRALS);
  const { view } = useOutbox();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const toast = useToast();
  const told = useRef(0);
  const here = pathname.startsWith("/referrals");
  useEffect(() => {
    const answers = [...view.answers.values()];
    const fresh = answers.slice(told.current);
    told.current = answers.length;
    if (fresh.length === 0 || here) return;
    const refused = fresh.some(({ kind }) => kind === "REFUSED");
    const word = refused ? t("box.cameBack") : t("box.sentCount", { count: fresh.length });
    toast(word, { label: t("seeMine"), run: () => void navigate("/referrals?view=mine") });
  }, [view.answers, here, toast, t, navigate]);
  return null;
}
