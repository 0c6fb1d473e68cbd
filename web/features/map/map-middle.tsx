import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePhone } from "../../lib/use-media.ts";
import { PACKAGED } from "./base-layer.ts";
import { FoldButton } from "./fold-button.tsx";
import { MapStage } from "./map-stage.tsx";
import { MapToolbar } from "./map-toolbar.tsx";
import { useBasemap } from "./use-map-data.ts";
import type { MapScreen } from "./use-map-screen.ts";
import { YearBrush } from "./year-brush.tsx";

interface Props {
  screen: MapScreen;
  /** False where the browser cannot draw the map. */
  drawable: boolean;
  onLost: () => void;
}

/** The map between the panels, with its tools; says so where nothing can be drawn. */
export function MapMiddle({ screen, drawable, onLost }: Props) {
  const { t } = useTranslation("map");
  const phone = usePhone();
  const basemap = useBasemap();
  const [drawing, setDrawing] = useState(false);
  const [years, setYears] = useState(screen.selection.filter.birthYears !== undefined);
  const { address } = screen;
  const known = basemap.data !== undefined || basemap.isError;
  return (
    <section className="map-middle" aria-label={t("panel.map")}>
      <MapToolbar
        display={address.display}
        focus={address.focus}
        drawing={drawing}
        years={years}
        canDraw={drawable}
        onDisplay={(display) => screen.go({ map: { display, ...(display === "FLOWS" ? { focus: false } : {}) } })}
        onFocus={screen.setFocus}
        onDrawing={() => setDrawing(!drawing)}
        onYears={() => setYears(!years)}
      />
      {!phone && <FoldButton panel="filters" screen={screen} />}
      {!phone && <FoldButton panel="list" screen={screen} />}
      {drawable && known ? (
        <MapStage
          screen={screen}
          basemap={basemap.data?.basemap ?? PACKAGED}
          drawing={drawing}
          onDrawingEnd={() => setDrawing(false)}
          onLost={onLost}
        />
      ) : (
        <div className="map-stage">{!drawable && <p className="map-notice">{t("noWebgl")}</p>}</div>
      )}
      {years && (
        <div className="map-years-box">
          <YearBrush selection={screen.selection} onSelection={screen.setSelection} />
        </div>
      )}
    </section>
  );
}
