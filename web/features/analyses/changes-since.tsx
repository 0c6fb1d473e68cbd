import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type IntroductionLink, Network_AroundDocument, type Network_AroundQuery } from "../../gql/generated.ts";
import type { ExplorerApi } from "../../lib/explorer-api.ts";
import { formatExact } from "../../lib/format.ts";
import type { NetworkFilters, NetworkView, ViewEdge } from "../../lib/network-view.ts";
import { formatTime } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { changesSince, isUnchanged, type NetworkNow, type ViewChanges, viewNow } from "./compare-views.ts";
import { ANALYSES } from "./words.ts";

/** People that one request may name: their ids must fit it. */
const MOST_COMPARED = 8_000;
/** Pairs that are listed of each kind of change. */
const LISTED = 5;

function yearsOf({ filters: { yearFrom, yearTo } }: NetworkView) {
  return yearFrom === undefined && yearTo === undefined ? null : { from: yearFrom ?? null, to: yearTo ?? null };
}

/** Kinds of link that joint works make. */
const BY_WORKS: readonly IntroductionLink[] = ["COAUTHOR", "PROJECT"];
/** The explorer asks for at least so many. */
const LEAST_LIMIT = 300;

/** Whether the filters of a view leave a pair, and by which links, as the explorer narrows what it has read; null when not. */
function linksLeft(edge: Network_AroundQuery["collaborationNetwork"]["edges"][number], filters: NetworkFilters) {
  const { minWorks, links, hideWeak } = filters;
  if (edge.weak && hideWeak) return null;
  const kept = edge.links.filter((link) => edge.works >= minWorks || !BY_WORKS.includes(link));
  const plain = edge.links.length === 0 && edge.works >= minWorks && links.includes("COAUTHOR");
  return kept.length > 0 || plain ? kept : null;
}

/** What the server says now, narrowed as the view was. */
function nowOf({ collaborationNetwork: network }: Network_AroundQuery, view: NetworkView): NetworkNow {
  const edges = network.edges.flatMap((edge): ViewEdge[] => {
    const links = linksLeft(edge, view.filters);
    const { source, target, works, strength, firstYear, lastYear } = edge;
    const years = { ...(firstYear === null ? {} : { firstYear }), ...(lastYear === null ? {} : { lastYear }) };
    return links === null ? [] : [{ source, target, works, strength, links, ...years }];
  });
  const complete = network.omittedEdges === 0 && network.cuts.length === 0;
  return { people: network.nodes.map(({ id }) => id), edges, complete };
}

/** Pairs by name, the first few of them. */
function Pairs({ pairs, names }: { pairs: readonly { edge: ViewEdge; note?: string }[]; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation(ANALYSES);
  return (
    <ul className="analysis-pairs">
      {pairs.slice(0, LISTED).map(({ edge, note }) => (
        <li key={`${edge.source} ${edge.target}`}>
          {t("since.pair", { one: names.get(edge.source) ?? edge.source, other: names.get(edge.target) ?? edge.target })}
          {note && <span className="secondary"> {note}</span>}
        </li>
      ))}
      {pairs.length > LISTED && <li className="secondary">{t("since.more", { n: formatExact(pairs.length - LISTED) })}</li>}
    </ul>
  );
}

function Told({ changes, names }: { changes: ViewChanges; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation(ANALYSES);
  const { added, gone, changed, missing, complete } = changes;
  const kinds = [
    { kind: "added" as const, pairs: added.map((edge) => ({ edge })) },
    { kind: "gone" as const, pairs: gone.map((edge) => ({ edge })) },
    {
      kind: "changed" as const,
      pairs: changed.map(({ before, after }) => ({
        edge: after,
        ...(before.works === after.works ? {} : { note: t("since.works", { before: before.works, after: after.works }) }),
      })),
    },
  ];
  return (
    <>
      {isUnchanged(changes) && <p className="secondary">{t("since.none")}</p>}
      {kinds
        .filter(({ pairs }) => pairs.length > 0)
        .map(({ kind, pairs }) => (
          <details key={kind} className="analysis-change">
            <summary>{t(`since.${kind}`, { n: formatExact(pairs.length) })}</summary>
            <Pairs pairs={pairs} names={names} />
          </details>
        ))}
      {missing.length > 0 && <p className="secondary">{t("since.missing", { n: formatExact(missing.length) })}</p>}
      {!complete && <p className="secondary">{t("since.incomplete")}</p>}
    </>
  );
}

/** What has changed since an analysis was kept, and whether its links are shown as they were then or as they are now. */
export function ChangesSince({ api, view }: { api: ExplorerApi; view: NetworkView }) {
  const { t } = useTranslation(ANALYSES);
  const name = useId();
  const [shown, setShown] = useState<"then" | "now">("then");
  const { filters } = view;
  const around = view.nodes.map(({ id }) => id);
  const { data, error, dataUpdatedAt } = useGraphql(
    // The explorer asks for the same as it shows the view, and one answer does for both.
    Network_AroundDocument,
    { around, depth: 0, links: [...filters.links], years: yearsOf(view), minWorks: 1, limit: Math.max(LEAST_LIMIT, around.length) },
    { enabled: around.length > 0 && around.length <= MOST_COMPARED, staleTime: 60_000 },
  );
  if (around.length === 0 || around.length > MOST_COMPARED) return null;
  const now = data && nowOf(data, view);
  const choose = (wanted: "then" | "now"): void => {
    if (now === undefined) return;
    setShown(wanted);
    api.show(wanted === "then" ? view : viewNow(view, now, new Date(dataUpdatedAt).toISOString()));
  };
  const names = new Map([
    ...api.shown.map((person) => [person.id, person.name] as const),
    ...(data?.collaborationNetwork.nodes ?? []).map((person) => [person.id, person.name] as const),
  ]);
  return (
    <section className="analysis-since" aria-label={t("since.title", { date: formatTime(view.dataDate) })}>
      <h3>{t("since.title", { date: formatTime(view.dataDate) })}</h3>
      {!now && !error && <p className="secondary">{t("since.checking")}</p>}
      {error && <p className="secondary">{t("since.failed")}</p>}
      {now && (
        <>
          <Told changes={changesSince(view, now)} names={names} />
          <fieldset className="analysis-when">
            <legend className="visually-hidden">{t("since.view")}</legend>
            {(["then", "now"] as const).map((one) => (
              <label key={one}>
                <input type="radio" name={name} checked={shown === one} onChange={() => choose(one)} />
                <span>{t(`since.${one}`)}</span>
              </label>
            ))}
          </fieldset>
        </>
      )}
    </section>
  );
}
