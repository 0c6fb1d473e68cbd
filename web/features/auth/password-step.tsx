import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { safeNext, useSession } from "../../lib/session.ts";
import { takeStep } from "../../lib/session-client.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { PasswordField, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { TrialDesk } from "./trial-desk.tsx";
import { AUTH } from "./words.ts";

function PasswordForm({ linkFault }: { linkFault: string | null }) {
  const { t } = useTranslation(AUTH);
  const { setSession } = useSession();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (name.trim() === "" || password === "") return { field: null, message: t("password.bothNeeded") };
    setSession(await takeStep("/auth/sign-in", { name: name.trim(), password }));
    return null;
  });
  return (
    <Form
      submit={t("password.submit")}
      busyWord={t("password.busy")}
      busy={busy}
      error={wholeFault(fault) ?? linkFault}
      onSubmit={() => void run()}
    >
      <TextField
        label={t("password.name")}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <PasswordField
        label={t("password.password")}
        showWord={t("show")}
        hideWord={t("hide")}
        name="password"
        autoComplete="current-password"
        maxLength={128}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
    </Form>
  );
}

/** Sign-in with a password, or with the organisation's own sign-in; at the trial desk also without either. */
export function PasswordStep({ linkFault }: { linkFault: string | null }) {
  const { t } = useTranslation(AUTH);
  const { session } = useSession();
  const [params] = useSearchParams();
  return (
    <div className="auth-columns" data-two={session.trialDesk}>
      <section className="auth-card">
        <h1>{t("title")}</h1>
        <PasswordForm linkFault={linkFault} />
        {session.oidc && (
          <>
            <p className="auth-or" aria-hidden="true">
              {t("or")}
            </p>
            <a className="button auth-oidc" href={`/auth/oidc/start?next=${encodeURIComponent(safeNext(params.get("next")))}`}>
              {t("oidc", { label: session.oidc.label })}
            </a>
          </>
        )}
        <p className="form-note">{t("password.help")}</p>
      </section>
      {session.trialDesk && <TrialDesk />}
    </div>
  );
}
