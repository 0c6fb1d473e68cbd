import type { AboutNetwork } from "./exported-network.ts";
import { aboutLines } from "./exported-network.ts";
import { xmlText } from "./xml-text.ts";

/** A picture in SVG that says in itself what it shows and who took it. @throws Error when the text is no SVG document */
export function markedSvg(svg: string, about: AboutNetwork): string {
  const opening = /<svg\b[^>]*>/.exec(svg);
  if (opening === null) throw new Error("What the screen gave is no SVG document.");
  const end = opening.index + opening[0].length;
  const told = aboutLines(about)
    .map(([name, text]) => `${name}: ${text}`)
    .join("\n");
  return `${svg.slice(0, end)}<metadata>${xmlText(told)}</metadata>${svg.slice(end)}`;
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10] as const;
/** Length, kind, and the 13 bytes of the first chunk with their check (PNG specification §11.2.1). */
const HEADER_END = SIGNATURE.length + 4 + 4 + 13 + 4;

/** The check of a chunk: CRC-32 over its kind and data (PNG specification, annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** An uncompressed text chunk in UTF-8: keyword, no compression, no language. */
function textChunk(keyword: string, text: string): Uint8Array {
  const encoder = new TextEncoder();
  const body = [...encoder.encode("iTXt"), ...encoder.encode(keyword), 0, 0, 0, 0, 0, ...encoder.encode(text)];
  const chunk = new Uint8Array(4 + body.length + 4);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(4 + body.length, crc32(chunk.subarray(4, 4 + body.length)));
  return chunk;
}

/** A picture in PNG that says in itself, where programs show a picture's properties, what it shows and who took it. @throws Error when it is no PNG */
export function markedPng(png: Uint8Array, about: AboutNetwork): Uint8Array<ArrayBuffer> {
  if (png.length < HEADER_END || SIGNATURE.some((byte, at) => png[at] !== byte)) throw new Error("What the screen gave is no PNG.");
  const chunks = [textChunk("Title", about.title), textChunk("Description", about.conditions), textChunk("Copyright", about.watermark)];
  const marked = new Uint8Array(png.length + chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  marked.set(png.subarray(0, HEADER_END));
  let at = HEADER_END;
  for (const chunk of chunks) {
    marked.set(chunk, at);
    at += chunk.length;
  }
  marked.set(png.subarray(HEADER_END), at);
  return marked;
}
