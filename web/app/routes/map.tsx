import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useNetworkForMap } from "../../features/analyses/use-network-for-map.ts";
import { MapPage } from "../../features/map/map-page.tsx";
import { NetworkGone } from "../../features/map/network-gone.tsx";
import { NetworkMapPage } from "../../features/map/network-map-page.tsx";
import { NarrowestAdvice } from "../../features/selection/narrowest-advice.tsx";
import { SelectionChips } from "../../features/selection/selection-chips.tsx";
import { SelectionPanel } from "../../features/selection/selection-panel.tsx";
import { Arriving } from "../../lib/arriving.tsx";
import { isEverything, parseSelection, toSearch, writeSelection } from "../../lib/url-state.ts";

/** A network on the map, or why there is none. */
function NetworkMap({ network: key }: { network: string }) {
  const { network, reading, error, refetch } = useNetworkForMap(key);
  if (network) return <NetworkMapPage {...network} />;
  return (
    <div className="page">
      <Arriving ready={!reading && !error} error={error} retry={refetch}>
        <NetworkGone />
      </Arriving>
    </div>
  );
}

/** From the people of the map to how they are linked; everybody at once would be no network. */
function ToNetwork({ params }: { params: URLSearchParams }) {
  const { t } = useTranslation();
  const selection = parseSelection(params);
  if (isEverything(selection)) return null;
  return (
    <p className="map-to-network">
      <Link className="button" to={`/network${toSearch(writeSelection(selection))}`}>
        {t("action.showInNetwork")}
      </Link>
    </p>
  );
}

/** 人才地图: filters, map and list of one selection; with `network` in the address, a network where its people work. */
export function MapRoute() {
  const [params] = useSearchParams();
  const network = params.get("network");
  if (network) return <NetworkMap key={network} network={network} />;
  return (
    <MapPage
      panel={<SelectionPanel />}
      chips={
        <>
          <SelectionChips />
          <ToNetwork params={params} />
        </>
      }
      advice={<NarrowestAdvice />}
    />
  );
}
