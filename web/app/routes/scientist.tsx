import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ContactPanel } from "../../features/contacts/contact-panel.tsx";
import { PersonIntroductions } from "../../features/introductions/person-introductions.tsx";
import { PersonEngagements } from "../../features/pipeline/person-engagements.tsx";
import { ProfilePage } from "../../features/scientists/profile-page.tsx";
import { useMay } from "../../lib/session.ts";
import { LazyMiniMap } from "./lazy-mini-map.tsx";

/** One scientist; with who can introduce us, engagements and the ways to reach them for those who may see these. */
export function ScientistRoute() {
  const { id = "" } = useParams();
  const { t } = useTranslation();
  const contacts = useMay("READ_CONTACTS");
  const pipeline = useMay("WORK_PIPELINE");
  const introductions = useMay("FIND_INTRODUCTIONS");
  return (
    <ProfilePage
      key={id}
      id={id}
      miniMap={(points) => <LazyMiniMap points={points} />}
      contacts={
        <>
          <Link className="button" to={`/network?people=${encodeURIComponent(id)}`}>
            {t("action.showInNetwork")}
          </Link>
          {introductions && <PersonIntroductions scientistId={id} />}
          {pipeline && <PersonEngagements scientistId={id} />}
          {contacts && <ContactPanel scientistId={id} />}
        </>
      }
    />
  );
}
