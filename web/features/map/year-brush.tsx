import { Slider } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Map_FacetsDocument, type ScientistFilter } from "../../gql/generated.ts";
import { formatExact } from "../../lib/format.ts";
import type { Selection } from "../../lib/url-state.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { type Decade, decadesFrom, handlesFor, shareInside, spanOf, yearsFor } from "./year-histogram.ts";
import "./year-brush.css";

interface Props {
  selection: Selection;
  onSelection: (next: Selection) => void;
}

function withoutYears(filter: ScientistFilter): ScientistFilter {
  const { birthYears: _years, birthDecades: _decades, ...rest } = filter;
  return rest;
}

function Bars({ decades, handles }: { decades: readonly Decade[]; handles: readonly [number, number] }) {
  const { t } = useTranslation("map");
  const most = Math.max(1, ...decades.map((decade) => decade.count));
  return (
    <ol className="map-years-bars" aria-label={t("years.histogram")}>
      {decades.map((decade) => (
        <li key={decade.start} title={t("years.bar", { decade: decade.start, n: formatExact(decade.count) })}>
          <span className="visually-hidden">{t("years.bar", { decade: decade.start, n: formatExact(decade.count) })}</span>
          <i style={{ height: `${(decade.count / most) * 100}%`, opacity: 0.28 + 0.72 * shareInside(decade, handles) }} />
        </li>
      ))}
    </ol>
  );
}

/** Years of birth as a histogram with two handles; what is between them becomes the ordinary filter of birth years. */
export function YearBrush({ selection, onSelection }: Props) {
  const { t } = useTranslation("map");
  const variables = { query: selection.query || null, filter: withoutYears(selection.filter), keys: ["birthDecades"], first: 50 };
  const { data, isPending, isError } = useGraphql(Map_FacetsDocument, variables, { keepPrevious: true });
  const decades = decadesFrom(data?.scientists.facets[0]?.values ?? []);
  const span = spanOf(decades);
  const years = selection.filter.birthYears;
  const [dragged, setDragged] = useState<[number, number] | null>(null);
  const settledYears = JSON.stringify(years ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a filter that changed elsewhere ends the drag
  useEffect(() => setDragged(null), [settledYears]);
  if (span === null) return <p className="map-years-waiting secondary">{isPending ? "…" : t(isError ? "years.failed" : "years.none")}</p>;
  const handles = dragged ?? handlesFor(years, span);
  const whole = handles[0] === span[0] && handles[1] === span[1];
  return (
    <div className="map-years">
      <p className="map-years-range">
        <span>{t("years.title")}</span>
        <strong>{whole ? t("years.all") : t("years.between", { from: handles[0], to: handles[1] })}</strong>
      </p>
      <Bars decades={decades} handles={handles} />
      <Slider
        range
        min={span[0]}
        max={span[1]}
        value={handles}
        tooltip={{ open: false }}
        ariaLabelForHandle={[t("years.from"), t("years.to")]}
        onChange={([from, to]) => {
          if (from !== undefined && to !== undefined) setDragged([from, to]);
        }}
        onChangeComplete={([from, to]) => {
          if (from === undefined || to === undefined) return;
          const { birthYears: _before, ...rest } = selection.filter;
          const next = yearsFor([from, to], span);
          onSelection({ ...selection, filter: next === null ? rest : { ...rest, birthYears: next } });
        }}
      />
      <p className="map-years-ends secondary" aria-hidden="true">
        <span>{span[0]}</span>
        <span>{span[1]}</span>
      </p>
    </div>
  );
}
