import { useLocation, useNavigate, useParams } from "react-router";
import { EngagementPanel } from "../../features/pipeline/engagement-panel.tsx";
import { PipelinePage } from "../../features/pipeline/pipeline-page.tsx";
import { SelectionChips } from "../../features/selection/selection-chips.tsx";
import { Allowed } from "../allowed.tsx";

/** 管线, for those who work on it; narrowed to the people of a search when one was handed over. */
export function PipelineRoute() {
  return (
    <Allowed to={["WORK_PIPELINE"]}>
      <PipelinePage peopleChips={<SelectionChips />} />
    </Allowed>
  );
}

/** One engagement beside the board; closing it leads back to the same board. */
export function EngagementRoute() {
  const { id = "" } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  return <EngagementPanel key={id} id={id} onClose={() => void navigate(`/pipeline${search}`, { preventScrollReset: true })} />;
}
