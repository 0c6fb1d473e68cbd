import { useTranslation } from "react-i18next";
import type { SetURLSearchParams } from "react-router";
import { type EngagementFilter, Pipeline_ListDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatExact } from "../../lib/format.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import type { Picking } from "./board-card.tsx";
import type { Card } from "./engagement-types.ts";
import { EngagementsTable } from "./engagements-table.tsx";
import { parseEngagementSort, SORTS, withCondition } from "./pipeline-url.ts";
import { PIPELINE } from "./words.ts";

const PAGE_SIZE = 50;

interface Props {
  params: URLSearchParams;
  setParams: SetURLSearchParams;
  filter: EngagementFilter;
  picking: Picking;
  onPickAll: (cards: readonly Card[], all: boolean) => void;
}

function pageOf(params: URLSearchParams): { after: string | null; page: number } {
  const after = params.get("after") || null;
  const page = Number(params.get("page"));
  return { after, page: after !== null && Number.isInteger(page) && page > 1 ? page : 1 };
}

/** The order of the table. */
export function SortChoice({ params, setParams }: Pick<Props, "params" | "setParams">) {
  const { t } = useTranslation(PIPELINE);
  return (
    <select
      className="select"
      aria-label={t("sort.label")}
      value={parseEngagementSort(params).by}
      onChange={(event) => setParams((before) => withCondition(before, "sort", event.target.value))}
    >
      {SORTS.map((by) => (
        <option key={by} value={by}>
          {t(`sort.${by}`)}
        </option>
      ))}
    </select>
  );
}

/** The same engagements as a table, page by page. */
export function TableView({ params, setParams, filter, picking, onPickAll }: Props) {
  const { t } = useTranslation(PIPELINE);
  const { after, page } = pageOf(params);
  const variables = { filter, sort: parseEngagementSort(params), first: PAGE_SIZE, after };
  const { data, error, refetch, isPlaceholderData } = useGraphql(Pipeline_ListDocument, variables, { keepPrevious: true, staleTime: 0 });
  const list = data?.engagements;
  const cards = list?.edges.map(({ node }) => node) ?? [];
  const from = (page - 1) * PAGE_SIZE + 1;
  const next = list?.pageInfo.hasNextPage && !isPlaceholderData ? list.pageInfo.endCursor : null;
  const goTo = (cursor: string | null) =>
    setParams((before) => {
      const there = withCondition(before, "after", "");
      if (cursor !== null) {
        there.set("after", cursor);
        there.set("page", String(page + 1));
      }
      return there;
    });
  return (
    <div className="pl-table-view">
      <Arriving ready={list !== undefined} error={error} retry={() => void refetch()} height={480}>
        <div className="pl-list" data-stale={isPlaceholderData}>
          <EngagementsTable cards={cards} picking={picking} onAll={(all) => onPickAll(cards, all)} />
        </div>
        {list && list.totalCount > cards.length && (
          <nav className="pl-pages" aria-label={t("list.pages")}>
            <span className="secondary">
              {t("list.range", { from: formatExact(from), to: formatExact(from + cards.length - 1), total: formatExact(list.totalCount) })}
            </span>
            <button type="button" className="button" disabled={page === 1} onClick={() => goTo(null)}>
              {t("list.first")}
            </button>
            <button type="button" className="button" disabled={!next} onClick={() => next && goTo(next)}>
              {t("list.next")}
            </button>
          </nav>
        )}
      </Arriving>
    </div>
  );
}
