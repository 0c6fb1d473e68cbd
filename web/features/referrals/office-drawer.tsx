import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Referrals_OneDocument, type Referrals_OneQuery } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { nameOf } from "../../lib/format.ts";
import { formatTime } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { renewWork } from "../../lib/use-live.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Modal } from "../../ui/modal.tsx";
import { Attachments } from "./attachments.tsx";
import { Acquaintance, ClaimLeft } from "./ledger-item.tsx";
import { badgeOf } from "./ledger-model.ts";
import { type OfficeDeed, OfficeDeedWindow } from "./office-deeds.tsx";
import { Identity } from "./office-identity.tsx";
import type { StartEngagement } from "./office-page.tsx";
import { REFERRALS } from "./words.ts";

/** One referral as an officer sees it. */
export type OfficeReferral = NonNullable<Referrals_OneQuery["referral"]>;

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="office-fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ referral }: { referral: OfficeReferral }) {
  const { t } = useTranslation(REFERRALS);
  const unknown = <span className="unknown">{t("office.unknown")}</span>;
  return (
    <dl className="office-facts">
      <Fact label={t("column.status")}>
        <span className={badgeOf(referral.status)}>{t(`status.${referral.status}`)}</span>{" "}
        {referral.demo && <span className="badge badge-warning">{t("demo.mark")}</span>} <ClaimLeft referral={referral} />
        {referral.decisionReason && <p>{referral.decisionReason}</p>}
      </Fact>
      <Fact label={t("form.employer")}>{referral.employer ?? unknown}</Fact>
      {referral.orcid && <Fact label={t("office.orcid")}>{referral.orcid}</Fact>}
      <Fact label={t("office.referrer")}>
        {referral.referrer.name} · {formatTime(referral.submittedAt)}
      </Fact>
      <Fact label={t("office.relation")}>
        <Acquaintance referral={referral} />
      </Fact>
      <Fact label={t("office.agreed")}>{t(referral.agreedToContact ? "office.agreedYes" : "office.agreedNo")}</Fact>
      <Fact label={t("office.openTo")}>
        {referral.openTo.length > 0 ? referral.openTo.map((one) => t(`openTo.${one}`)).join(" · ") : unknown}
      </Fact>
      {referral.note && (
        <Fact label={t("office.note")}>
          <span className="office-note">{referral.note}</span>
        </Fact>
      )}
    </dl>
  );
}

interface SectionProps {
  readonly referral: OfficeReferral;
  readonly onDeed: (deed: OfficeDeed) => void;
}

function Review({ referral, onDeed }: SectionProps) {
  const { t } = useTranslation(REFERRALS);
  if (referral.status !== "UNDER_REVIEW") return null;
  return (
    <section className="office-section">
      <h3>{t("office.review")}</h3>
      <div className="ledger-deeds">
        <button type="button" className="button button-primary" onClick={() => onDeed("ANOTHER_PERSON")}>
          {t("office.another")}
        </button>
        <button type="button" className="button" onClick={() => onDeed("SAME_PERSON")}>
          {t("office.same")}
        </button>
      </div>
    </section>
  );
}

function Offer({ referral, onDeed }: SectionProps) {
  const { t } = useTranslation(REFERRALS);
  const offer = referral.introductionOffer;
  if (offer === null) return null;
  return (
    <section className="office-section">
      <h3>{t("office.offer")}</h3>
      <p className="office-note">{offer.note}</p>
      <p className="secondary">{t("office.offerAt", { date: formatTime(offer.at) })}</p>
      {offer.outcome === null ? (
        <div className="ledger-deeds">
          <button type="button" className="button button-primary" onClick={() => onDeed("MADE")}>
            {t("office.offerMade")}
          </button>
          <button type="button" className="button" onClick={() => onDeed("NOT_NEEDED")}>
            {t("office.offerNotNeeded")}
          </button>
        </div>
      ) : (
        <p>
          {t(offer.outcome === "MADE" ? "office.offerMade" : "office.offerNotNeeded")} · {formatTime(offer.closedAt)}
        </p>
      )}
    </section>
  );
}

