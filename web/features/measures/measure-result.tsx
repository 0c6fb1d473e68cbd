import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Measures_CancelDocument, Measures_RunDocument, Measures_RunsDocument, Measures_StartDocument } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { refusalIn, useStep } from "../../lib/use-step.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { RecordsTable } from "../../ui/records-table.tsx";
import { type Community, communityName, dataWords, isOpen, type RunLine, type RunResult, scopeWords, valueWords } from "./run-words.ts";
import { newKey } from "./start-form.tsx";
import { MEASURES } from "./words.ts";

/** Most people that a link to the explorer names. */
const IN_NETWORK = 50;

function networkHref(ids: readonly string[]): string {
  return `/network?people=${ids.slice(0, IN_NETWORK).join(",")}`;
}

/** How far a run is, and the button that ends it. */
export function RunProgress({ run }: { run: RunLine }) {
  const { t } = useTranslation(MEASURES);
  const client = useQueryClient();
  const {
    run: cancel,
    busy,
    fault,
  } = useStep(async () => {
    const { cancelMeasure } = await request(Measures_CancelDocument, { id: run.id });
    await client.invalidateQueries({ queryKey: [Measures_RunsDocument.operationName] });
    await client.invalidateQueries({ queryKey: [Measures_RunDocument.operationName] });
    return refusalIn(cancelMeasure);
  });
  return (
    <div className="measure-progress">
      <progress max={1} value={run.progress} aria-label={t(`status.${run.status}`)} />
      <span className="secondary">
        {t(`status.${run.status}`)} {Math.round(run.progress * 100)}%
      </span>
      <button type="button" className="text-button" disabled={busy} onClick={() => void cancel()}>
        {t("cancel")}
      </button>
      {fault && <p className="field-error">{fault.message}</p>}
    </div>
  );
}

function CommunityCard({ community, word }: { community: Community; word: string }) {
  const { t } = useTranslation(MEASURES);
  const language = useLanguage();
  return (
    <li className="measure-community">
      <p className="measure-community-head">
        <span className="badge">{t(word, { number: community.number })}</span>
        <span className="secondary">{t("members", { count: community.size })}</span>
      </p>
      <strong>{communityName(community, t, language)}</strong>
      {community.central.length > 0 && (
        <p className="cell-note">{t("central", { names: community.central.map(({ name }) => name).join(t("listComma")) })}</p>
      )}
      {community.central.length > 0 && <Link to={networkHref(community.central.map(({ id }) => id))}>{t("network")}</Link>}
    </li>
  );
}

/** Looks for people between two of the communities of a result. */
function BridgesForm({ run, onStarted }: { run: RunResult; onStarted: (id: string) => void }) {
  const { t } = useTranslation(MEASURES);
  const numbers = run.communities.map(({ number }) => number);
  const [pair, setPair] = useState<readonly [number, number]>([numbers[0] ?? 1, numbers[1] ?? 2]);
  const {
    run: start,
    busy,
    fault,
  } = useStep(async () => {
    const [first, second] = pair;
    const { links, minWorks, since, seed } = run;
    const input = {
      kind: "BRIDGES",
      key: newKey(),
      links,
      minWorks,
      since,
      seed,
      betweenCommunities: { run: run.id, first, second },
    } as const;
    const { startMeasure } = await request(Measures_StartDocument, { input });
    if (startMeasure.__typename !== "MeasureSaved") return refusalIn(startMeasure);
    onStarted(startMeasure.run.id);
    return null;
  });
  const choice = (at: 0 | 1) => (
    <select
      className="select"
      aria-label={t("bridgesBetween")}
      value={pair[at]}
      onChange={(event) => setPair(at === 0 ? [Number(event.target.value), pair[1]] : [pair[0], Number(event.target.value)])}
    >
      {numbers.map((number) => (
        <option key={number} value={number}>
          {t("community", { number })}
        </option>
      ))}
    </select>
  );
  return (
    <div className="measure-bridges">
      {choice(0)} {t("and")} {choice(1)}
      <button type="button" className="button" disabled={busy} onClick={() => void start()}>
        {t("findBridges")}
      </button>
      {fault && <p className="field-error">{fault.message}</p>}
    </div>
  );
}

function Ranking({ run }: { run: RunResult }) {
  const { t } = useTranslation(MEASURES);
  const language = useLanguage();
  const best = run.top[0]?.value ?? 1;
  return (
    <RecordsTable title={t("top")} columns={[t("rank"), t("name"), t(`value.${run.kind}`)]}>
      {run.top.map(({ rank, person, value, first, second }) => (
        <tr key={person.id}>
          <td data-label={t("rank")} className="nowrap">
            {rank}
          </td>
          <th scope="row">
            {person.scientist ? (
              <Link to={`/scientists/${person.id}`}>{nameOf(person.scientist, language) || person.name}</Link>
            ) : (
              person.name
            )}
            <span className="cell-note">
              {person.scientist
                ? nameOf(person.scientist.latestEmployment?.institution, language) || person.scientist.latestEmployment?.stated
                : t("author")}
            </span>
          </th>
          <td data-label={t(`value.${run.kind}`)} className="nowrap">
            <span>
              <span className="measure-bar" aria-hidden="true">
                <span style={{ width: `${Math.max(2, (value / best) * 100)}%` }} />
              </span>
              {valueWords(value)}
              {typeof first === "number" && typeof second === "number" && (
                <span className="cell-note">{t("sides", { first, second })}</span>
              )}
            </span>
          </td>
        </tr>
      ))}
    </RecordsTable>
  );
}

/** What a run found: communities with what is typical of them, or a ranking. */
export function MeasureResult({ run, onStarted }: { run: RunResult; onStarted: (id: string) => void }) {
  const { t } = useTranslation(MEASURES);
  const groups = run.kind === "COMMUNITIES" || run.kind === "COMPONENTS";
  return (
    <section className="measure-result" aria-label={t(`kind.${run.kind}`)}>
      <h2>{t(`kind.${run.kind}`)}</h2>
      <p className="secondary">{scopeWords(run, t)}</p>
      {dataWords(run, t).map((sentence) => (
        <p key={sentence} className="cell-note">
          {sentence}
        </p>
      ))}
      {isOpen(run) && <RunProgress run={run} />}
      {run.status === "FAILED" && <ErrorNotice title={t("status.FAILED")} detail={run.failure} />}
      {run.status === "CANCELLED" && <EmptyState title={t("status.CANCELLED")} />}
      {run.status === "DONE" && (groups ? run.communityCount === 0 : run.top.length === 0) && (
        <EmptyState title={t("nobody")} detail={t("nobodyDetail")} />
      )}
      {run.status === "DONE" && groups && run.communityCount > 0 && (
        <>
          <h3>{t(`groups.${run.kind}`, { count: run.communityCount })}</h3>
          {run.communities.length > 1 && run.kind === "COMMUNITIES" && <BridgesForm run={run} onStarted={onStarted} />}
          <ul className="measure-communities">
            {run.communities.map((community) => (
              <CommunityCard key={community.number} community={community} word={run.kind === "COMMUNITIES" ? "community" : "component"} />
            ))}
          </ul>
        </>
      )}
      {run.status === "DONE" && !groups && run.top.length > 0 && (
        <>
          <p>
            <Link to={networkHref(run.top.map(({ person }) => person.id))}>
              {t("networkTop", { n: Math.min(IN_NETWORK, run.top.length) })}
            </Link>
          </p>
          <Ranking run={run} />
        </>
      )}
    </section>
  );
}
