import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/session.ts";
import { type OwnAccount, takeStep } from "../../lib/session-client.ts";
import { faultOf, useStep, wholeFault } from "../../lib/use-step.ts";
import { PasswordField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useToast } from "../../ui/toast.tsx";
import { AUTH } from "./words.ts";

/** Changes the own password; what is accepted is told beforehand. */
export function ChangePassword({ account }: { account: OwnAccount }) {
  const { t } = useTranslation(AUTH);
  const { setSession } = useSession();
  const toast = useToast();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (current === "") return { field: "current", message: t("mine.password.currentNeeded") };
    if ([...next].length < 12) return { field: "next", message: t("policy.tooShort") };
    if (next !== again) return { field: "again", message: t("policy.differ") };
    setSession(await takeStep("/auth/password", { current, next }));
    setCurrent("");
    setNext("");
    setAgain("");
    toast(t("mine.password.done"));
    return null;
  });
  const words = { showWord: t("show"), hideWord: t("hide"), maxLength: 128 };
  return (
    <section className="card">
      <h2>{t("mine.password.title")}</h2>
      <p className="form-note">{t("mine.password.note")}</p>
      <Form
        submit={t("mine.password.submit")}
        busyWord={t("password.busy")}
        busy={busy}
        error={wholeFault(fault, ["current", "next", "again"])}
        onSubmit={() => void run()}
      >
        <input type="text" name="username" autoComplete="username" value={account.name} readOnly hidden />
        <PasswordField
          label={t("mine.password.current")}
          error={faultOf(fault, "current")}
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
          {...words}
        />
        <PasswordField
          label={t("policy.next")}
          hint={t("policy.hint")}
          error={faultOf(fault, "next")}
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.target.value)}
          {...words}
        />
        <PasswordField
          label={t("policy.again")}
          error={faultOf(fault, "again")}
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.target.value)}
          {...words}
        />
      </Form>
    </section>
  );
}
