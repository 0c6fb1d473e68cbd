import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/session.ts";
import { type Enrolment as EnrolmentData, readSession, takeStep } from "../../lib/session-client.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { digitsOf, grouped } from "./code.ts";
import { AUTH } from "./words.ts";

function Secret({ data }: { data: EnrolmentData }) {
  const { t } = useTranslation(AUTH);
  return (
    <div className="auth-secret">
      <img className="auth-qr" src={`data:image/svg+xml,${encodeURIComponent(data.qrSvg)}`} alt={t("enrol.qr")} width={176} height={176} />
      <div className="auth-secret-text">
        <p>{t("enrol.byHand")}</p>
        <p className="mono">{grouped(data.secret)}</p>
        <CopyButton text={data.secret} label={t("enrol.copy")} doneLabel={t("copied")} />
      </div>
    </div>
  );
}

/** Enrols a second factor: picture or text, then one code that proves it works; the recovery codes come back once. */
export function Enrolment({ onDone, aside, intro = false }: { onDone: (codes: string[]) => void; aside?: ReactNode; intro?: boolean }) {
  const { t } = useTranslation(AUTH);
  const { setSession } = useSession();
  const [data, setData] = useState<EnrolmentData | null>(null);
  const [code, setCode] = useState("");
  const begin = useStep(async () => {
    setData(await takeStep<EnrolmentData>("/auth/second-factor/enrolment"));
    return null;
  });
  const confirm = useStep(async () => {
    if (code.length !== 6) return { field: null, message: t("factor.sixNeeded") };
    const { recoveryCodes } = await takeStep<{ recoveryCodes: string[] }>("/auth/second-factor/confirmation", { code });
    onDone(recoveryCodes);
    setSession(await readSession());
    return null;
  });
  const { run } = begin;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each enrolment makes a new secret, so it is asked for once
  useEffect(() => void run(), []);
  return (
    <section className={intro ? "auth-card" : "auth-inner"}>
      {intro ? <h1>{t("enrol.title")}</h1> : null}
      <p className="form-note">{t("enrol.why")}</p>
      {begin.fault && (
        <div role="alert">
          <p className="form-error">{wholeFault(begin.fault)}</p>
          <button type="button" className="button" onClick={() => void run()}>
            {t("action.retry")}
          </button>
        </div>
      )}
      {data ? <Secret data={data} /> : !begin.fault && <span className="skeleton auth-qr" />}
      <Form
        submit={t("enrol.submit")}
        busyWord={t("password.busy")}
        busy={confirm.busy}
        error={wholeFault(confirm.fault)}
        onSubmit={() => void confirm.run()}
        aside={aside}
      >
        <TextField
          label={t("enrol.code")}
          autoComplete="one-time-code"
          inputMode="numeric"
          value={code}
          onChange={(event) => setCode(digitsOf(event.target.value))}
        />
      </Form>
    </section>
  );
}
