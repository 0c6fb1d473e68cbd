import { createHash } from "node:crypto";
import type { ExportSelection } from "./exports.types.ts";

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(canonical);
    return items.every((item) => typeof item === "string") ? items.sort() : items;
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}

/** The contract's default of `boundsView`, which GraphQL fills in and an address leaves out. */
const DRAWN_ON = "WORKPLACE";

/**
 * A selection as the parameters `query` and `filter` of an export's address. The same text for the same selection, whatever the order of
 * keys and values and whether defaults were written, so that an approval can be held against what is fetched.
 */
export function selectionText({ query, filter: given, people }: ExportSelection): string {
  if (people !== undefined) return networkText(people);
  const { boundsView, ...filter } = given ?? {};
  const drawn = filter.bounds || filter.lasso ? { boundsView: boundsView ?? DRAWN_ON } : {};
  return new URLSearchParams({ query: query?.trim() ?? "", filter: JSON.stringify(canonical({ ...filter, ...drawn })) }).toString();
}

/** The people of a network, in whatever order, as a hash: thousands of ids would be no text to keep. */
function networkText(people: readonly string[]): string {
  const sorted = [...new Set(people)].sort();
  return `network=${createHash("sha256").update(sorted.join("\n")).digest("hex")}`;
}

function lineText(filter: NonNullable<ExportSelection["filter"]>): string {
  return (filter.lasso ?? []).map(({ longitude, latitude }) => `${longitude},${latitude}`).join(";");
}

/** A selection as the address of the web app's list has it (web/lib/url-state.ts), for people to open and compare; of a network, which has no address, what {@link selectionText} gives. */
export function selectionAddress({ query, filter, people }: ExportSelection): string {
  if (people !== undefined) return networkText(people);
  const { birthYears, bounds, lasso, boundsView, ...plain } = filter ?? {};
  const entries: [string, string][] = [["q", query?.trim() ?? ""]];
  for (const [key, value] of Object.entries(plain)) if (value !== null && value !== undefined) entries.push([key, String(value)]);
  if (birthYears) entries.push(["born", `${birthYears.from ?? ""}-${birthYears.to ?? ""}`]);
  if (bounds) entries.push(["bounds", [bounds.west, bounds.south, bounds.east, bounds.north].join(",")]);
  entries.push(["lasso", lineText({ lasso })]);
  if (bounds || lasso) entries.push(["boundsView", boundsView ?? ""]);
  return new URLSearchParams(entries.filter(([, value]) => value !== "" && value !== "-")).toString();
}
