import { useParams } from "react-router";
import { ContactPanel } from "../../features/contacts/contact-panel.tsx";
import { ProfilePage } from "../../features/scientists/profile-page.tsx";
import { useMay } from "../../lib/session.ts";
import { LazyMiniMap } from "./lazy-mini-map.tsx";

/** One scientist; with the ways to reach them for those who may see these. */
export function ScientistRoute() {
  const { id = "" } = useParams();
  const contacts = useMay("READ_CONTACTS");
  return (
    <ProfilePage
      key={id}
      id={id}
      miniMap={(points) => <LazyMiniMap points={points} />}
      contacts={contacts && <ContactPanel scientistId={id} />}
    />
  );
}
