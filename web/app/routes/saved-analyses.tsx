import { SavedAnalysesPage } from "../../features/analyses/saved-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Saved analyses, for those who keep them. */
export function SavedAnalysesRoute() {
  return (
    <Allowed to={["SAVE_ANALYSES"]}>
      <SavedAnalysesPage />
    </Allowed>
  );
}
