import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/session.ts";
import { takeStep } from "../../lib/session-client.ts";
import { faultOf, useStep, wholeFault } from "../../lib/use-step.ts";
import { PasswordField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { AUTH } from "./words.ts";

/** A new password, by an invitation or reset link, or because the old one has expired. What is accepted is told beforehand. */
export function NewPassword({ aside }: { aside: ReactNode }) {
  const { t } = useTranslation(AUTH);
  const { session, setSession } = useSession();
  // Without a link it is the policy that asks: the old password is too old, and is shown once more.
  const expired = session.link === null;
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if ([...next].length < 12) return { field: "next", message: t("policy.tooShort") };
    if (next !== again) return { field: "again", message: t("policy.differ") };
    if (expired && current === "") return { field: "current", message: t("mine.password.currentNeeded") };
    setSession(await takeStep(expired ? "/auth/password" : "/auth/link/password", expired ? { current, next } : { next }));
    return null;
  });
  const words = { showWord: t("show"), hideWord: t("hide"), maxLength: 128 };
  return (
    <section className="auth-card">
      <h1>{t("newPassword.title")}</h1>
      {session.account && (
        <p className="form-note">{t(expired ? "newPassword.expired" : "newPassword.for", { name: session.account.name })}</p>
      )}
      <Form
        submit={t("newPassword.submit")}
        busyWord={t("password.busy")}
        busy={busy}
        error={wholeFault(fault, ["current", "next", "again"])}
        onSubmit={() => void run()}
        aside={aside}
      >
        <input type="text" name="username" autoComplete="username" value={session.account?.name ?? ""} readOnly hidden />
        {expired && (
          <PasswordField
            label={t("mine.password.current")}
            error={faultOf(fault, "current")}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
            {...words}
          />
        )}
        <PasswordField
          label={t("policy.next")}
          hint={t("policy.hint")}
          error={faultOf(fault, "next")}
          value={next}
          autoComplete="new-password"
          onChange={(event) => setNext(event.target.value)}
          {...words}
        />
        <PasswordField
          label={t("policy.again")}
          error={faultOf(fault, "again")}
          value={again}
          autoComplete="new-password"
          onChange={(event) => setAgain(event.target.value)}
          {...words}
        />
      </Form>
    </section>
  );
}
