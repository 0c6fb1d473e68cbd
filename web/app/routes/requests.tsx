import { RequestsPage } from "../../features/requests/requests-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Requests of the people concerned, for those who meet them. */
export function RequestsRoute() {
  return (
    <Allowed to={["HANDLE_SUBJECT_REQUESTS"]}>
      <RequestsPage />
    </Allowed>
  );
}
