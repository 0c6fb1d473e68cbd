import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../lib/session.ts";
import { type Confirmed, type Enrolment as Offer, takeStep } from "../../lib/session-client.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { digitsOf, grouped } from "./code.ts";
import { AUTH } from "./words.ts";

function Secret({ data }: { data: Offer }) {
  const { t } = useTranslation(AUTH);
  return (
    <div className="auth-secret">
      <img className="auth-qr" src={`data:image/svg+xml,${encodeURIComponent(data.qrSvg)}`} alt={t("enrol.qr")} width={176} height={176} />
      <div className="auth-secret-text">
        <p>{t("enrol.byHand")}</p>
        <p className="mono">{grouped(data.secret)}</p>
        <CopyButton text={data.secret} label={t("enrol.copy")} doneLabel={t("copied")} />
      </div>
    </div>
  );
}

interface Props {
  /** The recovery codes, told this once. */
  onDone: (codes: string[]) => void;
  aside?: ReactNode;
  /** Whether it is a step of signing in, with a card and heading of its own. */
  intro?: boolean;
}

/** Who has a second factor already shows it before another takes its place. */
function Proof({ onOffer, aside }: { onOffer: (offer: Offer) => void; aside: ReactNode }) {
  const { t } = useTranslation(AUTH);
  const [code, setCode] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (code.trim() === "") return { field: null, message: t("enrol.proofNeeded") };
    onOffer(await takeStep<Offer>("/auth/second-factor/enrolment", { code: code.trim() }));
    return null;
  });
  return (
    <Form
      submit={t("factor.submit")}
      busyWord={t("password.busy")}
      busy={busy}
      error={wholeFault(fault)}
      onSubmit={() => void run()}
      aside={aside}
    >
      <TextField
        label={t("enrol.proof")}
        hint={t("enrol.proofHint")}
        autoComplete="one-time-code"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
    </Form>
  );
}

/** Asks for a first secret as soon as it is shown; each asking makes a new one. */
function FirstOffer({ onOffer }: { onOffer: (offer: Offer) => void }) {
  const { t } = useTranslation(AUTH);
  const { run, fault } = useStep(async () => {
    onOffer(await takeStep<Offer>("/auth/second-factor/enrolment"));
    return null;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once, not each time the function is made anew
  useEffect(() => void run(), []);
  if (!fault) return <span className="skeleton auth-qr" />;
  return (
    <div role="alert" className="auth-inner">
      <p className="form-error">{wholeFault(fault)}</p>
      <button type="button" className="button" onClick={() => void run()}>
        {t("action.retry")}
      </button>
    </div>
  );
}

/** One code proves that the authenticator works; the recovery codes come back. */
function Confirmation({ offer, onDone, aside }: { offer: Offer } & Pick<Props, "onDone" | "aside">) {
  const { t } = useTranslation(AUTH);
  const { setSession } = useSession();
  const [code, setCode] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (code.length !== 6) return { field: null, message: t("factor.sixNeeded") };
    const { recoveryCodes, ...session } = await takeStep<Confirmed>("/auth/second-factor/confirmation", { code });
    onDone(recoveryCodes);
    setSession(session);
    return null;
  });
  return (
    <>
      <Secret data={offer} />
      <Form
        submit={t("enrol.submit")}
        busyWord={t("password.busy")}
        busy={busy}
        error={wholeFault(fault)}
        onSubmit={() => void run()}
        aside={aside}
      >
        <TextField
          label={t("enrol.code")}
          autoComplete="one-time-code"
          inputMode="numeric"
          value={code}
          onChange={(event) => setCode(digitsOf(event.target.value))}
        />
      </Form>
    </>
  );
}

/** Enrols a second factor, or another in place of the one in use. */
export function Enrolment({ onDone, aside, intro = false }: Props) {
  const { t } = useTranslation(AUTH);
  const { session } = useSession();
  const [offer, setOffer] = useState<Offer | null>(null);
  return (
    <section className={intro ? "auth-card" : "auth-inner"}>
      {intro && <h1>{t("enrol.title")}</h1>}
      <p className="form-note">{t("enrol.why")}</p>
      {offer ? (
        <Confirmation offer={offer} onDone={onDone} aside={aside} />
      ) : session.account?.secondFactor ? (
        <Proof onOffer={setOffer} aside={aside} />
      ) : (
        <FirstOffer onOffer={setOffer} />
      )}
    </section>
  );
}
