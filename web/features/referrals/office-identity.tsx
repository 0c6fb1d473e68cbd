import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Referrals_IdentifyDocument } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { refusalIn, useStep } from "../../lib/use-step.ts";
import { useToast } from "../../ui/toast.tsx";
import { PersonLine } from "./lookup.tsx";
import type { OfficeReferral } from "./office-drawer.tsx";
import { REFERRALS } from "./words.ts";

type Match = OfficeReferral["matches"][number];

function Possible({
  person,
  agrees,
  busy,
  onPick,
}: {
  person: Match["scientist"];
  agrees: Match["agrees"];
  busy: boolean;
  onPick: () => void;
}) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  return (
    <li className="lookup-row">
      <PersonLine person={person} agrees={agrees} />
      <button type="button" className="button" disabled={busy} onClick={onPick}>
        {t("office.identify")}
        <span className="visually-hidden"> {nameOf(person, language)}</span>
      </button>
    </li>
  );
}

/** Whom of the map the person is taken for, and whom else they may be. */
export function Identity({ referral, onDone }: { referral: OfficeReferral; onDone: () => void }) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  const toast = useToast();
  const { candidate, matches } = referral;
  const { scientist } = candidate;
  const { run, busy, fault } = useStep(async (scientistId: string | null, done: string) => {
    const { identifyCandidate: answer } = await request(Referrals_IdentifyDocument, { candidateId: candidate.id, scientistId });
    if (answer.__typename !== "CandidateSaved") return refusalIn(answer);
    toast(done);
    onDone();
    return null;
  });
  const others = matches.filter((match) => match.scientist.id !== scientist?.id);
  return (
    <section className="office-section" aria-busy={busy}>
      <h3>{t("office.person")}</h3>
      {scientist && (
        <div className="lookup-row">
          <span>
            {t("office.identified")} <Link to={`/scientists/${scientist.id}`}>{nameOf(scientist, language) || scientist.id}</Link>
          </span>
          <button type="button" className="button" disabled={busy} onClick={() => void run(null, t("office.unlinked"))}>
            {t("office.unlink")}
          </button>
        </div>
      )}
      {!scientist && <p className="secondary">{t(others.length > 0 ? "office.matches" : "office.noMatches")}</p>}
      {!scientist && (
        <ul>
          {others.map(({ scientist: person, agrees }) => (
            <Possible
              key={person.id}
              person={person}
              agrees={agrees}
              busy={busy}
              onPick={() => void run(person.id, t("office.linked", { name: nameOf(person, language) }))}
            />
          ))}
        </ul>
      )}
      {fault && (
        <p className="form-error" role="alert">
          {fault.message}
        </p>
      )}
    </section>
  );
}
