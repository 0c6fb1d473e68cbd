import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { otherNameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import type { FullEngagement } from "./engagement-types.ts";
import { IdentifyDialog } from "./identify-dialog.tsx";
import { PIPELINE } from "./words.ts";

/** Whom an engagement is about, the way to the profile, and the link to a person of the map. */
export function PersonLine({ engagement }: { engagement: FullEngagement }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const [identifying, setIdentifying] = useState(false);
  const { scientist, name, employer } = engagement.candidate;
  const other = scientist ? otherNameOf(scientist, language) : null;
  return (
    <div className="pl-person">
      <p>
        {[other, employer].filter((part) => part).join(" · ") || <span className="unknown">{t("person.noEmployer")}</span>}
        {scientist && scientist.nameZh !== name && scientist.nameEn !== name && (
          <span className="cell-note">{t("person.statedAs", { name })}</span>
        )}
      </p>
      <p className="records-actions">
        {scientist ? (
          <Link to={`/scientists/${scientist.id}`}>{t("person.profile")}</Link>
        ) : (
          <span className="secondary">{t("person.unidentified")}</span>
        )}
        <button type="button" className="text-button" onClick={() => setIdentifying(true)}>
          {t(scientist ? "identify.change" : "identify.open")}
        </button>
      </p>
      {identifying && <IdentifyDialog engagement={engagement} onClose={() => setIdentifying(false)} />}
    </div>
  );
}
