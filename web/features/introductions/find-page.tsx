import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { Introductions_FindDocument, type Introductions_FindQuery, Introductions_PeopleDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatExact } from "../../lib/format.ts";
import { PersonPicker } from "../../lib/person-picker.tsx";
import { useMay } from "../../lib/session.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { Conditions } from "./conditions.tsx";
import { type FindState, findVariables, HOPS, parseFind, writeFind } from "./find-url.ts";
import { NetworkPages } from "./network-pages.tsx";
import { PathCard } from "./path-card.tsx";
import { type Path, pathKey, personName } from "./path-model.ts";
import { INTRODUCTIONS } from "./words.ts";
import "./introductions.css";

type Search = Introductions_FindQuery["introductionSearch"];

const NEVER_STALE = Number.POSITIVE_INFINITY;

function TargetField({ state, onState }: { state: FindState; onState: (state: FindState) => void }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const { to } = state;
  const { data } = useGraphql(
    Introductions_PeopleDocument,
    { ids: to === null ? [] : [to] },
    { enabled: to !== null, staleTime: NEVER_STALE },
  );
  const person = data?.networkPeople[0];
  const named = person?.scientist ?? { nameZh: data ? (person?.name ?? null) : "…", nameEn: null };
  return (
    <PersonPicker
      label={t("target")}
      picked={to === null ? null : { id: to, nameZh: named.nameZh, nameEn: named.nameEn }}
      error={null}
      withAuthors
      onPick={(picked) => onState({ ...state, to: picked?.id ?? null })}
    />
  );
}

/** Where reading was bounded, so that a path may exist that is not told. */
function Cuts({ cuts }: { cuts: Search["cuts"] }) {
  const { t } = useTranslation(INTRODUCTIONS);
  if (cuts.length === 0) return <p className="secondary">{t("exact")}</p>;
  return (
    <details className="intro-cuts">
      <summary>{t("cuts.title")}</summary>
      <ul>
        {cuts.map(({ reason, text }) => (
          <li key={`${reason} ${text}`}>{text}</li>
        ))}
      </ul>
    </details>
  );
}

interface AnswerProps {
  readonly search: Search;
  readonly state: FindState;
  readonly onState: (state: FindState) => void;
  /** Searches once more. */
  readonly onAgain: () => void;
}

/** Nothing was found: why, and what can be done about it. */
function NoPath({ search, state, onState, onAgain }: AnswerProps) {
  const { t } = useTranslation(INTRODUCTIONS);
  const language = useLanguage();
  const may = useMay("ASK_INTRODUCTIONS");
  const name = search.to ? personName(search.to, language) : "";
  const more = HOPS.find((hops) => hops > state.hops);
  const loose = state.without.length > 0 || state.notThrough.length > 0 || state.since !== null;
  // When not everything was read, nobody knows that there is nobody.
  const isCut = search.outcome === "NOBODY_WITHIN_HOPS" && search.cuts.length > 0;
  const words = { name, count: search.maxHops, starts: formatExact(search.starts) };
  const actions = (
    <div className="intro-actions">
      {isCut && (
        <button type="button" className="button button-primary" onClick={onAgain}>
          {t("none.again")}
        </button>
      )}
      {search.outcome === "NOBODY_WITHIN_HOPS" && more && (
        <button type="button" className="button" onClick={() => onState({ ...state, hops: more })}>
          {t("none.moreHops", { count: more })}
        </button>
      )}
      {search.outcome === "NOBODY_WITHIN_HOPS" && loose && (
        <button type="button" className="button" onClick={() => onState({ ...state, without: [], notThrough: [], since: null })}>
          {t("none.looser")}
        </button>
      )}
      {search.outcome === "NO_STARTS" && state.start === "ours" && may && (
        <Link className="button button-primary" to="/network/our-people">
          {t("none.setOurs")}
        </Link>
      )}
    </div>
  );
  const outcome = isCut ? "NOT_KNOWN" : search.outcome;
  const detail = search.outcome === "NO_STARTS" && state.start === "ours" ? "NO_STARTS_OURS" : outcome;
  return (
    <EmptyState
      title={t(`none.${outcome}`, words)}
      detail={<p className="intro-advice">{t(`none.detail.${detail}`, words)}</p>}
      action={actions}
    />
  );
}

function Answer({ search, state, onState, onAgain }: AnswerProps) {
  const { t } = useTranslation(INTRODUCTIONS);
  const asks = useMay("ASK_INTRODUCTIONS");
  const [asking, setAsking] = useState<Path | null>(null);
  return (
    <>
      {search.paths.length > 0 ? (
        <ol className="intro-paths">
          {search.paths.map((path, index) => (
            <PathCard key={pathKey(path)} path={path} index={index} onAsk={asks ? () => setAsking(path) : null} />
          ))}
        </ol>
      ) : (
        <NoPath search={search} state={state} onState={onState} onAgain={onAgain} />
      )}
      {(search.outcome === "FOUND" || search.outcome === "NOBODY_WITHIN_HOPS") && (
        <div className="intro-told">
          <p className="secondary">{t("searched", { starts: formatExact(search.starts), count: search.maxHops })}</p>
          <Cuts cuts={search.cuts} />
        </div>
      )}
      {asking && <AskDialog path={asking} since={state.since} onClose={() => setAsking(null)} />}
    </>
  );
}

/** What the address says, and a way to change it. A choice shows at once, before the address has followed. */
function useFindState(): [FindState, (state: FindState) => void] {
  const [params, setParams] = useSearchParams();
  const written = params.toString();
  const [chosen, setChosen] = useState<{ readonly state: FindState; readonly over: string } | null>(null);
  const state = chosen?.over === written ? chosen.state : parseFind(params);
  const choose = (next: FindState) => {
    setChosen({ state: next, over: written });
    setParams(writeFind(next), { replace: next.to === state.to, preventScrollReset: true });
  };
  return [state, choose];
}

/** 引荐路径: whom to reach and from whom stand in the address; the best ways with their evidence beside them. */
export function FindPage() {
  const { t } = useTranslation(INTRODUCTIONS);
  const office = useMay("ASK_INTRODUCTIONS");
  const [state, onState] = useFindState();
  const asked = findVariables(state);
  const variables = { to: "", fromOurPeople: false, maxHops: 1, ...asked, office };
  const { data, error, refetch } = useGraphql(Introductions_FindDocument, variables, { enabled: asked !== null });
  return (
    <div className="page">
      <PageTitle page={t("find.title")} product={t("product")} />
      <NetworkPages />
      <header className="page-head">
        <h1>{t("find.title")}</h1>
        <p className="secondary">{t("find.intro")}</p>
      </header>
      <div className="intro-columns">
        <section className="card intro-conditions" aria-label={t("find.conditions")}>
          <TargetField state={state} onState={onState} />
          <Conditions state={state} onState={onState} />
        </section>
        <section className="intro-answer" aria-label={t("find.answer")} aria-live="polite">
          {asked === null ? (
            <EmptyState title={t(state.to === null ? "find.noTarget" : "find.noStart")} detail={t("find.noTargetDetail")} />
          ) : (
            <>
              {data === undefined && !error && <p className="secondary">{t("find.looking")}</p>}
              <Arriving ready={data !== undefined} error={error} retry={() => void refetch()}>
                {data && <Answer search={data.introductionSearch} state={state} onState={onState} onAgain={() => void refetch()} />}
              </Arriving>
            </>
          )}
        </section>
      </div>
    </div>
  );
}
