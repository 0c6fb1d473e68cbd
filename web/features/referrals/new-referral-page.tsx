import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import type { Entry } from "./entry.ts";
import type { Outbox, OutboxView } from "./outbox.ts";
import { ReferralForm } from "./referral-form.tsx";
import { SentAnswer } from "./sent-answer.tsx";
import { useOffline } from "./use-offline.ts";
import { useOutbox } from "./use-outbox.ts";
import { REFERRALS } from "./words.ts";
import "../../styles/referrals.css";

/** Says that there is no signal, in a line whose place is always kept. */
export function OfflineBar({ offline }: { offline: boolean }) {
  const { t } = useTranslation(REFERRALS);
  return (
    <p className="offline-bar" role="status">
      {offline ? t("offlineBar") : ""}
    </p>
  );
}

interface ScreenProps {
  readonly outbox: Outbox;
  readonly view: OutboxView;
  readonly offline: boolean;
  readonly id: string | null;
  readonly onId: (id: string | null) => void;
}

/** The form of one entry, or what became of it. */
function EntryScreen({ outbox, view, offline, id, onId }: ScreenProps) {
  const { t } = useTranslation(REFERRALS);
  const stored = view.entries.find((entry) => entry.id === id);
  const [entry, setEntry] = useState<Entry>(() => stored ?? outbox.begin());
  const mine = id === null || id === entry.id;
  const answer = id === null ? undefined : view.answers.get(id);
  const sent = stored?.state === "WAITING" || answer?.kind === "SAVED" || answer?.kind === "IN_PROGRESS";
  if (id !== null && sent) return <SentAnswer id={id} outbox={outbox} view={view} offline={offline} onAnother={() => onId(null)} />;
  if (!mine && !stored)
    return (
      <EmptyState
        title={t("form.gone")}
        detail={t("form.goneDetail")}
        action={
          <>
            <Link className="button button-primary" to="/referrals?view=mine">
              {t("seeMine")}
            </Link>
            <button type="button" className="button" onClick={() => onId(null)}>
              {t("refer")}
            </button>
          </>
        }
      />
    );
  const follow = (next: Entry) => {
    setEntry(next);
    if (id !== next.id) onId(next.id);
  };
  return (
    <ReferralForm
      outbox={outbox}
      entry={entry}
      offline={offline}
      answer={answer}
      kept={view.kept}
      writing={view.writing}
      onEntry={follow}
    />
  );
}

function OtherDrafts({ view, id }: { view: OutboxView; id: string | null }) {
  const { t } = useTranslation(REFERRALS);
  const others = view.entries.filter((entry) => entry.state === "DRAFT" && entry.id !== id);
  if (id !== null || others.length === 0) return null;
  return (
    <p>
      <Link to="/referrals?view=mine">{t("form.drafts", { count: others.length })}</Link>
    </p>
  );
}

/** The form of a new referral. What is typed is kept as it is typed; `?draft=` names it, so that a reload goes on with it. */
export function NewReferralPage() {
  const { t } = useTranslation(REFERRALS);
  const { outbox, view } = useOutbox();
  const offline = useOffline();
  const [params, setParams] = useSearchParams();
  const id = params.get("draft");
  // A form begun anew is another form: its fields must not keep what the former held.
  const [turn, setTurn] = useState(0);
  const go = (next: string | null) => {
    if (next === null) setTurn(turn + 1);
    setParams(next === null ? {} : { draft: next }, { replace: true, preventScrollReset: next !== null });
  };
  useEffect(() => {
    if (turn > 0) window.scrollTo({ top: 0 });
  }, [turn]);
  return (
    <div className="page page-form">
      <PageTitle page={t("form.title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("form.title")}</h1>
        <p className="secondary">{t("form.intro")}</p>
      </header>
      <OfflineBar offline={offline} />
      {view.ready && (
        <>
          <OtherDrafts view={view} id={id} />
          <EntryScreen key={turn} outbox={outbox} view={view} offline={offline} id={id} onId={go} />
        </>
      )}
    </div>
  );
}
