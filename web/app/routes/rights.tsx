import { RightsPage } from "../../features/accounts/rights-page.tsx";
import { Allowed } from "../allowed.tsx";

/** The table of rights, for those who grant roles or audit them. */
export function RightsRoute() {
  return (
    <Allowed to={["GRANT_ROLES", "READ_AUDIT"]}>
      <RightsPage />
    </Allowed>
  );
}
