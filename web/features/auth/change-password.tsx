import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/session.ts";
import { type OwnAccount, takeStep } from "../../lib/session-client.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { Form } from "../../ui/form.tsx";
import { useToast } from "../../ui/toast.tsx";
import { NO_PASSWORDS, PASSWORD_FIELDS, PasswordFields } from "./password-fields.tsx";
import { AUTH } from "./words.ts";

/** Changes the own password; what is accepted is told beforehand. */
export function ChangePassword({ account }: { account: OwnAccount }) {
  const { t } = useTranslation(AUTH);
  const { setSession } = useSession();
  const toast = useToast();
  const [passwords, setPasswords] = useState(NO_PASSWORDS);
  const { run, busy, fault } = useStep(async () => {
    const { current, next, again } = passwords;
    if (current === "") return { field: "current", message: t("mine.password.currentNeeded") };
    if ([...next].length < 12) return { field: "next", message: t("policy.tooShort") };
    if (next !== again) return { field: "again", message: t("policy.differ") };
    setSession(await takeStep("/auth/password", { current, next }));
    setPasswords(NO_PASSWORDS);
    toast(t("mine.password.done"));
    return null;
  });
  return (
    <section className="card">
      <h2>{t("mine.password.title")}</h2>
      <p className="form-note">{t("mine.password.note")}</p>
      <Form
        submit={t("mine.password.submit")}
        busyWord={t("password.busy")}
        busy={busy}
        error={wholeFault(fault, PASSWORD_FIELDS)}
        onSubmit={() => void run()}
      >
        <PasswordFields name={account.name} asksCurrent values={passwords} fault={fault} onChange={setPasswords} />
      </Form>
    </section>
  );
}
