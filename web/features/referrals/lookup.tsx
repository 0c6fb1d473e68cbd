import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Referrals_LookupDocument, type Referrals_LookupQuery, type Referrals_MatchFragment } from "../../gql/generated.ts";
import { nameOf, otherNameOf } from "../../lib/format.ts";
import { useDebounced } from "../../lib/use-debounced.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { tidyOrcid } from "./draft.ts";
import { RemoveButton } from "./remove-button.tsx";
import { REFERRALS } from "./words.ts";

/** What of the form is looked up. */
export interface Asked {
  readonly name: string;
  readonly employer: string;
  readonly orcid: string;
}

type Person = Referrals_MatchFragment["scientist"];
type Found = Referrals_LookupQuery["referralLookup"];

/** A pause in typing after which the server is asked. */
const PAUSE_MS = 350;

/** The person of the map that was picked, and those that were dismissed: held by the page, not kept. */
export function usePicked() {
  const [picked, setPicked] = useState<Person | null>(null);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  return { picked, dismissed, pick: setPicked, dismiss: (id: string) => setDismissed([...dismissed, id]) };
}

/** Asks as one types, after a pause, and only with signal. */
export function useLookup(asked: Asked, scientistId: string | null, offline: boolean) {
  const typed = useDebounced(
    JSON.stringify({ name: asked.name.trim(), employer: asked.employer.trim(), orcid: asked.orcid.trim() }),
    PAUSE_MS,
  );
  const { name, employer, orcid }: Asked = JSON.parse(typed);
  const input = { name, employer: employer || null, orcid: orcid === "" ? null : tidyOrcid(orcid), scientistId };
  const enabled = [...name].length >= 2 && !offline;
  const { data, isError, isFetching } = useGraphql(Referrals_LookupDocument, { input }, { enabled, keepPrevious: true, staleTime: 15_000 });
  return { enabled, found: enabled ? (data?.referralLookup ?? null) : null, failed: enabled && isError, asking: enabled && isFetching };
}

/** A person of the map in two lines: names; employer and what agrees. */
export function PersonLine({ person, agrees = [] }: { person: Person; agrees?: Referrals_MatchFragment["agrees"] }) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  const work = person.latestEmployment;
  const known = [nameOf(work?.institution, language) || work?.stated, agrees.map((one) => t(`agrees.${one}`)).join("、")];
  return (
    <span className="lookup-person">
      <span>
        <strong>{nameOf(person, language)}</strong> <span className="secondary">{otherNameOf(person, language)}</span>
      </span>
      <span className="secondary lookup-cut">{known.filter(Boolean).join(" · ")}</span>
    </span>
  );
}

interface MatchProps {
  readonly match: Referrals_MatchFragment;
  readonly onPick: () => void;
  readonly onDismiss: () => void;
}

function MatchRow({ match, onPick, onDismiss }: MatchProps) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  const not = t("lookup.isNot", { name: nameOf(match.scientist, language) });
  return (
    <li className="lookup-row">
      <PersonLine person={match.scientist} agrees={match.agrees} />
      <button type="button" className="button" onClick={onPick}>
        {t("lookup.isThis")}
      </button>
      <RemoveButton label={not} onRemove={onDismiss} />
    </li>
  );
}

interface Props {
  readonly lookup: ReturnType<typeof useLookup>;
  readonly choice: ReturnType<typeof usePicked>;
  readonly offline: boolean;
}

function sentenceOf({ enabled, found, failed }: Props["lookup"], offline: boolean, matches: number): string {
  if (offline) return "lookup.offline";
  if (!enabled) return "lookup.idle";
  if (failed) return "lookup.failed";
  if (found === null) return "lookup.searching";
  return matches > 0 ? "lookup.maybe" : "lookup.nobody";
}

/** Who may be meant, to be picked or dismissed. Its place is kept free, so that answers push nothing away. */
export function Lookup({ lookup, choice, offline }: Props) {
  const { t } = useTranslation(REFERRALS);
  const [all, setAll] = useState(false);
  const matches = (lookup.found?.matches ?? []).filter(({ scientist }) => !choice.dismissed.includes(scientist.id));
  const shown = all ? matches : matches.slice(0, 1);
  const { picked } = choice;
  return (
    <section className="lookup" aria-label={t("lookup.label")} aria-busy={lookup.asking}>
      <p className="lookup-say" role="status">
        <span>{picked ? t("lookup.picked") : t(sentenceOf(lookup, offline, matches.length))}</span>
        {!picked && matches.length > 1 && (
          <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t("lookup.fewer") : t("lookup.others", { count: matches.length - 1 })}
          </button>
        )}
      </p>
      {picked ? (
        <div className="lookup-row">
          <PersonLine person={picked} />
          <button type="button" className="button" onClick={() => choice.pick(null)}>
            {t("lookup.change")}
          </button>
        </div>
      ) : (
        shown.length > 0 && (
          <ul>
            {shown.map((match) => (
              <MatchRow
                key={match.scientist.id}
                match={match}
                onPick={() => choice.pick(match.scientist)}
                onDismiss={() => choice.dismiss(match.scientist.id)}
              />
            ))}
          </ul>
        )
      )}
    </section>
  );
}

/** That somebody is in progress: stage and desk, as far as the server tells. */
export type InProgress = NonNullable<Found["inProgress"]>;
