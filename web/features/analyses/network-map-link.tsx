import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ExplorerApi } from "../../lib/explorer-api.ts";
import { formatExact } from "../../lib/format.ts";
import { handOver } from "../../lib/network-hand-over.ts";
import { ANALYSES } from "./words.ts";

/** Draws the network on the screen on the map, and says what will be drawn. */
export function NetworkMapLink({ api, id }: { api: ExplorerApi; id: string | null }) {
  const { t } = useTranslation(ANALYSES);
  const navigate = useNavigate();
  const show = (): void => {
    void navigate(`/map?network=${handOver({ view: api.view(), analysis: id })}`);
  };
  return (
    <div className="network-export">
      <p className="secondary">{t("toMap.note", { people: formatExact(api.shown.length) })}</p>
      <div className="form-foot">
        <button type="button" className="button" disabled={api.shown.length === 0} onClick={show}>
          {t("toMap.show")}
        </button>
      </div>
    </div>
  );
}
