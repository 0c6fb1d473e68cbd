import { useParams } from "react-router";
import { InstitutionPage } from "../../features/scientists/institution-page.tsx";
import { LazyMiniMap } from "./lazy-mini-map.tsx";

/** One institution. */
export function InstitutionRoute() {
  const { id = "" } = useParams();
  return <InstitutionPage key={id} id={id} miniMap={(points) => <LazyMiniMap points={points} />} />;
}
