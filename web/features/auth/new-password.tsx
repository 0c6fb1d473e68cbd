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
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (next.length < 12) return { field: "next", message: t("policy.tooShort") };
    if (next !== again) return { field: "again", message: t("policy.differ") };
    setSession(await takeStep("/auth/link/password", { next }));
    return null;
  });
  const words = { showWord: t("show"), hideWord: t("hide"), autoComplete: "new-password", maxLength: 128 };
  return (
    <section className="auth-card">
      <h1>{t("newPassword.title")}</h1>
      {session.account && <p className="form-note">{t("newPassword.for", { name: session.account.name })}</p>}
      <Form
        submit={t("newPassword.submit")}
        busyWord={t("password.busy")}
        busy={busy}
        error={wholeFault(fault, ["next", "again"])}
        onSubmit={() => void run()}
        aside={aside}
      >
        <input type="text" name="username" autoComplete="username" value={session.account?.name ?? ""} readOnly hidden />
        <PasswordField
          label={t("policy.next")}
          hint={t("policy.hint")}
          error={faultOf(fault, "next")}
          value={next}
          onChange={(event) => setNext(event.target.value)}
          {...words}
        />
        <PasswordField
          label={t("policy.again")}
          error={faultOf(fault, "again")}
          value={again}
          onChange={(event) => setAgain(event.target.value)}
          {...words}
        />
      </Form>
    </section>
  );
}
