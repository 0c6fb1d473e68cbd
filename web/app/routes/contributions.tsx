import { ContributionsPage } from "../../features/contributions/contributions-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Contributions of ambassadors, for themselves and for the office. */
export function ContributionsRoute() {
  return (
    <Allowed to={["REFER", "WORK_PIPELINE"]}>
      <ContributionsPage />
    </Allowed>
  );
}
