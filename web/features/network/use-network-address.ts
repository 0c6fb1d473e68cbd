import { useCallback, useEffect, useRef } from "react";
import { useLocation, useNavigate, useNavigation } from "react-router";
import { toSearch } from "../../lib/url-state.ts";
import { type NetworkAddress, parseNetworkAddress, writeNetworkAddress } from "./network-url.ts";

/**
 * The explorer's part of the address. `onArrival` is called with what the address says when the page opens and whenever somebody comes to it by a
 * link; what the explorer itself writes is no arrival. Nothing is written once somebody is on the way to another page.
 */
export function useNetworkAddress(active: boolean, onArrival: (address: NetworkAddress) => void): (address: NetworkAddress) => void {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { location: coming } = useNavigation();
  /** Addresses that were written and have not arrived yet: of several written in a row, each may still come by. */
  const pending = useRef<readonly string[]>([]);
  const arrival = useRef(onArrival);
  const leaving = coming !== undefined && coming.pathname !== pathname;
  useEffect(() => {
    arrival.current = onArrival;
  });
  useEffect(() => {
    if (!active) return;
    const at = pending.current.indexOf(search);
    pending.current = pending.current.slice(at + 1);
    if (at >= 0) return;
    arrival.current(parseNetworkAddress(new URLSearchParams(search)));
  }, [active, search]);
  return useCallback(
    (address) => {
      const next = toSearch(writeNetworkAddress(address));
      if (!active || leaving || window.location.pathname !== pathname || next === window.location.search) return;
      pending.current = [...pending.current, next];
      void navigate(`${pathname}${next}`, { replace: true, preventScrollReset: true });
    },
    [active, leaving, navigate, pathname],
  );
}
