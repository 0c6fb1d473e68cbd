import { FindPage } from "../../features/introductions/find-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Introductions, for those who may use this page of them. */
export function IntroductionsRoute() {
  return (
    <Allowed to={["FIND_INTRODUCTIONS"]}>
      <FindPage />
    </Allowed>
  );
}
