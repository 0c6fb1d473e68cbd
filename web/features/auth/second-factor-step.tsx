import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/session.ts";
import { takeStep } from "../../lib/session-client.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { digitsOf } from "./code.ts";
import { AUTH } from "./words.ts";

/** The second factor: six digits of the authenticator, or one of the recovery codes. */
export function SecondFactorStep({ aside }: { aside: ReactNode }) {
  const { t } = useTranslation(AUTH);
  const { setSession } = useSession();
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState("");
  const { run, busy, fault, clear } = useStep(async (given: string) => {
    if (recovery ? given.trim() === "" : given.length !== 6) {
      return { field: null, message: t(recovery ? "factor.recoveryNeeded" : "factor.sixNeeded") };
    }
    setSession(await takeStep("/auth/second-factor", { code: given.trim() }));
    return null;
  });
  const type = (text: string) => {
    const next = recovery ? text : digitsOf(text);
    setCode(next);
    // The sixth digit completes the code: a pasted one needs no further press.
    if (!recovery && next.length === 6 && code.length < 6 && !busy) void run(next);
  };
  const change = () => {
    setRecovery(!recovery);
    setCode("");
    clear();
  };
  return (
    <section className="auth-card">
      <h1>{t("factor.title")}</h1>
      <Form
        submit={t("factor.submit")}
        busyWord={t("password.busy")}
        busy={busy}
        error={wholeFault(fault)}
        onSubmit={() => void run(code)}
        aside={aside}
      >
        {recovery ? (
          <TextField
            key="recovery"
            label={t("factor.recovery")}
            hint={t("factor.recoveryHint")}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            value={code}
            onChange={(event) => type(event.target.value)}
          />
        ) : (
          <TextField
            key="code"
            label={t("factor.code")}
            hint={t("factor.codeHint")}
            name="one-time-code"
            autoComplete="one-time-code"
            inputMode="numeric"
            autoFocus
            value={code}
            onChange={(event) => type(event.target.value)}
          />
        )}
        <p>
          <button type="button" className="text-button" onClick={change}>
            {t(recovery ? "factor.useCode" : "factor.useRecovery")}
          </button>
        </p>
      </Form>
    </section>
  );
}
