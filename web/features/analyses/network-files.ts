import { type CsvWords, csvOf } from "./export-csv.ts";
import { graphmlOf } from "./export-graphml.ts";
import { markedPng, markedSvg } from "./export-picture.ts";
import type { ExportedNetwork } from "./exported-network.ts";
import type { NetworkFormat } from "./send-analysis.ts";

/** A file to be saved. `part` says which table, when one network is two of them. */
export interface NetworkFile {
  readonly part: "people" | "links" | null;
  readonly ending: string;
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** What files are made of. */
export interface FileParts {
  readonly network: ExportedNetwork;
  /** The picture as it was taken from the screen; null for other formats. */
  readonly picture: Uint8Array | null;
  readonly svg: () => string;
  readonly words: CsvWords;
}

/** The files of a network in a format. What writes GEXF is fetched when it is first needed. */
export async function filesOf(format: NetworkFormat, { network, picture, svg, words }: FileParts): Promise<NetworkFile[]> {
  switch (format) {
    case "png":
      return [{ part: null, ending: "png", type: "image/png", content: markedPng(picture ?? new Uint8Array(), network.about) }];
    case "svg":
      return [{ part: null, ending: "svg", type: "image/svg+xml", content: markedSvg(svg(), network.about) }];
    case "gexf": {
      const { gexfOf } = await import("./export-gexf.ts");
      return [{ part: null, ending: "gexf", type: "application/gexf+xml", content: gexfOf(network) }];
    }
    case "graphml":
      return [{ part: null, ending: "graphml", type: "application/graphml+xml", content: graphmlOf(network) }];
    case "csv": {
      const { people, links } = csvOf(network, words);
      const csv = { ending: "csv", type: "text/csv;charset=utf-8" };
      return [
        { ...csv, part: "people", content: people },
        { ...csv, part: "links", content: links },
      ];
    }
  }
}
