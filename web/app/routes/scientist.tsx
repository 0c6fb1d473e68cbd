import { useParams } from "react-router";
import { ProfilePage } from "../../features/scientists/profile-page.tsx";
import { LazyMiniMap } from "./lazy-mini-map.tsx";

/** One scientist. */
export function ScientistRoute() {
  const { id = "" } = useParams();
  return <ProfilePage key={id} id={id} miniMap={(points) => <LazyMiniMap points={points} />} />;
}
