import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { Pipeline_StatisticsDocument, type Pipeline_StatisticsQuery } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatExact, nameOf } from "../../lib/format.ts";
import { useMay } from "../../lib/session.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useLive } from "../../lib/use-live.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { RecordsTable } from "../../ui/records-table.tsx";
import { NumberLink } from "./number-link.tsx";
import { listHref, STATUSES } from "./pipeline-url.ts";
import { PIPELINE } from "./words.ts";
import "./pipeline.css";

type Statistics = Pipeline_StatisticsQuery["pipelineStatistics"];
type Channel = Statistics["byChannel"][number];

/** The stages before the last: who reached that one has landed, and is counted as such. */
function roadOf({ byStage }: Channel): Channel["byStage"] {
  return byStage.slice(0, -1);
}

type Linking = (conditions: Parameters<typeof listHref>[0]) => string | null;

function ChannelRow({ figures, most, link }: { figures: Channel; most: number; link: Linking }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const { channel, opened, landed, stopped } = figures;
  const name = t(`channel.${channel}`);
  const label = (what: string) => t("supervision.of", { name, what });
  const cell = (key: string, what: string, count: number, conditions: Parameters<typeof listHref>[0]) => (
    <td key={key} data-label={what}>
      <NumberLink count={count} label={label(what)} to={link({ channel, ...conditions })} />
    </td>
  );
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="pl-bar" aria-hidden="true" style={{ inlineSize: most === 0 ? 0 : `${(opened / most) * 100}%` }} />
      </th>
      {cell("opened", t("statistics.opened"), opened, { status: STATUSES })}
      {roadOf(figures).map(({ stage, count }) =>
        cell(stage.id, nameOf(stage, language), count, { stage: stage.id, status: ["OPEN", "PAUSED"] }),
      )}
      {cell("landed", t("status.LANDED"), landed, { status: ["LANDED"] })}
      {cell("stopped", t("status.STOPPED"), stopped, { status: ["STOPPED"] })}
    </tr>
  );
}

function Figures({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  // Analysts see figures; the people behind them are for officers.
  const officer = useMay("WORK_PIPELINE");
  const { from, to, byChannel } = statistics;
  const link: Linking = (conditions) => (officer ? listHref({ ...conditions, from, to }) : null);
  const most = Math.max(0, ...byChannel.map(({ opened }) => opened));
  const stages = byChannel[0] ? roadOf(byChannel[0]).map(({ stage }) => nameOf(stage, language)) : [];
  return (
    <div className="pl-figures pl-figures-wide">
      <RecordsTable
        title={t("statistics.title")}
        columns={[t("column.channel"), t("statistics.opened"), ...stages, t("status.LANDED"), t("status.STOPPED")]}
      >
        {byChannel.map((figures) => (
          <ChannelRow key={figures.channel} figures={figures} most={most} link={link} />
        ))}
      </RecordsTable>
    </div>
  );
}

/** Figures of the pipeline by channel, of a time; each number opens its list for those who may see it. */
export function StatisticsPage() {
  const { t } = useTranslation(PIPELINE);
  useLive();
  const officer = useMay("WORK_PIPELINE");
  const [params, setParams] = useSearchParams();
  const [from, to] = [params.get("from") || null, params.get("to") || null];
  const { data, error, refetch } = useGraphql(Pipeline_StatisticsDocument, { from, to }, { staleTime: 0, keepPrevious: true });
  const statistics = data?.pipelineStatistics;
  const day = (name: "from" | "to", value: string | null) => (
    <label className="pl-day">
      <span className="secondary">{t(`statistics.${name}`)}</span>
      <input
        className="input"
        type="date"
        value={value ?? ""}
        onChange={({ target }) =>
          setParams(
            (before) => {
              const next = new URLSearchParams(before);
              if (target.value) next.set(name, target.value);
              else next.delete(name);
              return next;
            },
            { replace: true },
          )
        }
      />
    </label>
  );
  return (
    <div className="page">
      <PageTitle page={t("statistics.title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("statistics.title")}</h1>
        {officer && (
          <Link className="button" to="/pipeline">
            {t("toPipeline")}
          </Link>
        )}
        <p className="secondary">{t(officer ? "statistics.intro" : "statistics.introFigures")}</p>
      </header>
      <div className="page-tools">
        {day("from", from)}
        {day("to", to)}
        {statistics && (
          <span className="secondary">{t("statistics.total", { count: statistics.total, n: formatExact(statistics.total) })}</span>
        )}
        {statistics && statistics.demoCount > 0 && (
          <span className="badge badge-warning">{t("statistics.demo", { n: formatExact(statistics.demoCount) })}</span>
        )}
      </div>
      <Arriving ready={statistics !== undefined} error={error} retry={() => void refetch()}>
        {statistics && <Figures statistics={statistics} />}
      </Arriving>
    </div>
  );
}
