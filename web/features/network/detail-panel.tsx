import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExplorerPanel } from "../../lib/explorer-api.ts";
import { formatExact } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { onTabKeys } from "../../ui/tab-keys.ts";
import { ManyCard } from "./many-card.tsx";
import { PairCard } from "./pair-card.tsx";
import { shownName } from "./person.ts";
import { PersonCard } from "./person-card.tsx";
import type { Scene } from "./scene.ts";
import type { ExplorerScreen } from "./use-explorer-screen.ts";

const TOP = 12;

/** Those with the most links, when nobody is chosen. */
function TopList({ screen }: { screen: ExplorerScreen }) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const { ids, degrees, people, choose, drawable, table } = screen;
  const top = [...ids].sort((one, other) => (degrees.get(other) ?? 0) - (degrees.get(one) ?? 0)).slice(0, TOP);
  return (
    <article className="network-card">
      {drawable && !table && <p className="secondary">{t("person.tip")}</p>}
      <h3>{t("person.top")}</h3>
      <ul className="network-ties">
        {top.map((id) => {
          const person = people.get(id);
          return (
            <li key={id}>
              <button type="button" onClick={() => choose([id])}>
                <span className="network-tie-name">{person === undefined ? id : shownName(person, language)}</span>
                <span className="secondary">{formatExact(degrees.get(id) ?? 0)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </article>
  );
}

function Detail({ screen, scene }: { screen: ExplorerScreen; scene: Scene }) {
  const { people, edges, chosen, choose, pair, choosePair, reading, stage } = screen;
  const pin = (id: string): void => screen.pin(id, id in scene.pinned ? null : (stage?.places().get(id) ?? { x: 0, y: 0 }));
  const look = (id: string): void => {
    choose([id]);
    stage?.look(id, true);
  };
  if (pair !== null)
    return <PairCard key={pair.join()} pair={pair} filters={scene.filters} people={people} onPerson={look} onClose={() => choose([])} />;
  const person = people.get(chosen[0] ?? "");
  if (chosen.length > 1)
    return (
      <ManyCard
        ids={chosen}
        people={people}
        onKeep={() => screen.keepOnly(chosen)}
        onRemove={() => {
          screen.remove(chosen);
          choose([]);
        }}
        onPerson={look}
        onClose={() => choose([])}
      />
    );
  if (person === undefined) return <TopList screen={screen} />;
  return (
    <PersonCard
      person={person}
      scene={scene}
      edges={edges}
      people={people}
      busy={reading.busy}
      onExpand={(expansion) => void screen.expand(expansion)}
      onCollapse={() => screen.collapse(person.id)}
      onPin={() => pin(person.id)}
      onRemove={() => {
        screen.remove([person.id]);
        choose([]);
      }}
      onRecentre={() => screen.startFrom({ kind: "people", ids: [person.id] })}
      onPair={(other) => choosePair(person.id, other)}
      onClose={() => choose([])}
    />
  );
}

/** The chosen person, pair or people; in further tabs what other rooms put beside the explorer. */
export function DetailPanel({ screen, scene, panels }: { screen: ExplorerScreen; scene: Scene; panels: readonly ExplorerPanel[] }) {
  const { t } = useTranslation("network");
  const [tab, setTab] = useState("detail");
  const panel = panels.find(({ key }) => key === tab);
  return (
    <>
      {panels.length > 0 && (
        <div className="network-tabs" role="tablist" aria-label={t("panel.detail")} onKeyDown={onTabKeys}>
          {[{ key: "detail", title: t("panel.detail") }, ...panels].map(({ key, title }) => (
            <button
              key={key}
              type="button"
              role="tab"
              aria-selected={key === (panel?.key ?? "detail")}
              className="network-tab"
              onClick={() => setTab(key)}
            >
              {title}
            </button>
          ))}
        </div>
      )}
      <div className="network-side-body">
        {panel !== undefined && screen.api !== null ? (
          <div className="network-card">{panel.render(screen.api)}</div>
        ) : (
          <Detail screen={screen} scene={scene} />
        )}
      </div>
    </>
  );
}
