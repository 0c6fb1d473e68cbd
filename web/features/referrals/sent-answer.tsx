import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { errorSentence } from "../../lib/error-sentence.ts";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { type Deed, DeedWindow } from "./deed-dialogs.tsx";
import { isNoSignal, type Outbox, type OutboxView } from "./outbox.ts";
import type { Answer, RefusedFile } from "./send.ts";
import { REFERRALS } from "./words.ts";

type Tone = "success" | "warning" | "plain";

const MARKS: Record<Tone, ReactNode> = {
  success: <path d="M11 20.5 17.5 27 29 14" />,
  warning: <path d="M20 11v11M20 28v.5" />,
  plain: <path d="M20 12v9l6 4" />,
};

/** One answer: a mark, what happened, and what can be done next. */
function AnswerCard({ tone, title, children, deeds }: { tone: Tone; title: string; children: ReactNode; deeds?: ReactNode }) {
  return (
    <section className={`answer answer-${tone}`} role="status">
      <svg className="answer-mark" viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="18" />
        {MARKS[tone]}
      </svg>
      <h2>{title}</h2>
      {children}
      {deeds && <div className="answer-deeds">{deeds}</div>}
    </section>
  );
}

function Onward({ onAnother }: { onAnother: () => void }) {
  const { t } = useTranslation(REFERRALS);
  return (
    <>
      <Link className="button button-primary" to="/referrals?view=mine">
        {t("seeMine")}
      </Link>
      <button type="button" className="button" onClick={onAnother}>
        {t("referAgain")}
      </button>
    </>
  );
}

function RefusedFiles({ files }: { files: readonly RefusedFile[] }) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  return files.map(({ name, error }) => (
    <p key={name} className="form-error">
      {t("answer.refusedFile", { name, reason: errorSentence(error, t, language) })}
    </p>
  ));
}

function SavedAnswer({ answer, onAnother }: { answer: Extract<Answer, { kind: "SAVED" }>; onAnother: () => void }) {
  const { t } = useTranslation(REFERRALS);
  const { status, claimedUntil } = answer.referral;
  const checking = status === "UNDER_REVIEW";
  const text = checking ? t("answer.reviewText") : claimedUntil ? t("answer.savedUntil", { date: claimedUntil }) : t("answer.savedPlain");
  return (
    <AnswerCard
      tone={checking ? "plain" : "success"}
      title={t(checking ? "answer.reviewTitle" : "answer.savedTitle")}
      deeds={<Onward onAnother={onAnother} />}
    >
      <p className="answer-name">{answer.referral.name}</p>
      <p>{text}</p>
      <RefusedFiles files={answer.refusedFiles} />
    </AnswerCard>
  );
}

interface ProgressProps {
  readonly answer: Extract<Answer, { kind: "IN_PROGRESS" }>;
  readonly outbox: Outbox;
  readonly onAnother: () => void;
}

function ProgressAnswer({ answer, outbox, onAnother }: ProgressProps) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  const [deed, setDeed] = useState<Deed | null>(null);
  const [done, setDone] = useState<Deed | null>(answer.offered ? "offer" : null);
  const ways = (
    <>
      <button type="button" className="button button-primary" onClick={() => setDeed("offer")}>
        {t("deed.offer")}
      </button>
      <button type="button" className="button" onClick={() => setDeed("another")}>
        {t("deed.another")}
      </button>
    </>
  );
  return (
    <>
      <AnswerCard tone="warning" title={t("answer.progressTitle")} deeds={done === null ? ways : <Onward onAnother={onAnother} />}>
        <p className="answer-name">{answer.referral.name}</p>
        <dl className="answer-facts">
          <dt>{t("stage")}</dt>
          <dd>{nameOf(answer.stage, language)}</dd>
          <dt>{t("desk")}</dt>
          <dd>{nameOf(answer.desk, language)}</dd>
        </dl>
        <p>{done === null ? t("answer.progressKept") : t(done === "offer" ? "answer.offered" : "answer.reviewText")}</p>
        <RefusedFiles files={answer.refusedFiles} />
      </AnswerCard>
      {done === null && (
        <p className="answer-onward">
          <Link to="/referrals?view=mine">{t("seeMine")}</Link>
        </p>
      )}
      {deed && (
        <DeedWindow deed={deed} referral={answer.referral} outbox={outbox} onClose={() => setDeed(null)} onDone={() => setDone(deed)} />
      )}
    </>
  );
}

interface Props {
  readonly id: string;
  readonly outbox: Outbox;
  readonly view: OutboxView;
  readonly offline: boolean;
  readonly onAnother: () => void;
}

/** What became of a finished referral: on its way, waiting for signal, or answered; with what can be done next. */
export function SentAnswer({ id, outbox, view, offline, onAnother }: Props) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  const answer = view.answers.get(id);
  if (answer?.kind === "SAVED") return <SavedAnswer answer={answer} onAnother={onAnother} />;
  if (answer?.kind === "IN_PROGRESS") return <ProgressAnswer answer={answer} outbox={outbox} onAnother={onAnother} />;
  const entry = view.entries.find((one) => one.id === id);
  if (!entry) return null;
  const trouble = view.troubles.get(id);
  if (view.sending === id)
    return (
      <AnswerCard tone="plain" title={t("answer.sendingTitle")}>
        <p className="answer-name">{entry.draft.name}</p>
      </AnswerCard>
    );
  const noSignal = offline || isNoSignal(trouble);
  const deeds = (
    <>
      <Onward onAnother={onAnother} />
      <button type="button" className="button" onClick={() => outbox.reopen(entry)}>
        {t("deed.edit")}
      </button>
      {!offline && (
        <button type="button" className="button" onClick={() => void outbox.flush()}>
          {t("deed.sendNow")}
        </button>
      )}
    </>
  );
  return (
    <AnswerCard tone="plain" title={t(noSignal || !trouble ? "answer.waitingTitle" : "answer.troubleTitle")} deeds={deeds}>
      <p className="answer-name">{entry.draft.name}</p>
      {trouble !== undefined && !noSignal && <p className="form-error">{errorSentence(trouble, t, language)}</p>}
      <p>{t(noSignal || !trouble ? "answer.waitingText" : "answer.troubleText")}</p>
      {!view.kept && <p className="form-error">{t("box.notKept")}</p>}
    </AnswerCard>
  );
}
