import neo4j, { type Driver, type Record as DriverRecord } from "neo4j-driver";
import { z } from "zod";
import { InternalError } from "../shared/errors.ts";

/** One record of a result by column name, in plain JavaScript values. */
export type Row = Readonly<Record<string, unknown>>;
/** Parameters of a statement. Whole numbers are sent as Cypher integers, other numbers as floats. */
export type Parameters = Readonly<Record<string, unknown>>;
/** A WGS84 point in degrees. */
export interface LonLat {
  readonly longitude: number;
  readonly latitude: number;
}

/** Shape of a point in a row, for use inside the row shapes of repositories. */
export const lonLat = z.object({ longitude: z.number(), latitude: z.number() });

const WGS84 = 4326;

/** A point as a parameter. */
export function toPoint(place: LonLat): unknown {
  return new neo4j.types.Point(neo4j.int(WGS84), place.longitude, place.latitude);
}

function isTemporal(value: object): boolean {
  return (
    neo4j.isDate(value) ||
    neo4j.isDateTime(value) ||
    neo4j.isLocalDateTime(value) ||
    neo4j.isTime(value) ||
    neo4j.isLocalTime(value) ||
    neo4j.isDuration(value)
  );
}

function mapValues(value: object, convert: (inner: unknown) => unknown): Record<string, unknown> {
  const mapped: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) mapped[key] = convert(inner);
  return mapped;
}

/**
 * A value of the driver in plain JavaScript: integers as numbers, points as {@link LonLat}, temporal values in ISO 8601,
 * nodes and relationships as their properties, null as null.
 */
export function toPlain(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (neo4j.isInt(value)) return value.toNumber();
  if (neo4j.isPoint(value)) return { longitude: value.x, latitude: value.y };
  if (isTemporal(value)) return String(value);
  if (neo4j.isNode(value) || neo4j.isRelationship(value)) return mapValues(value.properties, toPlain);
  return mapValues(value, toPlain);
}

/** A record of the driver as a plain row. */
export function toRow(record: DriverRecord): Row {
  const row: Record<string, unknown> = {};
  for (const key of record.keys) row[String(key)] = toPlain(record.get(key));
  return row;
}

/** Parameters for the driver: whole numbers become Cypher integers (the driver would send floats), undefined becomes null. */
export function toParameters(value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "number") return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(toParameters);
  return Object.getPrototypeOf(value) === Object.prototype ? mapValues(value, toParameters) : value;
}

/** {@link toParameters} for the map of a statement. The one cast: a plain object stays one. */
export function toParameterMap(parameters: Parameters): Record<string, unknown> {
  return toParameters({ ...parameters }) as Record<string, unknown>;
}

/**
 * The rows in the shape that a repository expects.
 * @throws InternalError when a row does not fit, because then the statement and the shape disagree
 */
export function decodeRows<T>(shape: z.ZodType<T>, rows: readonly Row[]): T[] {
  const decoded = z.array(shape).safeParse(rows);
  if (!decoded.success) throw new InternalError({ cause: decoded.error });
  return decoded.data;
}

/** A database of a driver: what repositories are made with. */
export interface Database {
  readonly driver: Driver;
  readonly database: string;
}
