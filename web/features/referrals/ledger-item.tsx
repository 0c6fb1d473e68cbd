import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Referrals_OwnFragment } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { formatTime, today } from "../../lib/time.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Attachments } from "./attachments.tsx";
import type { Deed } from "./deed-dialogs.tsx";
import { badgeOf, claimLeft, deedsOf, nextOf, yearsKey } from "./ledger-model.ts";
import { REFERRALS } from "./words.ts";

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="ledger-fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** How and when an ambassador knows the person, in a few words. */
export function Acquaintance({ referral }: { referral: Pick<Referrals_OwnFragment, "relation" | "knownFrom" | "knownTo"> }) {
  const { t } = useTranslation(REFERRALS);
  const { relation, knownFrom, knownTo } = referral;
  const key = yearsKey(knownFrom, knownTo);
  const years = key ? t(`years.${key}`, { from: knownFrom, to: knownTo }) : "";
  return [t(`relation.${relation}`), years].filter(Boolean).join(" ");
}

/** Until when a person is claimed; short claims stand out. */
export function ClaimLeft({ referral }: { referral: Pick<Referrals_OwnFragment, "claimedUntil" | "status"> }) {
  const { t } = useTranslation(REFERRALS);
  const left = claimLeft(referral.claimedUntil, referral.status, today());
  if (!left) return null;
  const words = { date: referral.claimedUntil, days: left.days };
  return <span className={left.soon ? "claim-soon" : undefined}>{t(left.days === 0 ? "claimLast" : "claimUntil", words)}</span>;
}

interface Props {
  readonly referral: Referrals_OwnFragment;
  readonly current: boolean;
  /** Whether it was sent from here since the page was opened. */
  readonly sentNow: boolean;
  readonly onDeed: (deed: Deed | "again") => void;
  readonly onChanged: () => void;
}

function Facts({ referral }: { referral: Referrals_OwnFragment }) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  const { stage, stageSince, desk } = referral;
  return (
    <dl className="ledger-facts">
      {stage && (
        <Fact label={t("stage")}>
          {stageSince ? t("stageLine", { stage: nameOf(stage, language), date: stageSince }) : nameOf(stage, language)}
        </Fact>
      )}
      {desk && <Fact label={t("desk")}>{nameOf(desk, language)}</Fact>}
      {claimLeft(referral.claimedUntil, referral.status, today()) && (
        <Fact label={t("claim")}>
          <ClaimLeft referral={referral} />
        </Fact>
      )}
    </dl>
  );
}

/** One own referral: where it stands and since when, what comes next, and what can be done. */
export function LedgerItem({ referral, current, sentNow, onDeed, onChanged }: Props) {
  const { t } = useTranslation(REFERRALS);
  const { name, employer, status } = referral;
  const next = nextOf(referral);
  const deeds = deedsOf(referral);
  return (
    <li className="ledger-item" id={`referral-${referral.id}`} data-current={current}>
      <div className="ledger-head">
        <h2>{name}</h2>
        <span className={badgeOf(status)}>{t(`status.${status}`)}</span>
        {sentNow && <span className="badge badge-success">{t("box.SENT")}</span>}
        {referral.demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
      </div>
      <p className="secondary">
        {employer && <>{employer} · </>}
        <Acquaintance referral={referral} /> · {t("submitted", { date: formatTime(referral.submittedAt).slice(0, 10) })}
      </p>
      <Facts referral={referral} />
      <p>{t(`next.${next}`, { reason: referral.decisionReason ?? "—" })}</p>
      <Attachments referralId={referral.id} attachments={referral.attachments} mayChange={status === "CLAIMED"} onChanged={onChanged} />
      {deeds.length > 0 && (
        <div className="ledger-deeds">
          {deeds.map((deed) => (
            <button key={deed} type="button" className="button" onClick={() => onDeed(deed)}>
              {t(`deed.${deed}`)}
              <span className="visually-hidden"> {name}</span>
            </button>
          ))}
        </div>
      )}
    </li>
  );
}
