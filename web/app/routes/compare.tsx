import { ComparePage } from "../../features/scientists/compare-page.tsx";

/** Two to five people side by side. */
export function CompareRoute() {
  return <ComparePage />;
}
