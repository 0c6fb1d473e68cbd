import { NewReferralPage } from "../../features/referrals/new-referral-page.tsx";
import { Allowed } from "../allowed.tsx";

/** The form of a referral, for those who may refer. */
export function NewReferralRoute() {
  return (
    <Allowed to={["REFER"]}>
      <NewReferralPage />
    </Allowed>
  );
}
