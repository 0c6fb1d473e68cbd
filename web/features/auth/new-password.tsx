import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/session.ts";
import { takeStep } from "../../lib/session-client.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { Form } from "../../ui/form.tsx";
import { NO_PASSWORDS, PASSWORD_FIELDS, PasswordFields } from "./password-fields.tsx";
import { AUTH } from "./words.ts";

/** A new password, by an invitation or reset link, or because the old one has expired. What is accepted is told beforehand. */
export function NewPassword({ aside }: { aside: ReactNode }) {
  const { t } = useTranslation(AUTH);
  const { session, setSession } = useSession();
  // Without a link it is the policy that asks: the old password is too old, and is shown once more.
  const expired = session.link === null;
  const [passwords, setPasswords] = useState(NO_PASSWORDS);
  const { run, busy, fault } = useStep(async () => {
    const { current, next, again } = passwords;
    if ([...next].length < 12) return { field: "next", message: t("policy.tooShort") };
    if (next !== again) return { field: "again", message: t("policy.differ") };
    if (expired && current === "") return { field: "current", message: t("mine.password.currentNeeded") };
    setSession(await takeStep(expired ? "/auth/password" : "/auth/link/password", expired ? { current, next } : { next }));
    return null;
  });
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
        error={wholeFault(fault, PASSWORD_FIELDS)}
        onSubmit={() => void run()}
        aside={aside}
      >
        <PasswordFields name={session.account?.name ?? ""} asksCurrent={expired} values={passwords} fault={fault} onChange={setPasswords} />
      </Form>
    </section>
  );
}
