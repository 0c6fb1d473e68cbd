import type { Exports_RequestFragment } from "../../gql/generated.ts";
import { parseSelection, type Selection, toSearch, writeSelection } from "../../lib/url-state.ts";

/** A selection as text, the same however it was written. */
export function selectionText(selection: Selection): string {
  return toSearch(writeSelection(selection));
}

/** Whether an export request is of a network, which is exported where it is on the screen. */
export function isNetwork(text: string | undefined): boolean {
  return text?.startsWith("network=") === true;
}

/** Reads the selection of an export request, written as in the address of the list. */
export function selectionOf(text: string): Selection {
  return parseSelection(new URLSearchParams(text.slice(text.indexOf("?") + 1)));
}

/** The viewer's own latest request for a selection that still stands: undecided, or approved and not fetched yet. */
export function standingRequest(requests: readonly Exports_RequestFragment[], selection: Selection): Exports_RequestFragment | undefined {
  const wanted = selectionText(selection);
  return requests.find(
    ({ own, status, selection: text }) =>
      own &&
      (status === "PENDING" || status === "APPROVED") &&
      text !== undefined &&
      !isNetwork(text) &&
      selectionText(selectionOf(text)) === wanted,
  );
}
