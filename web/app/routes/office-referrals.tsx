import { OpenEngagement } from "../../features/pipeline/open-engagement.tsx";
import { OfficePage } from "../../features/referrals/office-page.tsx";

/** All referrals, from which engagements are started. */
export function OfficeReferrals() {
  return (
    <OfficePage
      startEngagement={({ referralId, name, onClose }) => <OpenEngagement subject={{ referralId }} name={name} onClose={onClose} />}
    />
  );
}
