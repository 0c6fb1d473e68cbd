import { MyAccountPage } from "../../features/auth/my-account-page.tsx";

/** The own account. */
export function AccountRoute() {
  return <MyAccountPage />;
}
