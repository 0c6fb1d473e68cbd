import { useTranslation } from "react-i18next";
import { daysBetween, today } from "../../lib/time.ts";
import type { Card } from "./engagement-types.ts";
import { PIPELINE } from "./words.ts";

/** How near a day is: over, today, or later. */
export function nearness(dueOn: string, now: string): "over" | "today" | "later" {
  const days = daysBetween(now, dueOn);
  if (days < 0) return "over";
  return days === 0 ? "today" : "later";
}

/** A day with a mark when it is over or today. */
export function DueDay({ dueOn }: { dueOn: string }) {
  const { t } = useTranslation(PIPELINE);
  const near = nearness(dueOn, today());
  const mark = near === "over" ? t("due.over", { count: -daysBetween(today(), dueOn) }) : near === "today" ? t("due.today") : "";
  return (
    <span className={`pl-due pl-due-${near}`}>
      <time dateTime={dueOn}>{dueOn}</time>
      {mark && <span> · {mark}</span>}
    </span>
  );
}

/** How long an engagement has been where it is; grey, amber or red by what has not happened meanwhile. */
export function Age({ card }: { card: Pick<Card, "ageing" | "daysInStage" | "idleDays" | "stageSince"> }) {
  const { t } = useTranslation(PIPELINE);
  const { ageing, daysInStage, idleDays } = card;
  const title = [
    t("age.since", { date: card.stageSince }),
    idleDays === null ? "" : t("age.idle", { count: idleDays }),
    t(`ageing.${ageing}`),
  ];
  return (
    <span className={`badge pl-age pl-age-${ageing}`} title={title.filter((part) => part !== "").join(" · ")}>
      {t("age.days", { count: daysInStage })}
      {ageing !== "NORMAL" && <span className="visually-hidden"> {t(`ageing.${ageing}`)}</span>}
    </span>
  );
}
