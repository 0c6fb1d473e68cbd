import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import type { Pipeline_BriefFragment } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Age, DueDay } from "./due-words.tsx";
import type { FullEngagement } from "./engagement-types.ts";
import { PIPELINE } from "./words.ts";

/** One engagement in two lines: what for and where it stands; who is in charge and what comes next. */
export function BriefLine({ engagement, search = "" }: { engagement: Pipeline_BriefFragment; search?: string }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const { programme, stage, status, owner, nextStep } = engagement;
  return (
    <li className="pl-brief">
      <p>
        <Link to={`/pipeline/${engagement.id}${search}`}>{nameOf(programme, language) || t("particulars.noProgramme")}</Link>{" "}
        <span className="badge">{nameOf(stage, language)}</span>{" "}
        {status !== "OPEN" && <span className={`badge pl-status-${status}`}>{t(`status.${status}`)}</span>}{" "}
        {engagement.demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
      </p>
      <p className="secondary">
        {owner.name} · <Age card={{ ...engagement, idleDays: null, stageSince: "" }} />
        {nextStep && (
          <>
            {" · "}
            {nextStep.text} <DueDay dueOn={nextStep.dueOn} />
          </>
        )}
      </p>
    </li>
  );
}

/** Other engagements of the same person, so that nobody works past a colleague. */
export function OthersSection({ engagement }: { engagement: FullEngagement }) {
  const { t } = useTranslation(PIPELINE);
  const { search } = useLocation();
  if (engagement.others.length === 0) return null;
  return (
    <section className="pl-part">
      <h3>{t("others.title", { count: engagement.others.length })}</h3>
      <ul className="pl-briefs">
        {engagement.others.map((other) => (
          <BriefLine key={other.id} engagement={other} search={search} />
        ))}
      </ul>
    </section>
  );
}
