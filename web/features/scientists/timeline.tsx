import { useTranslation } from "react-i18next";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { FactLine } from "./evidence.tsx";
import type { Footnotes } from "./facts-model.ts";
import { LongList } from "./long-list.tsx";
import type { Person } from "./person-types.ts";
import { type LifeEvent, timelineOf } from "./timeline-model.ts";

const TIMELINE = { as: "ol", className: "timeline" } as const;

function EventLine({ event, footnotes }: { event: LifeEvent; footnotes: Footnotes }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const date =
    event.date === null
      ? ""
      : event.until
        ? t("date.span", { from: event.date, to: event.until })
        : event.asOf
          ? t("date.asOf", { date: event.date })
          : event.date;
  return (
    <li className={`event event-${event.kind}`}>
      <span className="event-date">{date}</span>
      <span className="event-dot" aria-hidden="true" />
      <FactLine facts={event.fact ? [event.fact] : []} footnotes={footnotes}>
        <span className="event-kind">{t(`event.${event.kind}`)}</span>
        {event.subject && <span>{nameOf(event.subject, language)}</span>}
        {event.detail && <span className="secondary">{event.detail}</span>}
      </FactLine>
    </li>
  );
}

/** A life in order; what no source dates stands apart. */
export function Timeline({ person, footnotes }: { person: Person; footnotes: Footnotes }) {
  const { t } = useTranslation();
  const { dated, undated } = timelineOf(person);
  return (
    <section className="profile-section">
      <h2>{t("person.timeline")}</h2>
      {dated.length + undated.length === 0 && <p className="unknown">{t("person.noTimeline")}</p>}
      <LongList list={TIMELINE}>
        {dated.map((event) => (
          <EventLine key={event.id} event={event} footnotes={footnotes} />
        ))}
      </LongList>
      {undated.length > 0 && (
        <>
          <h3 className="timeline-undated">{t("person.undated")}</h3>
          <LongList list={TIMELINE}>
            {undated.map((event) => (
              <EventLine key={event.id} event={event} footnotes={footnotes} />
            ))}
          </LongList>
        </>
      )}
    </section>
  );
}
