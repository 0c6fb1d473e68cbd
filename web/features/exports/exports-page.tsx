import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Exports_RequestFragment, Exports_RequestsDocument, type ScientistSort } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatExact } from "../../lib/format.ts";
import { useMay } from "../../lib/session.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { DecideExport } from "./decide-export.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { selectionOf } from "./export-state.ts";
import { ExportsTable } from "./exports-table.tsx";
import { EXPORTS } from "./words.ts";
import "../../styles/exports.css";

/** The order in which an approved list is fetched from here: that of the list as it opens. */
function defaultSort(query: string): ScientistSort {
  return { by: query ? "RELEVANCE" : "NAME", direction: "ASCENDING" };
}

/** Fetches an approved export of one's own. */
function Fetch({ request, onClose }: { request: Exports_RequestFragment; onClose: () => void }) {
  const selection = selectionOf(request.selection ?? "");
  return <ExportDialog selection={selection} sort={defaultSort(selection.query)} total={request.rowCount} onClose={onClose} />;
}

/** Exports over the cap: those to decide on, and one's own and where they stand. */
export function ExportsPage() {
  const { t } = useTranslation(EXPORTS);
  const client = useQueryClient();
  const decides = useMay("DECIDE_EXPORTS");
  const exports = useMay("EXPORT_SCIENTISTS");
  const { data, error, refetch } = useGraphql(Exports_RequestsDocument, { withSelection: exports }, { staleTime: 0 });
  const [deciding, setDeciding] = useState<Exports_RequestFragment | null>(null);
  const [fetching, setFetching] = useState<Exports_RequestFragment | null>(null);
  const renew = () => void client.invalidateQueries({ queryKey: [Exports_RequestsDocument.operationName] });
  const requests = data?.exportRequests;
  const open = requests?.filter(({ status, own }) => status === "PENDING" && !own).length ?? 0;
  return (
    <div className="page">
      <PageTitle page={t(decides ? "pageTitle" : "myRequests")} product={t("product")} />
      <header className="page-head">
        <h1>{t(decides ? "pageTitle" : "myRequests")}</h1>
        <button type="button" className="button" onClick={() => void refetch()}>
          {t("refresh")}
        </button>
        <p className="secondary">
          {data ? t(decides ? "introDecides" : "introOwn", { cap: formatExact(data.exportRowCap) }) : t("introWaiting")}
          {decides && open > 0 && ` ${t("open", { count: open })}`}
        </p>
      </header>
      <Arriving ready={requests !== undefined} error={error} retry={() => void refetch()}>
        {requests?.length === 0 ? (
          <EmptyState title={t("none")} detail={t(decides ? "noneDecides" : "noneOwn")} />
        ) : (
          <ExportsTable requests={requests ?? []} decides={decides} onDecide={setDeciding} onFetch={setFetching} />
        )}
      </Arriving>
      {deciding && <DecideExport request={deciding} onClose={() => setDeciding(null)} onDone={renew} />}
      {fetching && <Fetch request={fetching} onClose={() => setFetching(null)} />}
    </div>
  );
}
