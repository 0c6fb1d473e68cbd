/** The four science directions. */
export type Direction = "information" | "life" | "matter" | "space";

/** Official names of the four directions (四大科学方向), by which a field of that scheme is recognised. */
const BY_NAME: Readonly<Record<string, Direction>> = { 信息科学: "information", 生命科学: "life", 物质科学: "matter", 空天科学: "space" };

/** @returns the direction a field is, or null for technologies and topics */
export function directionOf(field: { scheme: string; nameZh: string }): Direction | null {
  return field.scheme === "SCIENCE_DIRECTION" ? (BY_NAME[field.nameZh] ?? null) : null;
}
