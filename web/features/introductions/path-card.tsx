import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Introductions_ContactFragment, Introductions_HopFragment, Introductions_PersonFragment } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Folded } from "../../ui/folded.tsx";
import { type Path, peopleOf, personName, shownFactor, yearsOf } from "./path-model.ts";
import { INTRODUCTIONS } from "./words.ts";

/** Pieces of evidence that are shown at once. */
const EVIDENCE_SHOWN = 2;

/** A person by name, leading to the record where there is one. */
export function PersonLine({ person }: { person: Introductions_PersonFragment }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const language = useLanguage();
  const { scientist } = person;
  const work = scientist?.latestEmployment;
  const name = personName(person, language);
  return (
    <>
      {scientist ? (
        <Link className="intro-name" to={`/scientists/${scientist.id}`}>
          {name}
        </Link>
      ) : (
        <span className="intro-name" title={t("unidentified")}>
          {name}
        </span>
      )}
      {work && <span className="secondary">{nameOf(work.institution, language) || work.stated}</span>}
      {!scientist && <span className="secondary">{t("unidentified")}</span>}
    </>
  );
}

function LastContact({ contact }: { contact: Introductions_ContactFragment | null | undefined }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const language = useLanguage();
  if (!contact) return null;
  const words = { on: contact.on, kind: t(`contact.kind.${contact.kind}`), desk: nameOf(contact.desk, language) };
  return <span className="intro-contact">{t("contact.last", words)}</span>;
}

/** How strong something is, as a bar and a number. */
function StrengthBar({ value, weak = false }: { value: number; weak?: boolean }) {
  return (
    <span className="intro-strength" data-weak={weak}>
      <span className="intro-bar" aria-hidden="true">
        <span style={{ width: `${Math.max(3, Math.round(value * 100))}%` }} />
      </span>
      {shownFactor(value)}
    </span>
  );
}

function HopParts({ hop }: { hop: Introductions_HopFragment }) {
  const { t } = useTranslation(INTRODUCTIONS);
  return (
    <dl className="intro-parts">
      {hop.parts.map(({ name, factor }) => (
        <div key={name}>
          <dt>{t(`part.${name}`)}</dt>
          <dd>{shownFactor(factor)}</dd>
        </div>
      ))}
      <div className="intro-parts-whole">
        <dt>{t("part.whole")}</dt>
        <dd>= {shownFactor(hop.strength)}</dd>
      </div>
    </dl>
  );
}

function Hop({ hop, apart }: { hop: Introductions_HopFragment; apart: boolean }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const years = yearsOf(hop);
  return (
    <div className="intro-hop" data-weak={hop.weak}>
      <p className="intro-hop-head">
        <strong>{t(`link.${hop.link}`)}</strong>
        {years && <span>{years}</span>}
        <StrengthBar value={hop.strength} weak={hop.weak} />
        {hop.weak && <span className="badge badge-warning">{t("weak.mark")}</span>}
        {hop.alsoLinked.length > 0 && (
          <span className="secondary">{t("also", { links: hop.alsoLinked.map((link) => t(`link.${link}`)).join(t("and")) })}</span>
        )}
      </p>
      {hop.weak && <p className="intro-weak">{hop.weakBecause.map((reason) => t(`weak.${reason}`)).join(t("stop"))}</p>}
      <Folded
        shown={EVIDENCE_SHOWN}
        moreLabel={t("evidenceMore", { count: hop.evidence.length - EVIDENCE_SHOWN })}
        lessLabel={t("evidenceLess")}
        list={{ as: "ul", className: "intro-evidence" }}
      >
        {hop.evidence.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Folded>
      {apart && <HopParts hop={hop} />}
    </div>
  );
}

function ScoreParts({ path }: { path: Path }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const between = path.hops.length - 1;
  const factors = path.parts.map(({ kind, hop, factor }) => {
    if (kind === "HOP") return t("score.hop", { n: (hop ?? 0) + 1, factor: shownFactor(factor) });
    return between === 0
      ? t("score.direct", { factor: shownFactor(factor) })
      : t("score.length", { count: between, factor: shownFactor(factor) });
  });
  return <p className="intro-score-parts">{t("score.sum", { score: shownFactor(path.score), factors: factors.join(" × ") })}</p>;
}

/** One way to the person: everybody on it, why each hop is there, how strong it is and, when asked, how that is reckoned. */
export function PathCard({ path, index, onAsk }: { path: Path; index: number; onAsk: (() => void) | null }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const language = useLanguage();
  const [apart, setApart] = useState(false);
  const id = useId();
  const people = peopleOf(path);
  const [first] = people;
  const [hop] = path.hops;
  if (!first || !hop) return null;
  return (
    <li className="card intro-path" aria-labelledby={`${id}-title`}>
      <div className="card-head">
        <h3 id={`${id}-title`}>
          {path.hops.length === 1 ? t("path.direct", { n: index + 1 }) : t("path.title", { n: index + 1, count: path.hops.length })}
        </h3>
        <span className="intro-score">
          {t("path.score")} <StrengthBar value={path.score} />
        </span>
      </div>
      <ol className="intro-chain">
        <li className="intro-person">
          <PersonLine person={first} />
          <LastContact contact={hop.fromContact} />
        </li>
        {path.hops.map((each, at) => (
          <li key={each.toPerson.id} className="intro-step">
            <Hop hop={each} apart={apart} />
            <div className="intro-person" data-target={at === path.hops.length - 1}>
              <PersonLine person={each.toPerson} />
              <LastContact contact={each.toContact} />
            </div>
          </li>
        ))}
      </ol>
      {apart && <ScoreParts path={path} />}
      <div className="intro-foot">
        {onAsk && (
          <button type="button" className="button button-primary" onClick={onAsk}>
            {t("path.ask", { name: personName(first, language) })}
          </button>
        )}
        <button type="button" className="text-button" aria-expanded={apart} onClick={() => setApart(!apart)}>
          {t(apart ? "path.together" : "path.apart")}
        </button>
      </div>
    </li>
  );
}
