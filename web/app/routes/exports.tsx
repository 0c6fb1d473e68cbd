import { ExportsPage } from "../../features/exports/exports-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Exports over the cap, for those who ask and those who decide. */
export function ExportsRoute() {
  return (
    <Allowed to={["EXPORT_SCIENTISTS", "DECIDE_EXPORTS"]}>
      <ExportsPage />
    </Allowed>
  );
}
