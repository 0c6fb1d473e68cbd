import { SettingsPage } from "../../features/pipeline/settings-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Settings of the pipeline, for the system administrator. */
export function PipelineSettingsRoute() {
  return (
    <Allowed to={["CONFIGURE_PIPELINE"]}>
      <SettingsPage />
    </Allowed>
  );
}
