import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/session.ts";
import type { OwnAccount } from "../../lib/session-client.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { ChangePassword } from "./change-password.tsx";
import { Enrolment } from "./enrolment.tsx";
import { MySessions } from "./my-sessions.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { AUTH } from "./words.ts";
import "../../styles/auth.css";

const FEW_CODES = 3;

function SecondFactor({ account, onCodes }: { account: OwnAccount; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation(AUTH);
  const [open, setOpen] = useState(false);
  const { secondFactor, recoveryCodesLeft } = account;
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t("mine.factor.title")}</h2>
        {!open && (
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t(secondFactor ? "mine.factor.renew" : "mine.factor.enable")}
          </button>
        )}
      </div>
      <p>{secondFactor ? t("mine.factor.on", { count: recoveryCodesLeft }) : t("mine.factor.off")}</p>
      {secondFactor && recoveryCodesLeft < FEW_CODES && <p className="badge badge-warning">{t("mine.factor.low")}</p>}
      {open && (
        <Enrolment
          onDone={(codes) => {
            setOpen(false);
            onCodes(codes);
          }}
          aside={
            <button type="button" className="text-button" onClick={() => setOpen(false)}>
              {t("mine.factor.cancel")}
            </button>
          }
        />
      )}
    </section>
  );
}

/**
 * The own account: password, second factor and recovery codes, and where one is signed in.
 * @param digest the choice of an address for digests, for those who are reminded of anything
 */
export function MyAccountPage({ digest }: { digest?: ReactNode }) {
  const { t } = useTranslation(AUTH);
  const { viewer, account } = useSession().session;
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />;
  return (
    <div className="page page-narrow">
      <PageTitle page={t("mine.title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("mine.title")}</h1>
        <p className="secondary">
          {!viewer?.demo && `${viewer?.name} · `}
          {viewer?.role ? t(`role.${viewer.role}`) : t("role.none")}
          {account && !viewer?.demo && ` · ${t("mine.signedInAs", { name: account.name })}`}
        </p>
      </header>
      {viewer?.demo || !account ? (
        <p className="form-note">{t(viewer?.demo ? "mine.demo" : "mine.token")}</p>
      ) : (
        <>
          <ChangePassword account={account} />
          <SecondFactor account={account} onCodes={setCodes} />
        </>
      )}
      {digest}
      <MySessions />
    </div>
  );
}
