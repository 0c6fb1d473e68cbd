import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { nameOf } from "../../lib/format.ts";
import { formatTime } from "../../lib/time.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { faultOf, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { type Difference, differencesOf } from "./conflict-model.ts";
import { allowedTo } from "./moves-model.ts";
import { type Asking, type Conflict, useMoves } from "./use-moves.ts";
import { usePersonName, useTargetWord } from "./use-words.ts";
import { PIPELINE } from "./words.ts";

/** Characters of a reason: the server's rule. */
const REASON = { least: 4, most: 200 };

function AskReason({ asking }: { asking: Asking }) {
  const { t } = useTranslation(PIPELINE);
  const { confirm, cancel } = useMoves();
  const wordOf = useTargetWord();
  const personName = usePersonName();
  const [reason, setReason] = useState("");
  const box = useRef<HTMLDivElement>(null);
  // The window opens on its close button; what is asked for comes first here.
  useEffect(() => box.current?.querySelector("textarea")?.focus(), []);
  const { cards, target } = asking;
  const [first] = cards;
  const { run, busy, fault } = useStep(async () => {
    if (reason.trim().length < REASON.least) return { field: "reason", message: t("reason.needed") };
    return confirm(reason.trim());
  });
  const who = cards.length === 1 && first ? personName(first) : t("several", { count: cards.length });
  return (
    <Modal title={t("reason.title", { who, to: wordOf(target) })} closeLabel={t("action.close")} onClose={cancel}>
      <div ref={box}>
        <Form
          submit={t(target.stage ? "reason.submitStage" : "reason.submit", { to: wordOf(target) })}
          busy={busy}
          danger={target.status === "STOPPED"}
          error={wholeFault(fault, ["reason"])}
          onSubmit={() => void run()}
        >
          {target.stage !== null && <p>{t("reason.back")}</p>}
          <TextArea
            label={t("reason.label")}
            hint={t("reason.hint")}
            error={faultOf(fault, "reason")}
            maxLength={REASON.most}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form>
      </div>
    </Modal>
  );
}

function useValueWord(): (difference: Difference, value: string | null) => string {
  const { t } = useTranslation(PIPELINE);
  return ({ what }, value) => {
    if (value === null) return t("nothing");
    return what === "status" || what === "channel" ? t(`${what}.${value}`) : value;
  };
}

function TellConflict({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const { move, tellConflict } = useMoves();
  const wordOf = useTargetWord();
  const valueWord = useValueWord();
  const personName = usePersonName();
  const { seen, now, target } = conflict;
  const differences = differencesOf(seen, now, language);
  const [latest] = now.moves;
  const moved = differences.some(({ what }) => what === "stage" || what === "status");
  const again = target && allowedTo(now, target) ? target : null;
  const close = () => tellConflict(null);
  return (
    <Modal title={t("conflict.title", { name: personName(now) })} closeLabel={t("action.close")} onClose={close}>
      <p role="alert">{conflict.message}</p>
      {latest && moved && (
        <p>
          {t("conflict.who", {
            by: latest.by.name,
            time: formatTime(latest.at),
            to: latest.fromStage?.id === latest.toStage.id ? t(`status.${latest.toStatus}`) : nameOf(latest.toStage, language),
          })}
          {latest.reason && <span className="cell-note">{t("because", { reason: latest.reason })}</span>}
        </p>
      )}
      <dl className="pl-diff">
        {differences.map((difference) => (
          <div key={difference.what}>
            <dt>{t(`conflict.what.${difference.what}`)}</dt>
            <dd>
              <del>{valueWord(difference, difference.before)}</del> → <ins>{valueWord(difference, difference.after)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      <p className="secondary">{t("conflict.kept")}</p>
      <div className="form-foot">
        <button type="button" className="button button-primary" onClick={close}>
          {t("conflict.understood")}
        </button>
        {again && (
          <button
            type="button"
            className="button"
            onClick={() => {
              close();
              move([now], again);
            }}
          >
            {t("conflict.again", { to: wordOf(again) })}
          </button>
        )}
      </div>
    </Modal>
  );
}

/** Asks for a reason where one is needed, and tells when somebody else was quicker. */
export function MoveDialogs() {
  const { asking, conflict } = useMoves();
  if (conflict) return <TellConflict conflict={conflict} />;
  return asking ? <AskReason asking={asking} /> : null;
}
