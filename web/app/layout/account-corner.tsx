import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Role } from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { WORKING_ROLES } from "../../lib/roles.ts";
import { leaveFor, useMay, useSession } from "../../lib/session.ts";
import { takeStep } from "../../lib/session-client.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { useToast } from "../../ui/toast.tsx";
import { tellTabs } from "../session-tabs.ts";

/** Takes a step that changes who is signed in, and leaves everything read before behind. */
function useStepOut() {
  const { t } = useTranslation();
  const language = useLanguage();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const stepOut = (path: `/auth/${string}`, body: object, href: string) => {
    setBusy(true);
    takeStep(path, body).then(
      () => {
        tellTabs({ kind: "ended" });
        leaveFor(href);
      },
      (error: unknown) => {
        setBusy(false);
        toast(errorSentence(error, t, language));
      },
    );
  };
  return { busy, stepOut };
}

function TrialRoles({ current, busy, onChoose }: { current: Role | null; busy: boolean; onChoose: (role: Role) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="account-roles">
      <legend className="secondary">{t("header.switchRole")}</legend>
      {WORKING_ROLES.map((role) => (
        <button
          key={role}
          type="button"
          className="account-role"
          aria-pressed={role === current}
          disabled={busy || role === current}
          onClick={() => onChoose(role)}
        >
          {t(`role.${role}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** Who is using the product, the way to the own account, and the way out. */
export function AccountCorner() {
  const { t } = useTranslation();
  const { viewer } = useSession().session;
  const exports = useMay("EXPORT_SCIENTISTS");
  const language = useLanguage();
  const { busy, stepOut } = useStepOut();
  if (!viewer) return null;
  const { role, demo } = viewer;
  // Nobody stands behind an account of the trial desk: its name is the role, in the reader's language.
  const name = demo && role ? t(`role.${role}`) : viewer.name;
  return (
    <PopoverButton
      className="account-button"
      title={`${t("header.account")}: ${name}`}
      label={<span aria-hidden="true">{name.slice(0, 1)}</span>}
    >
      {(close) => (
        <div className="account-panel">
          <p className="account-name">
            <strong>{name}</strong>
            {demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
          </p>
          {!demo && <p className="secondary">{role ? t(`role.${role}`) : t("role.none")}</p>}
          {demo && <TrialRoles current={role} busy={busy} onChoose={(next) => stepOut("/auth/trial", { role: next }, "/")} />}
          <nav className="account-links" aria-label={t("header.account")}>
            <Link to="/account" onClick={close}>
              {t("nav.account")}
            </Link>
            {exports && (
              <Link to="/admin/exports" onClick={close}>
                {t("nav.myExports")}
              </Link>
            )}
            <Link to="/notice" onClick={close}>
              {t("nav.notice")}
            </Link>
            <button type="button" disabled={busy} onClick={() => stepOut("/auth/sign-out", {}, `/sign-in?lang=${language}`)}>
              {t("header.signOut")}
            </button>
          </nav>
        </div>
      )}
    </PopoverButton>
  );
}
