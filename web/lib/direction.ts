import type { Fields_AllQuery } from "../gql/generated.ts";

/** The four science directions. */
export type Direction = "information" | "life" | "matter" | "space";

type Field = Fields_AllQuery["fields"][number];

/** Official names of the four directions (四大科学方向), by which a field of that scheme is recognised. */
const BY_NAME: Readonly<Record<string, Direction>> = { 信息科学: "information", 生命科学: "life", 物质科学: "matter", 空天科学: "space" };

/** @returns the direction a field is, or null for technologies and topics */
export function directionOf(field: { scheme: string; nameZh: string }): Direction | null {
  return field.scheme === "SCIENCE_DIRECTION" ? (BY_NAME[field.nameZh] ?? null) : null;
}

/** A direction with the field that names it. */
export interface DirectionField {
  direction: Direction;
  field: Field;
}

/**
 * The directions that fields lie under, each once, in the order of the four.
 * @param all every field with what is directly broader
 */
export function directionsOver(all: readonly Field[], ids: readonly string[]): DirectionField[] {
  const byId = new Map(all.map((field) => [field.id, field]));
  const seen = new Set<string>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(byId.get(id)?.broader ?? []).map((broader) => broader.id));
  }
  const order: readonly Direction[] = ["information", "life", "matter", "space"];
  return [...seen]
    .flatMap((id) => {
      const field = byId.get(id);
      const direction = field ? directionOf(field) : null;
      return field && direction ? [{ direction, field }] : [];
    })
    .sort((one, other) => order.indexOf(one.direction) - order.indexOf(other.direction));
}
