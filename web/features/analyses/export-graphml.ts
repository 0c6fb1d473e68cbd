import { aboutLines, type ExportedNetwork } from "./exported-network.ts";
import { xmlText } from "./xml-text.ts";

type Kind = "string" | "double" | "int" | "boolean";

const PERSON_KEYS: readonly (readonly [string, Kind])[] = [
  ["name", "string"],
  ["degree", "int"],
  ["x", "double"],
  ["y", "double"],
  ["pinned", "boolean"],
];
const LINK_KEYS: readonly (readonly [string, Kind])[] = [
  ["works", "int"],
  ["strength", "double"],
  ["kinds", "string"],
  ["firstYear", "int"],
  ["lastYear", "int"],
];

function keys(of: "node" | "edge", known: readonly (readonly [string, Kind])[]): string[] {
  return known.map(([name, kind]) => `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${kind}"/>`);
}

function data(of: "node" | "edge", values: Readonly<Record<string, string | number | boolean | null>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === null ? [] : [`<data key="${of}-${name}">${xmlText(String(value))}</data>`]))
    .join("");
}

/** A network as GraphML, with what it is and who took it as data of the graph. */
export function graphmlOf({ people, links, about }: ExportedNetwork): string {
  const lines = aboutLines(about);
  const graphKeys = lines.map(([name], at) => `  <key id="graph-${at}" for="graph" attr.name="${name}" attr.type="string"/>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...graphKeys,
    ...keys("node", PERSON_KEYS),
    ...keys("edge", LINK_KEYS),
    '  <graph id="network" edgedefault="undirected">',
    ...lines.map(([, text], at) => `    <data key="graph-${at}">${xmlText(text)}</data>`),
    ...people.map(({ id, ...values }) => `    <node id="${xmlText(id)}">${data("node", values)}</node>`),
    ...links.map(
      ({ source, target, links: kinds, ...values }, at) =>
        `    <edge id="e${at}" source="${xmlText(source)}" target="${xmlText(target)}">${data("edge", { ...values, kinds: kinds.join(" ") })}</edge>`,
    ),
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}
