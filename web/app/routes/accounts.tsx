import { AccountsPage } from "../../features/accounts/accounts-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Accounts, roles and tokens, for the two administrators. */
export function AccountsRoute() {
  return (
    <Allowed to={["MANAGE_ACCOUNTS", "GRANT_ROLES"]}>
      <AccountsPage />
    </Allowed>
  );
}
