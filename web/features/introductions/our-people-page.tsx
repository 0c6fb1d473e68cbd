import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
  type Introductions_AccountFragment,
  Introductions_LinkDocument,
  Introductions_OurPeopleDocument,
  Introductions_SetZoneDocument,
  type Introductions_ZoneFragment,
} from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { nameOf } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { PersonPicker, type PickedPerson } from "../../lib/person-picker.tsx";
import { formatTime } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { refusalIn, useStep } from "../../lib/use-step.ts";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useToast } from "../../ui/toast.tsx";
import { NetworkPages } from "./network-pages.tsx";
import { ThingsField } from "./thing-picker.tsx";
import { INTRODUCTIONS } from "./words.ts";
import "./introductions.css";

function useRenew(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: [Introductions_OurPeopleDocument.operationName] });
}

function LinkDialog({ account, onClose }: { account: Introductions_AccountFragment; onClose: () => void }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const renew = useRenew();
  const toast = useToast();
  const [picked, setPicked] = useState<PickedPerson | null>(account.scientist);
  const { run, busy, fault } = useStep(async () => {
    const { linkAccountToScientist: answer } = await request(Introductions_LinkDocument, {
      accountId: account.id,
      scientistId: picked?.id ?? null,
    });
    if (answer.__typename !== "OurAccountSaved") return refusalIn(answer);
    toast(t("ours.linked"));
    onClose();
    await renew();
    return null;
  });
  return (
    <Modal title={t("ours.linkTitle", { name: account.name })} closeLabel={t("action.close")} onClose={onClose}>
      <p>{t("ours.linkText")}</p>
      <Form
        submit={t("ours.linkSubmit")}
        busy={busy}
        error={fault?.field === "scientistId" ? null : fault?.message}
        onSubmit={() => void run()}
      >
        <PersonPicker
          label={t("ours.scientist")}
          picked={picked}
          error={fault?.field === "scientistId" ? fault.message : null}
          onPick={setPicked}
        />
        {picked === null && account.scientist && <p className="form-note">{t("ours.unlinkHint")}</p>}
      </Form>
    </Modal>
  );
}

function AccountLine({ account, onLink }: { account: Introductions_AccountFragment; onLink: () => void }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const language = useLanguage();
  const { scientist, confirmedBy, confirmedAt } = account;
  return (
    <li className="intro-account">
      <div>
        <p className="intro-marks">
          <strong>{account.name}</strong> <span className="secondary">{t(`role.${account.role}`)}</span>
          {account.demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
        </p>
        {scientist ? (
          <p>
            <Link to={`/scientists/${scientist.id}`}>{nameOf(scientist, language)}</Link>
            {confirmedBy && confirmedAt && (
              <span className="secondary"> {t("ours.confirmed", { by: confirmedBy, at: formatTime(confirmedAt).slice(0, 10) })}</span>
            )}
          </p>
        ) : (
          <p className="unknown">{t("ours.unlinked")}</p>
        )}
      </div>
      {account.own ? (
        <span className="secondary">{t("ours.own")}</span>
      ) : (
        <button type="button" className="button" onClick={onLink}>
          {t(scientist ? "ours.change" : "ours.link")}
          <span className="visually-hidden"> {account.name}</span>
        </button>
      )}
    </li>
  );
}

function Accounts({ accounts }: { accounts: readonly Introductions_AccountFragment[] }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const [linking, setLinking] = useState<Introductions_AccountFragment | null>(null);
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t("ours.accounts")}</h2>
      </div>
      <p className="secondary">{t("ours.accountsText")}</p>
      {accounts.length === 0 ? (
        <p className="unknown">{t("ours.noAccounts")}</p>
      ) : (
        <ul className="intro-accounts">
          {accounts.map((account) => (
            <AccountLine key={account.id} account={account} onLink={() => setLinking(account)} />
          ))}
        </ul>
      )}
      {linking && <LinkDialog account={linking} onClose={() => setLinking(null)} />}
    </section>
  );
}

function ZoneCard({ zone }: { zone: Introductions_ZoneFragment }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const renew = useRenew();
  const toast = useToast();
  const [placeIds, setPlaces] = useState<readonly string[]>(zone.places.map(({ id }) => id));
  const [institutionIds, setInstitutions] = useState<readonly string[]>(zone.institutions.map(({ id }) => id));
  const { run, busy, fault } = useStep(async () => {
    const input = { version: zone.version, placeIds: [...placeIds], institutionIds: [...institutionIds] };
    const { setIntroductionZone: answer } = await request(Introductions_SetZoneDocument, { input });
    if (answer.__typename !== "IntroductionZoneSaved") return refusalIn(answer);
    toast(t("ours.zoneSaved"));
    await renew();
    return null;
  });
  return (
    <section className="card">
      <div className="card-head">
        <h2>{t("ours.zone")}</h2>
        {zone.changedBy && zone.changedAt && (
          <span className="secondary">
            {t("ours.zoneChanged", { by: zone.changedBy, at: formatTime(zone.changedAt).slice(0, 10), n: zone.version })}
          </span>
        )}
      </div>
      <p className="secondary">{t("ours.zoneText")}</p>
      {zone.version === 0 && <p className="intro-weak">{t("ours.zoneDefault")}</p>}
      <Form submit={t("ours.zoneSubmit")} busy={busy} error={fault?.message} onSubmit={() => void run()}>
        <ThingsField kind="institutions" label={t("ours.zoneInstitutions")} ids={institutionIds} onIds={setInstitutions} />
        <ThingsField kind="places" label={t("ours.zonePlaces")} ids={placeIds} onIds={setPlaces} />
      </Form>
    </section>
  );
}

/** Who counts as our people: whose account is of which scientist, and what the zone is. */
export function OurPeoplePage() {
  const { t } = useTranslation(INTRODUCTIONS);
  const { data, error, refetch } = useGraphql(Introductions_OurPeopleDocument, {}, { staleTime: 0 });
  const ours = data?.ourPeople;
  return (
    <div className="page page-narrow">
      <PageTitle page={t("ours.title")} product={t("product")} />
      <NetworkPages />
      <header className="page-head">
        <h1>{t("ours.title")}</h1>
        <p className="secondary">{t("ours.intro")}</p>
      </header>
      <Arriving ready={ours !== undefined} error={error} retry={() => void refetch()}>
        {ours && (
          <>
            <ZoneCard key={ours.zone.version} zone={ours.zone} />
            <Accounts accounts={ours.accounts} />
          </>
        )}
      </Arriving>
    </div>
  );
}
