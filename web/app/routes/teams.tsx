import { useParams } from "react-router";
import { TeamPage } from "../../features/teams/team-page.tsx";
import { TeamsPage } from "../../features/teams/teams-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Teams, for those who keep them. */
export function TeamsRoute() {
  return (
    <Allowed to={["KEEP_TEAMS"]}>
      <TeamsPage />
    </Allowed>
  );
}

/** One team and what it needs in order to move. */
export function TeamRoute() {
  const { id = "" } = useParams();
  return (
    <Allowed to={["KEEP_TEAMS"]}>
      <TeamPage key={id} id={id} />
    </Allowed>
  );
}
