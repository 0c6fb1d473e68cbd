import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { Referrals_MineDocument, type Referrals_OwnFragment } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { useMay, useSession } from "../../lib/session.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { renewWork, useLive } from "../../lib/use-live.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { type Deed, DeedWindow } from "./deed-dialogs.tsx";
import { draftFrom } from "./draft.ts";
import { LedgerItem } from "./ledger-item.tsx";
import { SHOWN, type Shown, shownOf } from "./ledger-model.ts";
import { OfflineBar } from "./new-referral-page.tsx";
import { OutboxList, SentNow, sentIn } from "./outbox-list.tsx";
import { useOffline } from "./use-offline.ts";
import { useOutbox } from "./use-outbox.ts";
import { REFERRALS } from "./words.ts";
import "../../styles/referrals.css";

/** The large button that leads to the form. */
export function ReferButton() {
  const { t } = useTranslation(REFERRALS);
  return (
    <Link className="button button-primary refer-button" to="/referrals/new">
      {t("refer")}
    </Link>
  );
}

function useShown(): [Shown, (shown: Shown) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get("show");
  const shown = SHOWN.find((one) => one === asked) ?? "all";
  const show = (next: Shown) => {
    const changed = new URLSearchParams(params);
    if (next === "all") changed.delete("show");
    else changed.set("show", next);
    setParams(changed, { replace: true, preventScrollReset: true });
  };
  return [shown, show];
}

/** Brings the referral that the address names into view, once it is there. */
function useCurrent(ready: boolean): string | null {
  const [params] = useSearchParams();
  const id = params.get("open");
  useEffect(() => {
    if (ready && id !== null) document.getElementById(`referral-${id}`)?.scrollIntoView({ block: "center" });
  }, [ready, id]);
  return id;
}

function ShownSelect({ shown, onShown }: { shown: Shown; onShown: (shown: Shown) => void }) {
  const { t } = useTranslation(REFERRALS);
  return (
    <select
      className="select"
      aria-label={t("show.label")}
      value={shown}
      onChange={(event) => onShown(SHOWN.find((one) => one === event.target.value) ?? "all")}
    >
      {SHOWN.map((one) => (
        <option key={one} value={one}>
          {t(`show.${one}`)}
        </option>
      ))}
    </select>
  );
}

function Ledger({
  referrals,
  sent,
  onDeed,
  onChanged,
}: {
  referrals: readonly Referrals_OwnFragment[];
  sent: ReadonlySet<string>;
  onDeed: (deed: Deed | "again", referral: Referrals_OwnFragment) => void;
  onChanged: () => void;
}) {
  const { t } = useTranslation(REFERRALS);
  const [shown, setShown] = useShown();
  const current = useCurrent(true);
  const visible = shownOf(referrals, shown);
  return (
    <>
      <div className="page-tools">
        <ShownSelect shown={shown} onShown={setShown} />
        <span className="secondary">{t("count", { count: visible.length })}</span>
      </div>
      {visible.length === 0 ? (
        <EmptyState title={t("noneSuch")} detail={t("noneSuchDetail")} />
      ) : (
        <ul className="ledger">
          {visible.map((referral) => (
            <LedgerItem
              key={referral.id}
              referral={referral}
              current={referral.id === current}
              sentNow={sent.has(referral.id)}
              onDeed={(deed) => onDeed(deed, referral)}
              onChanged={onChanged}
            />
          ))}
        </ul>
      )}
    </>
  );
}

/** The own referrals: what is still on this device, and where those stand that were sent. */
export function LedgerPage() {
  const { t } = useTranslation(REFERRALS);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { offline: cutOff } = useSession().session;
  const office = useMay("WORK_PIPELINE");
  const { outbox, view } = useOutbox();
  const offline = useOffline();
  const { data, error, refetch } = useGraphql(Referrals_MineDocument, {}, { staleTime: 0, keepPrevious: true, enabled: cutOff !== true });
  const [doing, setDoing] = useState<{ deed: Deed; referral: Referrals_OwnFragment } | null>(null);
  const renew = () => void renewWork(client);
  useLive();
  // What was just sent belongs into the ledger.
  const answered = view.answers.size;
  useEffect(() => {
    if (answered > 0) void refetch();
  }, [answered, refetch]);
  const referrals = data?.myReferrals;
  const onDeed = (deed: Deed | "again", referral: Referrals_OwnFragment) => {
    if (deed !== "again") return setDoing({ deed, referral });
    const entry = outbox.begin();
    outbox.change(entry, { draft: draftFrom(referral) });
    void navigate(`/referrals/new?draft=${entry.id}`);
  };
  return (
    <div className="page page-narrow">
      <PageTitle page={t("mineTitle")} product={t("product")} />
      <header className="page-head">
        <h1>{t("mineTitle")}</h1>
        <ReferButton />
        <p className="secondary">
          {t("mineIntro")} {office && <Link to="/referrals">{t("seeAll")}</Link>}
        </p>
      </header>
      <OfflineBar offline={offline} />
      <OutboxList outbox={outbox} view={view} offline={offline} />
      <SentNow view={view} known={new Set(referrals?.map(({ id }) => id))} />
      {cutOff !== true && (
        <Arriving ready={referrals !== undefined} error={error} retry={() => void refetch()}>
          {referrals?.length === 0 ? (
            <EmptyState title={t("none")} detail={t("noneDetail")} />
          ) : (
            <Ledger referrals={referrals ?? []} sent={sentIn(view)} onDeed={onDeed} onChanged={renew} />
          )}
        </Arriving>
      )}
      {doing && <DeedWindow {...doing} outbox={outbox} onClose={() => setDoing(null)} onDone={renew} />}
    </div>
  );
}
