import { lazy, Suspense, useState } from "react";
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
import { removeUnsent, unsentOf } from "../offline.ts";
import { tellTabs } from "../session-tabs.ts";

const DemoData = lazy(async () => ({ default: (await import("./demo-data.tsx")).DemoData }));
const UnsentNotice = lazy(async () => ({ default: (await import("../../features/referrals/unsent-notice.tsx")).UnsentNotice }));

/** A step that changes who is signed in, and where it leads. */
interface StepOut {
  readonly path: `/auth/${string}`;
  readonly body: object;
  readonly href: string;
}

/** Takes a step that changes who is signed in, and leaves everything read before behind. What would be lost by it is announced first. */
function useStepOut(owner: string) {
  const { t } = useTranslation();
  const language = useLanguage();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [held, setHeld] = useState<{ step: StepOut; drafts: number; waiting: number } | null>(null);
  const take = async ({ path, body, href }: StepOut) => {
    setHeld(null);
    setBusy(true);
    try {
      await takeStep(path, body);
      await removeUnsent().catch(() => undefined);
      tellTabs({ kind: "ended" });
      leaveFor(href);
    } catch (error) {
      setBusy(false);
      toast(errorSentence(error, t, language));
    }
  };
  const stepOut = async (step: StepOut) => {
    const { drafts, waiting } = await unsentOf(owner).catch(() => ({ drafts: 0, waiting: 0 }));
    if (drafts + waiting > 0) setHeld({ step, drafts, waiting });
    else await take(step);
  };
  const notice = held && (
    <Suspense>
      <UnsentNotice drafts={held.drafts} waiting={held.waiting} onStay={() => setHeld(null)} onLeave={() => void take(held.step)} />
    </Suspense>
  );
  return { busy, stepOut, notice };
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

function Links({ busy, close, onSignOut }: { busy: boolean; close: () => void; onSignOut: () => void }) {
  const { t } = useTranslation();
  const exports = useMay("EXPORT_SCIENTISTS");
  return (
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
      <button type="button" disabled={busy} onClick={onSignOut}>
        {t("header.signOut")}
      </button>
    </nav>
  );
}

/** Who is using the product, the way to the own account, and the way out. */
export function AccountCorner() {
  const { t } = useTranslation();
  const { viewer } = useSession().session;
  const language = useLanguage();
  const { busy, stepOut, notice } = useStepOut(viewer?.id ?? "");
  if (!viewer) return null;
  const { role, demo } = viewer;
  // Nobody stands behind an account of the trial desk: its name is the role, in the reader's language.
  const name = demo && role ? t(`role.${role}`) : viewer.name;
  return (
    <>
      {notice}
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
            {demo && (
              <TrialRoles
                current={role}
                busy={busy}
                onChoose={(next) => void stepOut({ path: "/auth/trial", body: { role: next }, href: "/" })}
              />
            )}
            {demo && role === "OFFICER" && (
              <Suspense>
                <DemoData onDone={close} />
              </Suspense>
            )}
            <Links
              busy={busy}
              close={close}
              onSignOut={() => void stepOut({ path: "/auth/sign-out", body: {}, href: `/sign-in?lang=${language}` })}
            />
          </div>
        )}
      </PopoverButton>
    </>
  );
}
