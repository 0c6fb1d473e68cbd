import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { FAULTS } from "./faults.ts";
import { plainText } from "./outer-ids.ts";
import { RecordFault } from "./text-file.ts";

/** An element: its local name, attributes, and children in their order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const ATTRIBUTES = ":@";
const TEXT = "#text";
const PREDEFINED = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi;

const node = z.record(z.string(), z.unknown());
const nodes = z.array(node);
const attributes = z.record(z.string(), z.unknown());

// Entities are left to us: those that XML itself knows and none that a file could declare.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

function decoded(text: string): string {
  return text.replaceAll(REFERENCE, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) {
      const known = PREDEFINED.get(name);
      if (known === undefined) throw new RecordFault(FAULTS.brokenXml);
      return known;
    }
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function toElement(raw: z.infer<typeof node>): XmlElement | string {
  const name = Object.keys(raw).find((key) => key !== ATTRIBUTES) ?? "";
  if (name === TEXT) return decoded(String(raw[name]));
  const given = attributes.safeParse(raw[ATTRIBUTES]);
  const pairs = given.success ? Object.entries(given.data).map(([key, value]) => [key, decoded(String(value))] as const) : [];
  return { name, attributes: new Map(pairs), children: nodes.parse(raw[name]).map(toElement) };
}

/** The root element of a text. @throws RecordFault when it is not well formed or uses an entity that XML does not know */
export function parseXml(text: string): XmlElement {
  if (XMLValidator.validate(text) !== true) throw new RecordFault(FAULTS.brokenXml);
  try {
    const root = nodes
      .parse(parser.parse(text))
      .map(toElement)
      .find((child) => typeof child !== "string");
    if (root !== undefined && typeof root !== "string") return root;
  } catch (error) {
    if (error instanceof RecordFault) throw error;
  }
  throw new RecordFault(FAULTS.brokenXml);
}

/** The children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).flatMap((child) => (typeof child !== "string" && child.name === name ? [child] : []));
}

/** The element that a path of names leads to, each the first of its name. */
export function elementAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => childrenOf(at, name)[0], element);
}

function allText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : allText(child))).join("");
}

/** The text inside the element that a path leads to, marks of form left out; undefined when there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  const found = elementAt(element, ...path);
  return found === undefined ? undefined : plainText(allText(found));
}
