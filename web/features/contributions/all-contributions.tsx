import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Contributions_ListDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { RecordsPages } from "../../lib/records-pages.tsx";
import { useGraphql } from "../../lib/use-graphql.ts";
import { renewWork } from "../../lib/use-live.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ContributionsTable, type OfficeContribution } from "./contributions-table.tsx";
import { ContributionsTools } from "./contributions-tools.tsx";
import { filterOf, parseAddress, WAITING, withCondition, withPage } from "./contributions-url.ts";
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
  const { after, page, shown } = address;
  const variables = { filter: filterOf(address), first: PAGE_SIZE, after };
  const reading = useGraphql(Contributions_ListDocument, variables, { keepPrevious: true, staleTime: 0 });
  const { data, error, refetch, isPlaceholderData } = reading;
  const [opened, setOpened] = useState<Opened | null>(null);
  const list = data?.contributions;
  const condition = (name: "status" | "ambassador", value: string | null) => setParams((before) => withCondition(before, name, value));
  const end = list?.pageInfo.hasNextPage && !isPlaceholderData ? list.pageInfo.endCursor : null;
  return (
    <>
      <ContributionsTools
        address={address}
        list={list}
        onCondition={condition}
        onPropose={() => setOpened({ what: "propose" })}
        onSettle={() => setOpened({ what: "settle", number: null })}
      />
      <Arriving ready={list !== undefined} error={error} retry={() => void refetch()}>
        {list?.edges.length === 0 && (
          <EmptyState
            title={t(shown === WAITING ? "noneWaiting" : "none")}
            detail={t(shown === WAITING ? "noneWaitingDetail" : "noneDetail")}
          />
        )}
        {list && list.edges.length > 0 && (
          <div className="contributions-list" data-stale={isPlaceholderData}>
            <ContributionsTable
              items={list.edges.map(({ node }) => node)}
              onAmbassador={({ id }) => condition("ambassador", id)}
              onDecide={(item) => setOpened({ what: "decide", item })}
              onSettlement={(number) => setOpened({ what: "settle", number })}
            />
            {list.totalCount > PAGE_SIZE && (
              <RecordsPages
                page={page}
                size={PAGE_SIZE}
                count={list.edges.length}
                total={list.totalCount}
                onFirst={() => setParams((before) => withPage(before, null, 1))}
                onNext={end ? () => setParams((before) => withPage(before, end, page + 1)) : undefined}
              />
            )}
          </div>
        )}
      </Arriving>
      {opened && <Dialog opened={opened} onClose={() => setOpened(null)} onDone={() => void renewWork(client)} />}
    </>
  );
}
