import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "../../lib/session.ts";
import { takeStep } from "../../lib/session-client.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { Form } from "../../ui/form.tsx";
import { AUTH } from "./words.ts";

/** Asks to read the privacy notice, at the first sign-in and whenever its version has changed. */
export function NoticeStep({ aside }: { aside: ReactNode }) {
  const { t } = useTranslation(AUTH);
  const { session, setSession } = useSession();
  const { version } = session.notice;
  const named = version ?? "";
  const { run, busy, fault } = useStep(async () => {
    setSession(await takeStep("/auth/notice", { version: named }));
    return null;
  });
  return (
    <section className="auth-card">
      <h1>{t("notice.title")}</h1>
      <p>{t("notice.text")}</p>
      <p>
        <Link to="/notice" target="_blank">
          {t("notice.read", { version: named })}
        </Link>
      </p>
      <Form submit={t("notice.accept")} busy={busy} error={wholeFault(fault)} onSubmit={() => void run()} aside={aside}>
        {null}
      </Form>
    </section>
  );
}
