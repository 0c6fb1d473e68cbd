import { useTranslation } from "react-i18next";
import type { MapView, PlaceLevel } from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { formatExact } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { flowId, useFlowWords } from "./flow-words.ts";
import { FLOW_LEVELS, type MapAddress, VIEWS } from "./map-url.ts";
import type { Flow } from "./use-map-drawing.ts";
import "./flow-panel.css";

interface Props {
  address: MapAddress;
  flows: readonly Flow[];
  loading: boolean;
  /** Why the flows could not be had; null when they could. */
  error: Error | null;
  litId: string | null;
  onAddress: (change: Partial<MapAddress>) => void;
  onPoint: (id: string | null) => void;
  onOpen: (flow: Flow) => void;
  onRetry: () => void;
}

function ViewChoice({
  label,
  value,
  other,
  onChange,
}: {
  label: string;
  value: MapView;
  other: MapView;
  onChange: (view: MapView) => void;
}) {
  const { t } = useTranslation("map");
  return (
    <label className="map-flow-choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(VIEWS.find((view) => view === event.target.value) ?? value)}>
        {VIEWS.map((view) => (
          <option key={view} value={view} disabled={view === other}>
            {t(`view.${view}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function FlowTable({ flows, litId, onPoint, onOpen }: Pick<Props, "flows" | "litId" | "onPoint" | "onOpen">) {
  const { t } = useTranslation("map");
  const words = useFlowWords();
  const most = Math.max(1, ...flows.map((flow) => flow.count));
  return (
    <table className="map-flow-table">
      <caption className="visually-hidden">{t("flow.table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("flow.way")}</th>
          <th scope="col">{t("flow.people")}</th>
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => {
          const id = flowId(flow);
          return (
            <tr key={id} data-lit={id === litId} onMouseEnter={() => onPoint(id)} onMouseLeave={() => onPoint(null)}>
              <th scope="row">
                <button
                  type="button"
                  className="map-link"
                  onClick={() => onOpen(flow)}
                  onFocus={() => onPoint(id)}
                  onBlur={() => onPoint(null)}
                >
                  {words(flow)}
                </button>
              </th>
              <td>
                <i style={{ width: Math.max(2, (flow.count / most) * 64) }} />
                <span>{formatExact(flow.count)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What is asked: between which places, bundled at which level. */
function FlowQuestion({ address, onAddress }: Pick<Props, "address" | "onAddress">) {
  const { t } = useTranslation("map");
  return (
    <div className="map-flow-question">
      <ViewChoice label={t("flow.from")} value={address.from} other={address.to} onChange={(from) => onAddress({ from })} />
      <ViewChoice label={t("flow.to")} value={address.to} other={address.from} onChange={(to) => onAddress({ to })} />
      <label className="map-flow-choice">
        <span>{t("flow.level")}</span>
        <select value={address.level} onChange={(event) => onAddress({ level: levelOf(event.target.value, address.level) })}>
          {FLOW_LEVELS.map((level) => (
            <option key={level} value={level}>
              {t(`flow.levels.${level}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Moves between two places of a person: what is asked, and the same answer as a table. */
export function FlowPanel({ address, flows, loading, error, litId, onAddress, onPoint, onOpen, onRetry }: Props) {
  const { t } = useTranslation("map");
  const language = useLanguage();
  const failed = error !== null && flows.length === 0;
  return (
    <div className="map-flow" aria-busy={loading}>
      <FlowQuestion address={address} onAddress={onAddress} />
      {failed && (
        <ErrorNotice
          title={t("error.flows")}
          detail={`${errorSentence(error, t, language)} ${t("error.kept")}`}
          action={
            <button type="button" className="button" onClick={onRetry}>
              {t("action.retry")}
            </button>
          }
        />
      )}
      {!failed && flows.length === 0 && !loading && <EmptyState title={t("flow.emptyTitle")} detail={t("flow.emptyDetail")} />}
      {flows.length > 0 && <FlowTable flows={flows} litId={litId} onPoint={onPoint} onOpen={onOpen} />}
      {flows.length === 0 && loading && <p className="map-list-more secondary">{t("list.loading")}</p>}
    </div>
  );
}

function levelOf(text: string, otherwise: PlaceLevel): PlaceLevel {
  return FLOW_LEVELS.find((level) => level === text) ?? otherwise;
}
