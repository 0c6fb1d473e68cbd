import { useMemo, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { toSearch } from "../../lib/url-state.ts";
import { type ListChange, parseListState, withListChange } from "./list-state.ts";

/** Cursors of the pages before this one, kept with the history entry so that “previous” works after Back and reload. */
function cursorsOf(state: unknown): (string | null)[] {
  if (typeof state !== "object" || state === null || !("cursors" in state) || !Array.isArray(state.cursors)) return [];
  return state.cursors.map((cursor: unknown) => (typeof cursor === "string" ? cursor : null));
}

/** The list page's own state in the address and the ways to change it. */
export function useListState() {
  const { pathname, search, state: historyState } = useLocation();
  const navigate = useNavigate();
  const written = useMemo(() => parseListState(new URLSearchParams(search)), [search]);
  // The address follows a moment after the press; until it does, what was pressed is shown, so that no box flickers back.
  const [pending, setPending] = useState<{ search: string; change: ListChange } | null>(null);
  // Once the address has followed, the press is over; kept, it would be shown again when Back brings the former address.
  if (pending !== null && pending.search !== search) setPending(null);
  const ahead = pending?.search === search ? pending.change : null;
  const state = useMemo(() => ({ ...written, ...ahead }), [written, ahead]);
  const cursors = cursorsOf(historyState);
  const change = (next: ListChange, replace = false) => {
    const merged = { ...ahead, ...next };
    setPending({ search, change: merged });
    const address = `${pathname}${toSearch(withListChange(new URLSearchParams(search), merged))}`;
    void navigate(address, { replace, preventScrollReset: replace, ...(replace ? { state: historyState } : {}) });
  };
  const goTo = (after: string | null, page: number, before: (string | null)[]) =>
    navigate(`${pathname}${toSearch(withListChange(new URLSearchParams(search), { after, page }))}`, { state: { cursors: before } });
  const nextPage = (endCursor: string) => goTo(endCursor, state.page + 1, [...cursors, state.after]);
  // A page opened from a link does not know its predecessors; then the way back leads to the first page.
  const knowsPrevious = cursors.length === state.page - 1;
  const previousPage = () => (knowsPrevious ? goTo(cursors.at(-1) ?? null, state.page - 1, cursors.slice(0, -1)) : goTo(null, 1, []));
  return { state, change, nextPage, previousPage, knowsPrevious };
}
