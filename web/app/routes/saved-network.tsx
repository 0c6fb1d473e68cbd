import { useParams } from "react-router";
import { SavedNetwork } from "../../features/analyses/saved-network.tsx";
import { Allowed } from "../allowed.tsx";
import { NetworkExplorer } from "./network.tsx";

/** A saved analysis in the explorer. */
export function SavedNetworkRoute() {
  const { id = "" } = useParams();
  return (
    <Allowed to={["SAVE_ANALYSES"]}>
      <SavedNetwork key={id} id={id} explorer={(view, panels) => <NetworkExplorer initial={view} panels={panels} />} />
    </Allowed>
  );
}
