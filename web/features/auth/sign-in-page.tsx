import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { safeNext, useSession } from "../../lib/session.ts";
import { type Session, takeStep } from "../../lib/session-client.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { Enrolment } from "./enrolment.tsx";
import { NewPassword } from "./new-password.tsx";
import { NoticeStep } from "./notice-step.tsx";
import { PasswordStep } from "./password-step.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SecondFactorStep } from "./second-factor-step.tsx";
import { SetUp } from "./set-up.tsx";
import { useLink } from "./use-link.ts";
import { AUTH } from "./words.ts";
import "../../styles/auth.css";

/** The way back to the password: gives up what was begun. */
function StartAgain() {
  const { t } = useTranslation(AUTH);
  const { setSession } = useSession();
  return (
    <button type="button" className="text-button" onClick={() => void takeStep("/auth/sign-out").then(setSession, () => undefined)}>
      {t("startAgain")}
    </button>
  );
}

function StepOf({ session, linkFault, onCodes }: { session: Session; linkFault: string | null; onCodes: (codes: string[]) => void }) {
  switch (session.state) {
    case "SET_UP":
      return <SetUp />;
    case "SECOND_FACTOR":
      return <SecondFactorStep aside={<StartAgain />} />;
    case "ENROL_SECOND_FACTOR":
      return <Enrolment onDone={onCodes} aside={<StartAgain />} intro />;
    case "NEW_PASSWORD":
      return <NewPassword aside={<StartAgain />} />;
    default:
      return <PasswordStep linkFault={linkFault} />;
  }
}

/** Signing in, step by step: what comes next is what the server says this browser still lacks. */
export function SignInPage() {
  const { t } = useTranslation(AUTH);
  const { session, setSession } = useSession();
  const [params] = useSearchParams();
  const link = useLink(setSession);
  const [codes, setCodes] = useState<string[] | null>(null);
  const next = safeNext(params.get("next"));
  // The single sign-on service sends the browser itself, so what went wrong comes back in the address.
  const problem = params.has("problem") ? t("oidcProblem") : null;
  const done = session.state === "SIGNED_IN" && session.viewer !== null;
  if (done && codes === null && !link.busy) {
    if (session.viewer?.demo || session.notice.accepted) return <Navigate to={next} replace />;
  }
  return (
    <div className="auth" data-wide={session.state === "SET_UP"}>
      <PageTitle page={t("title")} product={t("product")} />
      {link.busy ? (
        <p className="auth-wait" role="status">
          {t("link.checking")}
        </p>
      ) : codes !== null ? (
        <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
      ) : done ? (
        <NoticeStep aside={<StartAgain />} />
      ) : (
        <StepOf session={session} linkFault={link.fault ?? problem} onCodes={setCodes} />
      )}
    </div>
  );
}
