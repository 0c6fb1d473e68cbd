import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { errorSentence } from "../../lib/error-sentence.ts";
import type { ExplorerPanel } from "../../lib/explorer-api.ts";
import { addMessages } from "../../lib/i18n.ts";
import type { NetworkView } from "../../lib/network-view.ts";
import { useMay } from "../../lib/session.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { usePhone } from "../../lib/use-media.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { CloseButton } from "./close-button.tsx";
import { DetailPanel } from "./detail-panel.tsx";
import en from "./locales/en.json";
import zh from "./locales/zh.json";
import { Middle } from "./middle.tsx";
import { QueryPanel } from "./query-panel.tsx";
import { StartPanel } from "./start-panel.tsx";
import { type ExplorerScreen, useExplorerScreen } from "./use-explorer-screen.ts";
import "./network.css";
import "./network-panels.css";

addMessages("network", { zh, en });

interface Props {
  /** Panels of other rooms beside the details. */
  readonly panels?: readonly ExplorerPanel[];
  /** A kept view to show as it was, in place of what the address says. */
  readonly initial?: NetworkView | null;
}

const NONE: readonly ExplorerPanel[] = [];

/** Before anything is shown: where to start, what is being read, or why nothing came. */
function Opening({ screen }: { screen: ExplorerScreen }) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const [measures, teams] = [useMay("MEASURE_NETWORKS"), useMay("KEEP_TEAMS")];
  const { reading, scene } = screen;
  if (reading.busy !== null)
    return (
      <div className="network-opening" role="status">
        <p className="secondary">{t("loading")}</p>
      </div>
    );
  if (reading.fault !== null)
    return (
      <div className="network-opening">
        <ErrorNotice
          title={t("fault.open")}
          detail={errorSentence(reading.fault, t, language)}
          action={
            <button type="button" className="button" onClick={() => window.location.reload()}>
              {t("action.retry")}
            </button>
          }
        />
      </div>
    );
  return (
    <div className="network-opening">
      <EmptyState
        title={t(scene === null ? "empty.title" : "empty.nobody")}
        detail={t(scene === null ? "empty.detail" : "empty.nobodyDetail")}
      />
      <div className="network-opening-form">
        <StartPanel onStart={screen.startFrom} />
      </div>
      <p className="network-opening-links">
        <Link to="/scientists">{t("empty.people")}</Link>
        {measures && <Link to="/network/measures">{t("empty.measures")}</Link>}
        {teams && <Link to="/teams">{t("empty.teams")}</Link>}
      </p>
    </div>
  );
}

function PhoneSheet({ title, onClose, children }: { title: string; onClose: () => void; children: React.ReactNode }) {
  const { t } = useTranslation("network");
  return (
    <section className="network-sheet" aria-label={title}>
      <header className="network-card-head">
        <h2>{title}</h2>
        <CloseButton label={t("action.close")} onClose={onClose} />
      </header>
      <div className="network-sheet-body">{children}</div>
    </section>
  );
}

/** 合作网络: who is linked with whom, step by step. The table alone is a full equivalent of the picture. */
export function ExplorerPage({ panels = NONE, initial = null }: Props) {
  const { t } = useTranslation("network");
  const phone = usePhone();
  const screen = useExplorerScreen(initial);
  const { scene, chosen, pair } = screen;
  const [sheet, setSheet] = useState<"query" | "detail" | null>(null);
  const isChosen = chosen.length > 0 || pair !== null;
  useEffect(() => {
    if (phone && isChosen) setSheet("detail");
  }, [phone, isChosen]);
  const head = (
    <>
      <PageTitle page={t("title")} product={t("product")} />
      <h1 className="visually-hidden">{t("title")}</h1>
    </>
  );
  if (scene === null || scene.ids.length === 0)
    return (
      <div className="network-page network-empty">
        {head}
        <Opening screen={screen} />
      </div>
    );
  if (phone)
    return (
      <div className="network-page network-phone">
        {head}
        <Middle screen={screen} scene={scene} />
        <nav className="network-phone-bar" aria-label={t("panel.more")}>
          {(["query", "detail"] as const).map((one) => (
            <button key={one} type="button" aria-expanded={sheet === one} onClick={() => setSheet(sheet === one ? null : one)}>
              {t(`panel.${one}`)}
            </button>
          ))}
        </nav>
        {sheet !== null && (
          <PhoneSheet title={t(`panel.${sheet}`)} onClose={() => setSheet(null)}>
            {sheet === "query" ? <QueryPanel screen={screen} /> : <DetailPanel screen={screen} scene={scene} panels={panels} />}
          </PhoneSheet>
        )}
      </div>
    );
  return (
    <div className="network-page">
      {head}
      <aside className="network-query" aria-label={t("panel.query")}>
        <QueryPanel screen={screen} />
      </aside>
      <Middle screen={screen} scene={scene} />
      <aside className="network-side" aria-label={t("panel.detail")}>
        <DetailPanel screen={screen} scene={scene} panels={panels} />
      </aside>
    </div>
  );
}
