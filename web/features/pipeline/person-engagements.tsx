import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pipeline_OfPersonDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { nameOf } from "../../lib/format.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { OpenEngagement } from "./open-engagement.tsx";
import { BriefLine } from "./others-section.tsx";
import { PIPELINE } from "./words.ts";
import "./pipeline.css";

/** Engagements of a person on the profile page, for officers, and the way to open one. */
export function PersonEngagements({ scientistId }: { scientistId: string }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const { data, error, refetch } = useGraphql(Pipeline_OfPersonDocument, { id: scientistId }, { staleTime: 0 });
  const [opening, setOpening] = useState(false);
  const name = nameOf(data?.scientist, language);
  const engagements = data?.scientist?.engagements;
  return (
    <section className="profile-section">
      <div className="card-head">
        <h2>{t("ofPerson.title")}</h2>
        <button type="button" className="text-button" onClick={() => setOpening(true)}>
          {t("open.open")}
        </button>
      </div>
      <Arriving ready={engagements !== undefined} error={error} retry={() => void refetch()} height={24}>
        {engagements?.length === 0 ? (
          <p className="unknown">{t("ofPerson.none")}</p>
        ) : (
          <ul className="pl-briefs">
            {engagements?.map((engagement) => (
              <BriefLine key={engagement.id} engagement={engagement} />
            ))}
          </ul>
        )}
      </Arriving>
      {opening && <OpenEngagement subject={{ scientistId }} name={name} onClose={() => setOpening(false)} />}
    </section>
  );
}
