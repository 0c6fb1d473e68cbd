import { SupervisionPage } from "../../features/pipeline/supervision-page.tsx";
import { Allowed } from "../allowed.tsx";

/** 督办, for those who work on the pipeline. */
export function SupervisionRoute() {
  return (
    <Allowed to={["WORK_PIPELINE"]}>
      <SupervisionPage />
    </Allowed>
  );
}
