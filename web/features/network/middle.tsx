import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { errorSentence } from "../../lib/error-sentence.ts";
import { formatExact } from "../../lib/format.ts";
import { NETWORK_LINKS } from "../../lib/network-view.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useMedia } from "../../lib/use-media.ts";
import { FindBox } from "./find-box.tsx";
import { LassoSheet } from "./lasso.tsx";
import { NetworkGraph } from "./network-graph.tsx";
import { PeopleTable } from "./people-table.tsx";
import { type Scene, yearsOf } from "./scene.ts";
import { Toolbar } from "./toolbar.tsx";
import type { ExplorerScreen } from "./use-explorer-screen.ts";
import { YearsBrush } from "./years-brush.tsx";

/** Steps after which everybody is laid out anew. */
const ARRANGED: ReadonlySet<string> = new Set(["start", "expand", "links", "restore"]);

/** Said over the picture when there is nothing to draw, or something could not be read. */
function StageNotice({ screen, scene }: { screen: ExplorerScreen; scene: Scene }) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const { reading, ids, edges } = screen;
  if (reading.fault !== null)
    return (
      <div className="network-notice" role="alert">
        <p>
          <strong>{t("fault.open")}</strong> {errorSentence(reading.fault, t, language)} {t("fault.keep")}
        </p>
        <button type="button" className="button" onClick={() => void screen.open({ ...scene }, scene.expanded)}>
          {t("action.retry")}
        </button>
      </div>
    );
  if (edges.length > 0 || reading.busy !== null || scene.ids.length === 0) return null;
  const { filters } = scene;
  const weak = scene.ids.length - ids.length;
  return (
    <div className="network-notice" role="status">
      <p>
        {t("empty.alone")} {filters.hideWeak && weak > 0 && t("empty.aloneWeak", { n: formatExact(weak) })}
      </p>
      <div className="network-deeds">
        {filters.hideWeak && (
          <button type="button" className="button" onClick={() => screen.filter({ ...filters, hideWeak: false })}>
            {t("empty.showWeak")}
          </button>
        )}
        {yearsOf(filters) !== null && (
          <button
            type="button"
            className="button"
            onClick={() => screen.filter({ minWorks: filters.minWorks, links: filters.links, hideWeak: filters.hideWeak })}
          >
            {t("empty.allYears")}
          </button>
        )}
        {filters.links.length < NETWORK_LINKS.length - 1 && (
          <button
            type="button"
            className="button"
            onClick={() => void screen.open({ ...scene, filters: { ...filters, links: NETWORK_LINKS } })}
          >
            {t("empty.allLinks")}
          </button>
        )}
      </div>
    </div>
  );
}

function Picture({ screen, scene, lasso, onLassoEnd }: { screen: ExplorerScreen; scene: Scene; lasso: boolean; onLassoEnd: () => void }) {
  const { nodes, lines, chosen, pair, places, choose, choosePair, setStage, stage, setRunning, setDrawable } = screen;
  const lit = pair ?? chosen;
  const expand = (id: string): void =>
    void screen.expand({ id, yearFrom: scene.filters.yearFrom ?? null, minWorks: scene.filters.minWorks });
  return (
    <div className="network-stage" data-testid="network-stage">
      <NetworkGraph
        nodes={nodes}
        edges={lines}
        chosen={useStable(lit)}
        arrangeFor={ARRANGED.has(scene.step.kind) ? scene.step : null}
        places={places}
        onStage={setStage}
        events={{
          onPick: (id, more) => {
            if (id === null) choose([]);
            else if (more) choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
            else choose([id]);
          },
          onPickPair: choosePair,
          onOpen: expand,
          onMoved: (id, x, y) => screen.pin(id, { x, y }),
          onRest: setRunning,
          onLost: () => setDrawable(false),
        }}
      />
      {lasso && (
        <LassoSheet
          onCancel={onLassoEnd}
          onDrawn={(holds) => {
            choose(stage?.inside(holds) ?? []);
            onLassoEnd();
          }}
        />
      )}
    </div>
  );
}

/** The same set as long as it holds the same ids. */
function useStable(ids: readonly string[]): ReadonlySet<string> {
  const [known, setKnown] = useState<ReadonlySet<string>>(() => new Set(ids));
  const isSame = known.size === ids.length && ids.every((id) => known.has(id));
  if (isSame) return known;
  const next = new Set(ids);
  setKnown(next);
  return next;
}

/** Picture or table of the network between the panels, with its tools and its years. */
export function Middle({ screen, scene }: { screen: ExplorerScreen; scene: Scene }) {
  const { t } = useTranslation("network");
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const [lasso, setLasso] = useState(false);
  const { drawable, table, stage, ids, people, degrees, legend, chosen, choose, reading } = screen;
  const asTable = table || !drawable;
  const endLasso = useCallback(() => setLasso(false), []);
  const pin = (id: string): void => screen.pin(id, id in scene.pinned ? null : (stage?.places().get(id) ?? { x: 0, y: 0 }));
  return (
    <section className="network-middle" aria-label={t("panel.stage")} aria-busy={reading.busy !== null}>
      {reading.busy !== null && <div className="network-progress" />}
      <div className="network-top">
        <Toolbar
          history={screen.history}
          people={people}
          table={asTable}
          drawable={drawable}
          lasso={lasso}
          running={screen.running}
          onStep={screen.goTo}
          onTable={screen.setTable}
          onLasso={() => setLasso(!lasso)}
          onFit={() => stage?.look(null, !still)}
          onArrange={() => (screen.running ? stage?.halt() : stage?.arrange())}
        />
        <FindBox
          ids={ids}
          people={people}
          onFound={(id) => {
            choose([id]);
            stage?.look(id, !still);
          }}
        />
      </div>
      {!drawable && <p className="network-nowebgl">{t("noWebgl")}</p>}
      <div className="network-view">
        {asTable ? (
          <PeopleTable
            ids={ids}
            people={people}
            scene={scene}
            degrees={degrees}
            legend={legend}
            chosen={new Set(chosen)}
            busy={reading.busy !== null}
            onChoose={(id, on) => choose(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
            onShow={(id) => choose([id])}
            onExpand={(id) => void screen.expand({ id, yearFrom: scene.filters.yearFrom ?? null, minWorks: scene.filters.minWorks })}
            onCollapse={screen.collapse}
            onPin={pin}
          />
        ) : (
          <Picture screen={screen} scene={scene} lasso={lasso} onLassoEnd={endLasso} />
        )}
        <StageNotice screen={screen} scene={scene} />
      </div>
      <YearsBrush
        edges={scene.edges}
        years={yearsOf(scene.filters)}
        onLook={screen.setPlaying}
        onYears={(window) => {
          const { yearFrom: _from, yearTo: _to, ...rest } = scene.filters;
          screen.filter(window === null ? rest : { ...rest, yearFrom: window[0], yearTo: window[1] });
        }}
      />
    </section>
  );
}
