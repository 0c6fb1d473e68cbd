import { OurPeoplePage } from "../../features/introductions/our-people-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Introductions, for those who may use this page of them. */
export function OurPeopleRoute() {
  return (
    <Allowed to={["ASK_INTRODUCTIONS"]}>
      <OurPeoplePage />
    </Allowed>
  );
}
