import { StatisticsPage } from "../../features/pipeline/statistics-page.tsx";
import { Allowed } from "../allowed.tsx";

/** Figures of the pipeline, for officers and analysts. */
export function PipelineStatisticsRoute() {
  return (
    <Allowed to={["READ_PIPELINE_STATISTICS"]}>
      <StatisticsPage />
    </Allowed>
  );
}
