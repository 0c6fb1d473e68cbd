import { UndirectedGraph } from "graphology";
import { write } from "graphology-gexf/browser";
import { aboutLines, type ExportedNetwork } from "./exported-network.ts";

/** The writer misspells the address of the drawing part of GEXF 1.2, which independent readers go by. */
const WRONG_VIZ = "http:///www.gexf.net/1.1draft/viz";
const VIZ = "http://www.gexf.net/1.2draft/viz";

/** A network as GEXF 1.2: names, places, joint works, years and kinds of link. */
export function gexfOf({ people, links, about }: ExportedNetwork): string {
  const graph = new UndirectedGraph();
  graph.replaceAttributes({
    title: about.title,
    creator: "全球战略科学家人才地图",
    description: aboutLines(about)
      .map(([name, text]) => `${name}: ${text}`)
      .join("\n"),
  });
  for (const { id, name, x, y, pinned, degree } of people) graph.addNode(id, { label: name, x, y, degree, pinned });
  for (const { source, target, works, strength, links: kinds, firstYear, lastYear } of links)
    graph.addEdge(source, target, {
      weight: strength,
      works,
      kinds: kinds.join(" "),
      ...(firstYear === null ? {} : { firstYear }),
      ...(lastYear === null ? {} : { lastYear }),
    });
  return write(graph, { version: "1.2" }).replace(WRONG_VIZ, VIZ);
}
