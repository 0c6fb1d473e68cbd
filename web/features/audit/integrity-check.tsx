import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Audit_IntegrityDocument, type Audit_IntegrityQuery } from "../../gql/generated.ts";
import { formatExact } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { formatTime } from "../../lib/time.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { AUDIT } from "./words.ts";

type Integrity = Audit_IntegrityQuery["auditIntegrity"];

function Outcome({ integrity }: { integrity: Integrity }) {
  const { t } = useTranslation(AUDIT);
  const { intact, records, firstBadIndex, headHash, checkedAt } = integrity;
  const values = { records: formatExact(records), index: firstBadIndex ?? "—", time: formatTime(checkedAt) };
  return (
    <div className={`audit-outcome ${intact ? "audit-intact" : "audit-broken"}`}>
      <p>
        <strong>{t(intact ? "integrity.intact" : "integrity.broken", values)}</strong> {t("integrity.at", values)}
      </p>
      {!intact && <p>{t("integrity.advice")}</p>}
      {intact && headHash && (
        <p className="secondary">
          {t("integrity.head")} <span className="mono">{headHash}</span>
        </p>
      )}
    </div>
  );
}

/** Checks the whole chain on the server, now, and says what came of it. */
export function useIntegrityCheck() {
  const { t } = useTranslation(AUDIT);
  const [integrity, setIntegrity] = useState<Integrity | null>(null);
  const { run, busy, fault } = useStep(async () => {
    setIntegrity((await request(Audit_IntegrityDocument, {})).auditIntegrity);
    return null;
  });
  const button = (
    <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && void run()}>
      {t(busy ? "integrity.busy" : "integrity.check")}
    </button>
  );
  const outcome = (
    <div role="status">{fault ? <p className="form-error">{wholeFault(fault)}</p> : integrity && <Outcome integrity={integrity} />}</div>
  );
  return { button, outcome };
}
