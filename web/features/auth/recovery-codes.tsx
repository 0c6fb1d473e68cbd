import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../ui/copy-button.tsx";
import { AUTH } from "./words.ts";

/** The recovery codes, shown once. Going on needs the word of the person that they are kept. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation(AUTH);
  const [kept, setKept] = useState(false);
  return (
    <section className="auth-card auth-codes">
      <h1>{t("codes.title")}</h1>
      <p className="form-note">{t("codes.note")}</p>
      <ul className="auth-code-list">
        {codes.map((code) => (
          <li key={code} className="mono">
            {code}
          </li>
        ))}
      </ul>
      <div className="form-foot screen-only">
        <CopyButton text={codes.join("\n")} label={t("codes.copy")} doneLabel={t("copied")} />
        <button type="button" className="button" onClick={() => window.print()}>
          {t("action.print")}
        </button>
      </div>
      <label className="check screen-only">
        <input type="checkbox" checked={kept} onChange={(event) => setKept(event.target.checked)} />
        {t("codes.kept")}
      </label>
      <div className="form-foot screen-only">
        <button type="button" className="button button-primary" disabled={!kept} onClick={onDone}>
          {t("codes.done")}
        </button>
      </div>
    </section>
  );
}
