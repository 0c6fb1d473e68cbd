import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { parseSelection, type Selection, toSearch, writeSelection } from "./url-state.ts";

/** The selection in the address and the ways to change it. */
export interface SelectionInUrl extends Selection {
  /** Goes to the same page with another selection; a step that Back undoes. */
  setSelection: (next: Selection) => void;
  /** Address of the same page with another selection, for links. */
  hrefOf: (next: Selection) => string;
}

/** Reads and changes the selection of the page now open. Other parameters of the page are kept; the page position is not. */
export function useSelection(): SelectionInUrl {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const selection = useMemo(() => parseSelection(new URLSearchParams(search)), [search]);
  const hrefOf = useCallback(
    (next: Selection) => `${pathname}${toSearch(writeSelection(next, new URLSearchParams(search)))}`,
    [pathname, search],
  );
  const setSelection = useCallback((next: Selection) => navigate(hrefOf(next), { preventScrollReset: true }), [navigate, hrefOf]);
  return { ...selection, setSelection, hrefOf };
}