function Engagements({ referral, onStart }: { referral: OfficeReferral; onStart: () => void }) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  const { engagements } = referral.candidate;
  const startable = referral.status === "CLAIMED" || referral.status === "IN_PROGRESS";
  return (
    <section className="office-section">
      <h3>{t("office.engagements")}</h3>
      {engagements.length === 0 && <p className="secondary">{t("office.noEngagements")}</p>}
      <ul>
        {engagements.map(({ id, stage, desk, owner, status }) => (
          <li key={id} className="files-item">
            <span>{t("office.engagementLine", { stage: nameOf(stage, language), desk: nameOf(desk, language), owner: owner.name })}</span>
            <span className="badge">{t(`office.engagementStatus.${status}`)}</span>
            <Link to={`/pipeline/${id}`}>{t("office.openEngagement")}</Link>
          </li>
        ))}
      </ul>
      {startable && (
        <div className="ledger-deeds">
          <button type="button" className="button button-primary" onClick={onStart}>
            {t("office.start")}
          </button>
        </div>
      )}
    </section>
  );
}

function Others({ referral, onDeed }: SectionProps) {
  const { t } = useTranslation(REFERRALS);
  const others = referral.candidate.referrals.filter(({ id }) => id !== referral.id);
  const claimed = referral.claimedUntil !== null;
  const takers = others.filter(({ status }) => status === "ALREADY_IN_PROGRESS" || status === "LAPSED");
  if (others.length === 0) return null;
  return (
    <section className="office-section">
      <h3>{t("office.others")}</h3>
      <ul>
        {others.map(({ id, referrer, submittedAt, status }) => (
          <li key={id} className="files-item">
            <Link to={`/referrals?open=${id}`}>
              {t("office.transferOption", { name: referrer.name, date: formatTime(submittedAt).slice(0, 10) })}
            </Link>
            <span className={badgeOf(status)}>{t(`status.${status}`)}</span>
          </li>
        ))}
      </ul>
      {claimed && takers.length > 0 && (
        <div className="ledger-deeds">
          <button type="button" className="button" onClick={() => onDeed("TRANSFER")}>
            {t("office.transfer")}
          </button>
        </div>
      )}
    </section>
  );
}

const DECLINABLE: ReadonlySet<string> = new Set(["CLAIMED", "ALREADY_IN_PROGRESS", "UNDER_REVIEW", "LAPSED"]);

function Particulars({ referral, startEngagement }: { referral: OfficeReferral; startEngagement: StartEngagement }) {
  const { t } = useTranslation(REFERRALS);
  const client = useQueryClient();
  const [deed, setDeed] = useState<OfficeDeed | null>(null);
  const [starting, setStarting] = useState(false);
  const renew = () => void renewWork(client);
  const { name } = referral;
  return (
    <>
      <Facts referral={referral} />
      <Attachments referralId={referral.id} attachments={referral.attachments} mayChange={false} onChanged={renew} />
      <Review referral={referral} onDeed={setDeed} />
      <Offer referral={referral} onDeed={setDeed} />
      <Identity referral={referral} onDone={renew} />
      <Engagements referral={referral} onStart={() => setStarting(true)} />
      <Others referral={referral} onDeed={setDeed} />
      {DECLINABLE.has(referral.status) && (
        <div className="ledger-deeds">
          <button type="button" className="button text-danger" onClick={() => setDeed("DECLINE")}>
            {t("office.decline")}
          </button>
        </div>
      )}
      {deed && <OfficeDeedWindow deed={deed} referral={referral} onClose={() => setDeed(null)} onDone={renew} />}
      {starting && startEngagement({ referralId: referral.id, name, onClose: () => setStarting(false) })}
    </>
  );
}

/** Everything about one referral, and what an officer can do with it. */
export function OfficeDrawer({ id, startEngagement, onClose }: { id: string; startEngagement: StartEngagement; onClose: () => void }) {
  const { t } = useTranslation(REFERRALS);
  const { data, error, refetch } = useGraphql(Referrals_OneDocument, { id }, { staleTime: 0 });
  const referral = data?.referral;
  return (
    <Modal kind="drawer" title={referral?.name ?? t("title")} closeLabel={t("office.close")} onClose={onClose}>
      <Arriving ready={data !== undefined} error={error} retry={() => void refetch()}>
        {referral ? (
          <Particulars referral={referral} startEngagement={startEngagement} />
        ) : (
          <EmptyState title={t("office.gone")} detail={t("office.goneDetail")} />
        )}
      </Arriving>
    </Modal>
  );
}
