import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Pipeline_ListDocument, Pipeline_SupervisionDocument, type Pipeline_SupervisionQuery } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { nameOf } from "../../lib/format.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useLive } from "../../lib/use-live.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { RecordsTable } from "../../ui/records-table.tsx";
import { Age, DueDay } from "./due-words.tsx";
import { NumberLink } from "./number-link.tsx";
import { listHref } from "./pipeline-url.ts";
import { usePersonName } from "./use-words.ts";
import { PIPELINE } from "./words.ts";
import "./pipeline.css";

type Owner = Pipeline_SupervisionQuery["pipelineStatistics"]["byOwner"][number];

/** How many of the longest stuck are named. */
const NAMED = 10;

function OwnerRow({ figures }: { figures: Owner }) {
  const { t } = useTranslation(PIPELINE);
  const { owner, open, overLimit, withoutStep, landed } = figures;
  const label = (column: string) => t("supervision.of", { name: owner.name, what: t(`supervision.${column}`) });
  const list = (conditions: Parameters<typeof listHref>[0]) => listHref({ owner: owner.id, ...conditions });
  return (
    <tr>
      <th scope="row">{owner.name}</th>
      <td data-label={t("supervision.open")}>
        <NumberLink count={open} label={label("open")} to={list({ status: ["OPEN"] })} />
      </td>
      <td data-label={t("supervision.overLimit")}>
        <NumberLink
          count={overLimit}
          label={label("overLimit")}
          tone="danger"
          to={list({ status: ["OPEN"], ageing: "OVER_LIMIT", sort: "IDLE_DAYS" })}
        />
      </td>
      <td data-label={t("supervision.withoutStep")}>
        <NumberLink count={withoutStep} label={label("withoutStep")} tone="warning" to={list({ status: ["OPEN"], step: "WANTING" })} />
      </td>
      <td data-label={t("supervision.landed")}>
        <NumberLink count={landed} label={label("landed")} to={list({ status: ["LANDED"] })} />
      </td>
    </tr>
  );
}

/** Those over the limit of their stage, the longest without contact first. */
function LongestStuck() {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const personName = usePersonName();
  const { data, error, refetch } = useGraphql(
    Pipeline_ListDocument,
    {
      filter: { statuses: ["OPEN"], ageing: ["OVER_LIMIT"] },
      sort: { by: "IDLE_DAYS", direction: "DESCENDING" },
      first: NAMED,
      after: null,
    },
    { staleTime: 0 },
  );
  const list = data?.engagements;
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t("supervision.stuck")}</h2>
        {list && list.totalCount > NAMED && (
          <Link to={listHref({ status: ["OPEN"], ageing: "OVER_LIMIT", sort: "IDLE_DAYS" })}>
            {t("supervision.all", { count: list.totalCount })}
          </Link>
        )}
      </div>
      <Arriving ready={list !== undefined} error={error} retry={() => void refetch()} height={160}>
        {list?.totalCount === 0 ? (
          <p className="unknown">{t("supervision.noneStuck")}</p>
        ) : (
          <ul className="pl-briefs">
            {list?.edges.map(({ node }) => (
              <li key={node.id} className="pl-brief">
                <p>
                  <Link to={`/pipeline/${node.id}`}>{personName(node)}</Link> <span className="badge">{nameOf(node.stage, language)}</span>{" "}
                  <Age card={node} />{" "}
                  {node.idleDays !== null && <span className="secondary">{t("age.idle", { count: node.idleDays })}</span>}
                </p>
                <p className="secondary">
                  {node.owner.name}
                  {node.nextStep && (
                    <>
                      {" · "}
                      {node.nextStep.text} <DueDay dueOn={node.nextStep.dueOn} />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Arriving>
    </section>
  );
}

/** 督办: what is stuck or without a next step, by officer in charge. Each number opens its list. */
export function SupervisionPage() {
  const { t } = useTranslation(PIPELINE);
  useLive();
  const { data, error, refetch } = useGraphql(Pipeline_SupervisionDocument, {}, { staleTime: 0 });
  const owners = data?.pipelineStatistics.byOwner;
  return (
    <div className="page">
      <PageTitle page={t("supervision.title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("supervision.title")}</h1>
        <Link className="button" to="/pipeline">
          {t("toPipeline")}
        </Link>
        <p className="secondary">{t("supervision.intro")}</p>
      </header>
      <Arriving ready={owners !== undefined} error={error} retry={() => void refetch()}>
        {owners?.length === 0 ? (
          <EmptyState title={t("empty.title")} detail={t("supervision.empty")} />
        ) : (
          <div className="pl-figures">
            <RecordsTable
              title={t("supervision.title")}
              columns={(["owner", "open", "overLimit", "withoutStep", "landed"] as const).map((column) => t(`supervision.${column}`))}
            >
              {owners?.map((figures) => (
                <OwnerRow key={figures.owner.id} figures={figures} />
              ))}
            </RecordsTable>
          </div>
        )}
      </Arriving>
      <LongestStuck />
    </div>
  );
}
