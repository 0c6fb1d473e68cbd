import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { type Audit_RecordFragment, Audit_RecordsDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatExact } from "../../lib/format.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { AuditDrawer } from "./audit-drawer.tsx";
import { AuditFilters } from "./audit-filters.tsx";
import { AuditTable } from "./audit-table.tsx";
import { parseAuditFilter, parseAuditPage, withCondition } from "./audit-url.ts";
import { useIntegrityCheck } from "./integrity-check.tsx";
import { AUDIT } from "./words.ts";
import "../../styles/audit.css";

const PAGE_SIZE = 50;

function Pages({
  page,
  total,
  count,
  onFirst,
  onNext,
}: {
  page: number;
  total: number;
  count: number;
  onFirst: () => void;
  onNext?: () => void;
}) {
  const { t } = useTranslation(AUDIT);
  const from = (page - 1) * PAGE_SIZE + 1;
  return (
    <nav className="audit-pages" aria-label={t("pages")}>
      <span className="secondary">
        {t("range", { from: formatExact(from), to: formatExact(from + count - 1), total: formatExact(total) })}
      </span>
      <button type="button" className="button" disabled={page === 1} onClick={onFirst}>
        {t("latest")}
      </button>
      <button type="button" className="button" disabled={!onNext} onClick={onNext}>
        {t("older")}
      </button>
    </nav>
  );
}

/** The audit trail: conditions in the address, records latest first, the particulars of one beside it, and the check of the chain. */
export function AuditPage() {
  const { t } = useTranslation(AUDIT);
  const [params, setParams] = useSearchParams();
  const { after, page } = parseAuditPage(params);
  const variables = { filter: parseAuditFilter(params), first: PAGE_SIZE, after };
  const { data, error, refetch, isPlaceholderData } = useGraphql(Audit_RecordsDocument, variables, { keepPrevious: true, staleTime: 0 });
  const [opened, setOpened] = useState<Audit_RecordFragment | null>(null);
  const integrity = useIntegrityCheck();
  const trail = data?.auditRecords;
  const goTo = (cursor: string | null) =>
    setParams((before) => {
      const next = withCondition(before, "after", "");
      if (cursor !== null) {
        next.set("after", cursor);
        next.set("page", String(page + 1));
      }
      return next;
    });
  const endCursor = trail?.pageInfo.hasNextPage && !isPlaceholderData ? trail.pageInfo.endCursor : null;
  return (
    <div className="page">
      <PageTitle page={t("title")} product={t("product", { ns: "common" })} />
      <header className="page-head">
        <h1>{t("title")}</h1>
        <div className="page-tools">
          <button type="button" className="button" onClick={() => void refetch()}>
            {t("refresh")}
          </button>
          {integrity.button}
        </div>
        <p className="secondary">{t("intro")}</p>
      </header>
      {integrity.outcome}
      <AuditFilters
        params={params}
        onChange={(name, value) => setParams((before) => withCondition(before, name, value))}
        onClear={() => setParams({})}
      />
      <Arriving ready={trail !== undefined} error={error} retry={() => void refetch()} height={480}>
        {trail?.totalCount === 0 ? (
          <EmptyState title={t("none")} detail={t("noneDetail")} />
        ) : (
          <div className="audit-list" data-stale={isPlaceholderData}>
            <AuditTable records={trail?.edges.map(({ node }) => node) ?? []} onOpen={setOpened} />
            <Pages
              page={page}
              total={trail?.totalCount ?? 0}
              count={trail?.edges.length ?? 0}
              onFirst={() => goTo(null)}
              {...(endCursor ? { onNext: () => goTo(endCursor) } : {})}
            />
          </div>
        )}
      </Arriving>
      {opened && <AuditDrawer record={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
