import type { StagePaints } from "./looks.ts";

/** A picture as shapes, in pixels. */
export interface SvgPicture {
  readonly width: number;
  readonly height: number;
  readonly paints: StagePaints;
  readonly lines: readonly { x1: number; y1: number; x2: number; y2: number; width: number; colour: string }[];
  readonly circles: readonly { x: number; y: number; radius: number; colour: string }[];
  readonly texts: readonly { text: string; x: number; y: number }[];
}

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

function escaped(text: string): string {
  // Signs that no XML document may hold come with names of strange sources.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? "");
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The picture as an SVG document of its own. */
export function svgOf({ width, height, paints, lines, circles, texts }: SvgPicture): string {
  const shapes = [
    `<rect width="100%" height="100%" fill="${paints.surface}"/>`,
    ...lines.map(
      ({ x1, y1, x2, y2, width: stroke, colour }) =>
        `<line x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}" stroke="${colour}" stroke-width="${number(stroke)}"/>`,
    ),
    ...circles.map(({ x, y, radius, colour }) => `<circle cx="${number(x)}" cy="${number(y)}" r="${number(radius)}" fill="${colour}"/>`),
    ...texts.map(
      ({ text, x, y }) =>
        `<text x="${number(x)}" y="${number(y)}" fill="${paints.text}" stroke="${paints.halo}" stroke-width="3" paint-order="stroke">${escaped(text)}</text>`,
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}" font-family="${escaped(paints.font)}" font-size="12">
${shapes.join("\n")}
</svg>
`;
}
