import { MeasuresPage } from "../../features/measures/measures-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Measures of networks, for those who analyse them. */
export function MeasuresRoute() {
  return (
    <Allowed to={["MEASURE_NETWORKS"]}>
      <MeasuresPage />
    </Allowed>
  );
}
