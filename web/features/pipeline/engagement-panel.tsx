import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Pipeline_EngagementDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { nameOf } from "../../lib/format.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { CheckSection } from "./check-section.tsx";
import { ContactsSection } from "./contacts-section.tsx";
import { Age } from "./due-words.tsx";
import type { FullEngagement } from "./engagement-types.ts";
import { HistorySection } from "./history-section.tsx";
import { MoveMenu } from "./move-menu.tsx";
import { NextStepSection } from "./next-step-section.tsx";
import { OthersSection } from "./others-section.tsx";
import { ParticularsSection } from "./particulars-section.tsx";
import { PersonLine } from "./person-line.tsx";
import { useMoves } from "./use-moves.ts";
import { type Stage, useSettings } from "./use-settings.ts";
import { usePersonName } from "./use-words.ts";
import { PIPELINE } from "./words.ts";

/** The road from lead to landing, and how far this engagement has come. */
function Road({ engagement, stages }: { engagement: FullEngagement; stages: readonly Stage[] }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const at = stages.findIndex(({ id }) => id === engagement.stage.id);
  return (
    <ol className="pl-road" aria-label={t("road")}>
      {stages.map((stage, place) => (
        <li
          key={stage.id}
          data-state={place < at ? "passed" : place === at ? "now" : "ahead"}
          aria-current={place === at ? "step" : undefined}
        >
          {nameOf(stage, language)}
        </li>
      ))}
    </ol>
  );
}

function Content({ engagement }: { engagement: FullEngagement }) {
  const { t } = useTranslation(PIPELINE);
  const { pending } = useMoves();
  const stages = useSettings().data?.pipelineSettings.stages ?? [];
  const waiting = pending.has(engagement.id);
  return (
    <>
      <section className="pl-part" aria-busy={waiting}>
        <PersonLine engagement={engagement} />
        <Road engagement={engagement} stages={stages} />
        <div className="pl-standing">
          <span className={`badge pl-status-${engagement.status}`}>{t(`status.${engagement.status}`)}</span>
          <Age card={engagement} />
          {engagement.demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
          <MoveMenu key={engagement.version} card={engagement} className="button button-primary" label={t("move.open")} />
        </div>
      </section>
      <CheckSection engagement={engagement} />
      <NextStepSection key={`step-${engagement.id}`} engagement={engagement} />
      <ContactsSection engagement={engagement} />
      <ParticularsSection engagement={engagement} />
      <OthersSection engagement={engagement} />
      <HistorySection engagement={engagement} />
    </>
  );
}

/** The frame beside the board: a sheet at the side of a large screen, the whole of a phone. Escape closes it; the board stays in use. */
function Beside({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation(PIPELINE);
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    frame.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside
      ref={frame}
      className="pl-panel"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        // A dialog or menu above takes its own Escape.
        const above = event.target instanceof Element && event.target.closest("dialog, [popover]");
        if (event.key !== "Escape" || event.defaultPrevented || above) return;
        onClose();
      }}
    >
      <div className="pl-panel-head">
        <h2>{title}</h2>
        <button type="button" className="icon-button" aria-label={t("action.close")} title={t("action.close")} onClick={onClose}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m3 3 10 10M13 3 3 13" />
          </svg>
        </button>
      </div>
      <div className="pl-panel-body">{children}</div>
    </aside>
  );
}

/** One engagement: the person, where it stands, what comes next, what was said and done. */
export function EngagementPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(PIPELINE);
  const personName = usePersonName();
  const { data, error, refetch } = useGraphql(Pipeline_EngagementDocument, { id }, { staleTime: 0 });
  const engagement = data?.engagement;
  const title = engagement ? personName(engagement) : t("engagement");
  return (
    <Beside title={title} onClose={onClose}>
      {engagement && <PageTitle page={title} product={t("product")} />}
      <Arriving ready={data !== undefined} error={error} retry={() => void refetch()} height={480}>
        {engagement ? (
          <Content key={engagement.id} engagement={engagement} />
        ) : (
          <EmptyState
            title={t("missing.title")}
            detail={t("missing.detail")}
            action={
              <Link className="button" to="/pipeline">
                {t("missing.back")}
              </Link>
            }
          />
        )}
      </Arriving>
    </Beside>
  );
}
