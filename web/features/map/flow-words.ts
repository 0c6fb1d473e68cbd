import { useTranslation } from "react-i18next";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import type { Arc } from "./engine/map-types.ts";
import type { Flow } from "./use-map-drawing.ts";

/** Stable while the question is. */
export function flowId(flow: Flow): string {
  return `${flow.from.id}>${flow.to.id}`;
}

/** A flow in words. */
export function useFlowWords(): (flow: Flow) => string {
  const { t } = useTranslation("map");
  const language = useLanguage();
  return (flow) => {
    const from = nameOf(flow.from, language);
    return flow.from.id === flow.to.id ? t("flow.stayed", { place: from }) : `${from} → ${nameOf(flow.to, language)}`;
  };
}

/** Flows as the map draws them; one without a point at both ends is in the table only. */
export function arcsOf(flows: readonly Flow[]): Arc[] {
  return flows.flatMap((flow) => {
    const { from, to } = flow;
    if (from.longitude === null || from.latitude === null || to.longitude === null || to.latitude === null) return [];
    return [
      {
        id: flowId(flow),
        from: { longitude: from.longitude, latitude: from.latitude },
        to: { longitude: to.longitude, latitude: to.latitude },
        count: flow.count,
      },
    ];
  });
}
