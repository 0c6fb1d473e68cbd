import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Contributions_ListDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatExact } from "../../lib/format.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { renewWork } from "../../lib/use-live.ts";
import { Chip } from "../../ui/chip.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ContributionsTable, type OfficeContribution } from "./contributions-table.tsx";
import { filterOf, parseAddress, SHOWN, WAITING, withCondition } from "./contributions-url.ts";
import { DecideContribution } from "./decide-contribution.tsx";
import { ProposeContribution } from "./propose-contribution.tsx";
import { SettleDialog } from "./settle-dialog.tsx";
import { CONTRIBUTIONS } from "./words.ts";

const PAGE_SIZE = 50;

type Opened =
  | { readonly what: "decide"; readonly item: OfficeContribution }
  | { readonly what: "propose" }
  | { readonly what: "settle"; readonly number: string | null };

function Dialog({ opened, onClose, onDone }: { opened: Opened; onClose: () => void; onDone: () => void }) {
  if (opened.what === "decide") return <DecideContribution item={opened.item} onClose={onClose} onDone={onDone} />;
  if (opened.what === "propose") return <ProposeContribution onClose={onClose} onDone={onDone} />;
  return <SettleDialog number={opened.number} onClose={onClose} onDone={onDone} />;
}

/** Contributions of all ambassadors: conditions in the address, decide, propose, settle. */
export function AllContributions() {
  const { t } = useTranslation(CONTRIBUTIONS);
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const address = parseAddress(params);
  const variables = { filter: filterOf(address), first: PAGE_SIZE, after: address.after };
  const { data, error, refetch, isPlaceholderData } = useGraphql(Contributions_ListDocument, variables, {
    keepPrevious: true,
    staleTime: 0,
  });
  const [opened, setOpened] = useState<Opened | null>(null);
  const list = data?.contributions;
  const items = list?.edges.map(({ node }) => node) ?? [];
  const condition = (name: "status" | "ambassador", value: string | null) => setParams((before) => withCondition(before, name, value));
  const goTo = (cursor: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      next.delete("after");
      next.delete("page");
      if (cursor !== null) {
        next.set("after", cursor);
        next.set("page", String(address.page + 1));
      }
      return next;
    });
  const endCursor = list?.pageInfo.hasNextPage && !isPlaceholderData ? list.pageInfo.endCursor : null;
  const from = (address.page - 1) * PAGE_SIZE + 1;
  const ambassador =
    address.ambassador && (items.find((item) => item.ambassador.id === address.ambassador)?.ambassador.name ?? address.ambassador);
  return (
    <>
      <div className="page-tools">
        <select
          className="select"
          aria-label={t("column.status")}
          value={address.shown}
          onChange={(event) => condition("status", event.target.value === WAITING ? null : event.target.value)}
        >
          {SHOWN.map((one) => (
            <option key={one} value={one}>
              {t(`shown.${one}`)}
            </option>
          ))}
        </select>
        {ambassador && (
          <Chip
            label={t("ofAmbassador", { name: ambassador })}
            removeLabel={t("removeAmbassador")}
            onRemove={() => condition("ambassador", null)}
          />
        )}
        {list && <span className="secondary">{t("sum", { n: formatExact(list.totalCount), points: formatExact(list.totalPoints) })}</span>}
        {list && list.demoCount > 0 && <span className="badge badge-warning">{t("demoSum", { n: formatExact(list.demoCount) })}</span>}
        <span className="contributions-deeds">
          <button type="button" className="button" onClick={() => setOpened({ what: "propose" })}>
            {t("propose.open")}
          </button>
          <button type="button" className="button button-primary" onClick={() => setOpened({ what: "settle", number: null })}>
            {t("settle.open")}
          </button>
        </span>
      </div>
      <Arriving ready={list !== undefined} error={error} retry={() => void refetch()}>
        {items.length === 0 ? (
          <EmptyState
            title={t(address.shown === WAITING ? "noneWaiting" : "none")}
            detail={t(address.shown === WAITING ? "noneWaitingDetail" : "noneDetail")}
          />
        ) : (
          <div className="contributions-list" data-stale={isPlaceholderData}>
            <ContributionsTable
              items={items}
              onAmbassador={({ id }) => condition("ambassador", id)}
              onDecide={(item) => setOpened({ what: "decide", item })}
              onSettlement={(number) => setOpened({ what: "settle", number })}
            />
            {list && list.totalCount > PAGE_SIZE && (
              <nav className="contributions-pages" aria-label={t("pages")}>
                <span className="secondary">
                  {t("range", { from: formatExact(from), to: formatExact(from + items.length - 1), total: formatExact(list.totalCount) })}
                </span>
                <button type="button" className="button" disabled={address.page === 1} onClick={() => goTo(null)}>
                  {t("latest")}
                </button>
                <button type="button" className="button" disabled={!endCursor} onClick={() => goTo(endCursor ?? null)}>
                  {t("older")}
                </button>
              </nav>
            )}
          </div>
        )}
      </Arriving>
      {opened && <Dialog opened={opened} onClose={() => setOpened(null)} onDone={() => void renewWork(client)} />}
    </>
  );
}
