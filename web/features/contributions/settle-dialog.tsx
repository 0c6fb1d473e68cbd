import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Contributions_ToSettleDocument } from "../../gql/generated.ts";
import { formatExact } from "../../lib/format.ts";
import { useSession } from "../../lib/session.ts";
import { today } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { faultOf, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { type FileKind, saveSettlement } from "./settlement-file.ts";
import { CONTRIBUTIONS } from "./words.ts";

interface Props {
  /** Number of a settlement to fetch again; null to make a new one. */
  number: string | null;
  onClose: () => void;
  onDone: () => void;
}

/** What would be settled: at the trial desk what is 演示, elsewhere what is not. */
function ToSettle() {
  const { t } = useTranslation(CONTRIBUTIONS);
  const demo = useSession().session.viewer?.demo ?? false;
  const { data } = useGraphql(Contributions_ToSettleDocument, {}, { staleTime: 0 });
  if (!data) return <p role="status">{t("list.loading")}</p>;
  const { totalCount, totalPoints, demoCount, demoPoints } = data.contributions;
  const [count, points] = demo ? [demoCount, demoPoints] : [totalCount - demoCount, totalPoints - demoPoints];
  return <p role="status">{t("settle.waiting", { n: formatExact(count), points: formatExact(points) })}</p>;
}

/** Settles what is confirmed up to a day and saves the file, or fetches the file of a former settlement; either is put on record with its reason. */
export function SettleDialog({ number, onClose, onDone }: Props) {
  const { t } = useTranslation(CONTRIBUTIONS);
  const language = useLanguage();
  const toast = useToast();
  const [until, setUntil] = useState(today());
  const [reason, setReason] = useState("");
  const { run, busy, fault } = useStep(async (kind: FileKind) => {
    if (number === null && until === "") return { field: "until", message: t("settle.untilNeeded") };
    if (reason.trim().length < 4) return { field: "reason", message: t("settle.reasonNeeded") };
    const saved = await saveSettlement(kind, number === null ? { until } : { settlement: number }, reason.trim(), language);
    toast(t(number === null ? "settle.done" : "settle.fetched", { number: saved ?? "" }));
    onDone();
    onClose();
    return null;
  });
  return (
    <Modal
      title={number === null ? t("settle.title") : t("settle.titleAgain", { number })}
      closeLabel={t("action.close")}
      onClose={onClose}
    >
      <p className="form-note">{t(number === null ? "settle.note" : "settle.noteAgain")}</p>
      {number === null && <ToSettle />}
      <div className="form">
        {number === null && (
          <TextField
            label={t("settle.until")}
            hint={t("settle.untilHint")}
            error={faultOf(fault, "until")}
            type="date"
            max={today()}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
        <TextArea
          label={t("settle.reason")}
          hint={t("settle.reasonHint")}
          error={faultOf(fault, "reason")}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div role="alert" className="form-alert">
          {wholeFault(fault, ["until", "reason"]) && <p className="form-error">{wholeFault(fault, ["until", "reason"])}</p>}
        </div>
        <div className="form-foot">
          <button type="button" className="button button-primary" aria-disabled={busy} onClick={() => !busy && void run("xlsx")}>
            {t(busy ? "settle.saving" : number === null ? "settle.xlsx" : "settle.xlsxAgain")}
          </button>
          <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && void run("csv")}>
            {t(number === null ? "settle.csv" : "settle.csvAgain")}
          </button>
        </div>
      </div>
    </Modal>
  );
}
