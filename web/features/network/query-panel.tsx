import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BudgetLine } from "./budget-line.tsx";
import { FilterPanel } from "./filter-panel.tsx";
import { LookPanel } from "./look-panel.tsx";
import { StartPanel } from "./start-panel.tsx";
import { useStartWords } from "./start-words.ts";
import type { ExplorerScreen } from "./use-explorer-screen.ts";

/** Whose network is shown, which links count, how it looks, and what was left out. */
export function QueryPanel({ screen }: { screen: ExplorerScreen }) {
  const { t } = useTranslation("network");
  const { scene, people, legend, ids, edges } = screen;
  const [changing, setChanging] = useState(false);
  const words = useStartWords(scene?.start ?? null, people);
  if (scene === null) return <StartPanel onStart={screen.startFrom} />;
  return (
    <>
      <section className="network-section">
        <div className="network-now">
          <h2>{words}</h2>
          <button type="button" className="text-button" aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {t(changing ? "action.close" : "start.change")}
          </button>
        </div>
        {changing && (
          <StartPanel
            onStart={(start) => {
              setChanging(false);
              screen.startFrom(start);
            }}
          />
        )}
        <BudgetLine scene={scene} people={ids.length} links={edges.length} onRestore={screen.restore} />
      </section>
      <LookPanel
        colourBy={screen.colourBy}
        sizeBy={screen.sizeBy}
        measure={screen.measure}
        legend={legend}
        onColour={screen.setColourBy}
        onSize={screen.setSizeBy}
        onSelect={screen.choose}
      />
      <section className="network-section">
        <FilterPanel
          scene={scene}
          onFilters={screen.filter}
          onReach={(reach) => void screen.open({ ...scene, ...reach }, scene.expanded)}
        />
      </section>
    </>
  );
}
