import type { IntroductionLink } from "../../gql/generated.ts";
import { safeCell } from "../../lib/safe-cell.ts";
import type { AboutNetwork, ExportedNetwork } from "./exported-network.ts";

/** Words of the two tables, in the language of the screen. */
export interface CsvWords {
  readonly people: readonly [id: string, name: string, degree: string, x: string, y: string, pinned: string];
  readonly links: readonly [
    source: string,
    sourceName: string,
    target: string,
    targetName: string,
    kinds: string,
    works: string,
    first: string,
    last: string,
    strength: string,
  ];
  readonly yes: string;
  readonly notes: { readonly title: string; readonly conditions: string; readonly dataDate: string; readonly watermark: string };
  readonly kind: (link: IntroductionLink) => string;
}

type Cell = string | number | null;
const BYTE_ORDER_MARK = "\uFEFF";

/** A number stays one, since no number starts a formula that reads anything; every text is made safe. */
function cell(value: Cell): string {
  if (value === null) return "";
  const text = typeof value === "number" ? String(value) : safeCell(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function notes(about: AboutNetwork, words: CsvWords["notes"]): Cell[][] {
  return [
    [`# ${words.title}`, about.title],
    [`# ${words.conditions}`, about.conditions],
    [`# ${words.dataDate}`, about.dataDate],
    [`# ${words.watermark}`, about.watermark],
  ];
}

/** A network as two tables in CSV: UTF-8 with a byte-order mark, rows, then lines starting with `#` that say what it is and, last, who took it. */
export function csvOf({ people, links, about }: ExportedNetwork, words: CsvWords): { readonly people: string; readonly links: string } {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const peopleRows = people.map(({ id, name, degree, x, y, pinned }) => [id, name, degree, x, y, pinned ? words.yes : ""]);
  const linkRows = links.map(({ source, target, links: kinds, works, firstYear, lastYear, strength }) => [
    source,
    names.get(source) ?? "",
    target,
    names.get(target) ?? "",
    kinds.map(words.kind).join(" "),
    works,
    firstYear,
    lastYear,
    strength,
  ]);
  return {
    people: csv([words.people, ...peopleRows, ...notes(about, words.notes)]),
    links: csv([words.links, ...linkRows, ...notes(about, words.notes)]),
  };
}
