import { useCallback, useEffect, useMemo, useRef } from "react";
import { useLocation, useNavigate, useNavigation } from "react-router";
import { parseSelection, type Selection, toSearch, writeSelection } from "../../lib/url-state.ts";
import { type MapAddress, parseMapAddress, writeMapAddress } from "./map-url.ts";

/** A change of the map's address, of the selection, or of both in one step. */
export interface AddressChange {
  map?: Partial<MapAddress>;
  selection?: Selection;
}

/** The map's address and the ways to change it. */
export interface MapAddressInUrl {
  map: MapAddress;
  selection: Selection;
  /** A step that Back undoes. */
  go: (change: AddressChange) => void;
  /** A change that leaves no step behind: panning, and what follows from it. */
  replace: (change: AddressChange) => void;
}

/**
 * Reads and changes the address of the map page. Changes are made from the address as it is at that moment, not as it was when last
 * drawn, so that a pan and a click that meet do not undo each other. Once somebody is on the way to another page nothing is changed: a map
 * that comes to rest meanwhile must not call them back.
 */
export function useMapAddress(): MapAddressInUrl {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { location: coming } = useNavigation();
  const leaving = useRef(false);
  useEffect(() => {
    leaving.current = coming !== undefined && coming.pathname !== pathname;
  }, [coming, pathname]);
  const { map, selection } = useMemo(() => {
    const params = new URLSearchParams(search);
    return { map: parseMapAddress(params), selection: parseSelection(params) };
  }, [search]);
  const change = useCallback(
    (wanted: AddressChange, replace: boolean) => {
      if (leaving.current || window.location.pathname !== pathname) return;
      const now = new URLSearchParams(window.location.search);
      const withMap = writeMapAddress({ ...parseMapAddress(now), ...wanted.map }, now);
      const next = wanted.selection === undefined ? withMap : writeSelection(wanted.selection, withMap);
      const address = toSearch(next);
      if (address !== window.location.search || !replace) void navigate(`${pathname}${address}`, { replace, preventScrollReset: true });
    },
    [navigate, pathname],
  );
  const go = useCallback((wanted: AddressChange) => change(wanted, false), [change]);
  const replace = useCallback((wanted: AddressChange) => change(wanted, true), [change]);
  return { map, selection, go, replace };
}
