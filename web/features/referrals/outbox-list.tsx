import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { errorSentence } from "../../lib/error-sentence.ts";
import { formatTime } from "../../lib/time.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Modal } from "../../ui/modal.tsx";
import type { Entry } from "./entry.ts";
import { isNoSignal, type Outbox, type OutboxView } from "./outbox.ts";
import { REFERRALS } from "./words.ts";

interface Props {
  readonly outbox: Outbox;
  readonly view: OutboxView;
  readonly offline: boolean;
}

function useStateOf(entry: Entry, view: OutboxView, offline: boolean): string {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  const answer = view.answers.get(entry.id);
  if (entry.state === "RETURNED") return answer?.kind === "REFUSED" ? answer.message : t("box.returned");
  if (entry.state === "DRAFT") return "";
  if (view.sending === entry.id) return t("box.sending");
  const trouble = view.troubles.get(entry.id);
  if (offline || isNoSignal(trouble)) return t("box.offline");
  return trouble === undefined ? t("box.waiting") : errorSentence(trouble, t, language);
}

function Item({ entry, view, offline, onDiscard }: Omit<Props, "outbox"> & { entry: Entry; onDiscard: () => void }) {
  const { t } = useTranslation(REFERRALS);
  const says = useStateOf(entry, view, offline);
  const name = entry.draft.name.trim() || t("box.unnamed");
  const details = [
    entry.draft.employer.trim(),
    entry.files.length > 0 ? t("box.files", { count: entry.files.length }) : "",
    formatTime(new Date(entry.changedAt).toISOString()),
  ];
  const tone = entry.state === "WAITING" ? "badge-primary" : entry.state === "RETURNED" ? "badge-warning" : "";
  return (
    <li className="box-item">
      <div className="ledger-head">
        <strong>{name}</strong>
        <span className={`badge ${tone}`}>{t(`box.${entry.state}`)}</span>
      </div>
      <p className="secondary">{details.filter(Boolean).join(" · ")}</p>
      {says && <p role="status">{says}</p>}
      <div className="ledger-deeds">
        <Link className="button" to={`/referrals/new?draft=${entry.id}`}>
          {t(entry.state === "DRAFT" ? "deed.continue" : "deed.edit")}
          <span className="visually-hidden"> {name}</span>
        </Link>
        <button type="button" className="button button-quiet" disabled={view.sending === entry.id} onClick={onDiscard}>
          {t("deed.discard")}
          <span className="visually-hidden"> {name}</span>
        </button>
      </div>
    </li>
  );
}

/** What is only on this device yet: drafts, what waits for signal, and what came back. */
export function OutboxList({ outbox, view, offline }: Props) {
  const { t } = useTranslation(REFERRALS);
  const [going, setGoing] = useState<Entry | null>(null);
  if (view.entries.length === 0) return null;
  const waits = view.entries.some(({ state }) => state === "WAITING");
  return (
    <section className="card box" aria-labelledby="box-title">
      <div className="card-head">
        <h2 id="box-title">{t("box.title")}</h2>
        {waits && !offline && view.sending === null && (
          <button type="button" className="button" onClick={() => void outbox.flush()}>
            {t("deed.sendNow")}
          </button>
        )}
      </div>
      <p className="secondary">{t(view.kept ? "box.hint" : "box.notKept")}</p>
      <ul className="box-list">
        {view.entries.map((entry) => (
          <Item key={entry.id} entry={entry} view={view} offline={offline} onDiscard={() => setGoing(entry)} />
        ))}
      </ul>
      {going && (
        <Modal
          title={t("box.discardTitle", { state: t(`box.${going.state}`) })}
          closeLabel={t("action.close")}
          onClose={() => setGoing(null)}
        >
          <p>{t("box.discardText", { name: going.draft.name.trim() || t("box.unnamed") })}</p>
          <div className="form-foot">
            <button
              type="button"
              className="button button-danger"
              onClick={() => {
                void outbox.discard(going.id);
                setGoing(null);
              }}
            >
              {t("deed.discard")}
            </button>
            <button type="button" className="button" onClick={() => setGoing(null)}>
              {t("dialog.cancel")}
            </button>
          </div>
        </Modal>
      )}
    </section>
  );
}

/** Ids of the referrals that were sent since the page was opened. */
export function sentIn(view: OutboxView): ReadonlySet<string> {
  return new Set([...view.answers.values()].flatMap((answer) => (answer.kind === "REFUSED" ? [] : [answer.referral.id])));
}

/** What was sent since the page was opened, until it is seen in the ledger. */
export function SentNow({ view, known }: { view: OutboxView; known: ReadonlySet<string> }) {
  const { t } = useTranslation(REFERRALS);
  const sent = [...view.answers.values()].flatMap((answer) => (answer.kind === "REFUSED" ? [] : [answer.referral]));
  const fresh = sent.filter(({ id }) => !known.has(id));
  return fresh.map(({ id, name }) => (
    <p key={id} className="box-sent" role="status">
      <span className="badge badge-success">{t("box.SENT")}</span> {name}
    </p>
  ));
}
