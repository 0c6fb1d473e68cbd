import { lazy, Suspense } from "react";
import { Navigate, useParams, useSearchParams } from "react-router";
import { LedgerPage } from "../../features/referrals/ledger-page.tsx";
import { useMay } from "../../lib/session.ts";
import { Allowed } from "../allowed.tsx";

// An ambassador's telephone need not load what only the office sees.
const Office = lazy(async () => ({ default: (await import("./office-referrals.tsx")).OfficeReferrals }));

/** The own referrals; for officers those of everybody, and their own with `?view=mine`. */
export function ReferralsRoute() {
  const [params] = useSearchParams();
  const office = useMay("WORK_PIPELINE");
  return (
    <Allowed to={["REFER", "WORK_PIPELINE"]}>
      {office && params.get("view") !== "mine" ? (
        <Suspense>
          <Office />
        </Suspense>
      ) : (
        <LedgerPage />
      )}
    </Allowed>
  );
}

/** The address of one referral: it opens in the list where it stands. */
export function OneReferralRoute() {
  const { id = "" } = useParams();
  return <Navigate to={`/referrals?open=${encodeURIComponent(id)}`} replace />;
}
