import type { IntroductionLink } from "../../gql/generated.ts";
import type { ShownPerson } from "../../lib/explorer-api.ts";
import type { NetworkView } from "../../lib/network-view.ts";

/** A person as a file holds them. */
export interface ExportedPerson {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly pinned: boolean;
  /** Pairs of this network that the person is in. */
  readonly degree: number;
}

/** A pair as a file holds it. */
export interface ExportedLink {
  readonly source: string;
  readonly target: string;
  readonly works: number;
  readonly strength: number;
  readonly links: readonly IntroductionLink[];
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** A network as every file tells it. Texts hold nothing that XML cannot. */
export interface ExportedNetwork {
  readonly people: readonly ExportedPerson[];
  readonly links: readonly ExportedLink[];
  readonly about: AboutNetwork;
}

/** What a file says about itself. */
export interface AboutNetwork {
  readonly title: string;
  /** Filters, in words. */
  readonly conditions: string;
  /** When the data was read, ISO. */
  readonly dataDate: string;
  /** Who took it out, as the server worded it. */
  readonly watermark: string;
  /** When it was taken out, ISO. */
  readonly at: string;
}

/** Characters that XML 1.0 does not have (W3C XML 1.0 §2.2), lone surrogates among them. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text without characters that no file can hold. */
export function plainText(text: string): string {
  return text.replaceAll(NOT_IN_XML, "");
}

function plainAbout({ title, conditions, dataDate, watermark, at }: AboutNetwork): AboutNetwork {
  return { title: plainText(title), conditions: plainText(conditions), dataDate, watermark: plainText(watermark), at };
}

/** What is on the screen: the people shown, under their names there, and the pairs among them. */
export function exportedNetwork(view: NetworkView, shown: readonly ShownPerson[], about: AboutNetwork): ExportedNetwork {
  const names = new Map(shown.map(({ id, name }) => [id, name]));
  const edges = view.edges.filter(({ source, target }) => names.has(source) && names.has(target));
  const degrees = new Map<string, number>();
  for (const id of edges.flatMap(({ source, target }) => [source, target])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const people = view.nodes.flatMap(({ id, x, y, pinned = false }) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name: plainText(name), x, y, pinned, degree: degrees.get(id) ?? 0 }];
  });
  const links = edges.map(({ firstYear = null, lastYear = null, ...edge }) => ({ ...edge, firstYear, lastYear }));
  return { people, links, about: plainAbout(about) };
}

/** The lines that every file of text holds about itself. */
export function aboutLines({ title, conditions, dataDate, watermark, at }: AboutNetwork): readonly (readonly [string, string])[] {
  return [
    ["title", title],
    ["conditions", conditions],
    ["data date", dataDate],
    ["exported at", at],
    ["watermark", watermark],
  ];
}
