import { MyAccountPage } from "../../features/auth/my-account-page.tsx";
import { DigestCard } from "../../features/pipeline/digest-card.tsx";
import { useMay } from "../../lib/session.ts";

/** The own account; with the address for digests for those who are reminded of anything. */
export function AccountRoute() {
  const reminded = useMay("WORK_PIPELINE", "REFER");
  return <MyAccountPage digest={reminded && <DigestCard />} />;
}
