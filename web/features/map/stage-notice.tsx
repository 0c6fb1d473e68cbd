import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { errorSentence } from "../../lib/error-sentence.ts";
import { formatExact } from "../../lib/format.ts";
import { isEverything } from "../../lib/url-state.ts";
import type { MapScreen } from "./use-map-screen.ts";

/** Said over the map when it has nothing to draw or could not be asked. */
export function StageNotice({ screen }: { screen: MapScreen }) {
  const { t } = useTranslation("map");
  const { talentMap, flowing, selection, view, language } = screen;
  const client = useQueryClient();
  // Place names and the list failed with it; one press asks for all of them again.
  const retry = (): void => void client.refetchQueries({ predicate: (query) => query.state.status === "error" });
  if (talentMap.isError) {
    return (
      <div className="map-notice" role="alert">
        <p>
          <strong>{t("error.map")}</strong> {errorSentence(talentMap.error, t, language)}
        </p>
        <button type="button" className="button" onClick={retry}>
          {t("action.retry")}
        </button>
      </div>
    );
  }
  const data = talentMap.data?.talentMap;
  if (flowing || data === undefined || data.located > 0) return null;
  return (
    <div className="map-notice" role="status">
      <p>
        {data.total === 0
          ? t(isEverything(selection) ? "list.emptyNothing" : "empty.nobody")
          : t("empty.unlocated", { n: formatExact(data.total), view: t(`view.${view}`) })}
      </p>
      {data.total > 0 && selection.filter.unlocatedIn === view && (
        <button
          type="button"
          className="button"
          onClick={() => {
            const { unlocatedIn: _only, ...filter } = selection.filter;
            screen.setSelection({ ...selection, filter });
          }}
        >
          {t("empty.back")}
        </button>
      )}
    </div>
  );
}
