import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Role } from "../../gql/generated.ts";
import { WORKING_ROLES } from "../../lib/roles.ts";
import { useSession } from "../../lib/session.ts";
import { takeStep } from "../../lib/session-client.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { AUTH } from "./words.ts";

/** The trial desk: one press signs in as one of the five working roles. Only offered where the product listens to this machine alone. */
export function TrialDesk() {
  const { t } = useTranslation(AUTH);
  const { setSession } = useSession();
  const { run, busy, fault } = useStep(async (role: Role) => {
    setSession(await takeStep("/auth/trial", { role }));
    return null;
  });
  return (
    <section className="auth-card auth-trial">
      <h2>
        {t("trial.title")} <span className="badge badge-warning">{t("demo.mark")}</span>
      </h2>
      <p className="form-note">{t("trial.note")}</p>
      <ul className="auth-roles">
        {WORKING_ROLES.map((role, index) => (
          <li key={role}>
            <button type="button" className="auth-role" data-first={index === 0} disabled={busy} onClick={() => void run(role)}>
              <strong>{t("trial.enter", { role: t(`role.${role}`) })}</strong>
              <span>{t(`trial.roles.${role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="form-note">{t("trial.demoData")}</p>
      <div role="alert" className="form-alert">
        {fault && <p className="form-error">{wholeFault(fault)}</p>}
      </div>
      <p className="form-note">
        {t("trial.agree")} <Link to="/notice">{t("nav.notice")}</Link>
      </p>
    </section>
  );
}
