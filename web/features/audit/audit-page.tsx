import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { type Audit_RecordFragment, Audit_RecordsDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { RecordsPages } from "../../lib/records-pages.tsx";
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
            <RecordsPages
              page={page}
              size={PAGE_SIZE}
              count={trail?.edges.length ?? 0}
              total={trail?.totalCount ?? 0}
              onFirst={() => goTo(null)}
              onNext={endCursor ? () => goTo(endCursor) : undefined}
            />
          </div>
        )}
      </Arriving>
      {opened && <AuditDrawer record={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
