/** One particular of a record, as it is shown. */
export interface Particular {
  /** Path within the particulars, such as `filter.tiers`. */
  readonly name: string;
  readonly value: string;
}

/** A value that an action changed. */
export interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "—";
  if (Array.isArray(value) && value.every((part) => typeof part !== "object")) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function flatten(value: unknown, path: string): Particular[] {
  if (!isObject(value)) return [{ name: path, value: textOf(value) }];
  return Object.entries(value).flatMap(([key, below]) => flatten(below, path ? `${path}.${key}` : key));
}

/**
 * Reads the particulars of a record: what changed from what to what, and everything else.
 * @param detail JSON text; a text that is none is shown as it is
 */
export function readDetail(detail: string): { changes: Change[]; particulars: Particular[] } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(detail);
  } catch {
    return { changes: [], particulars: detail === "" ? [] : [{ name: "", value: detail }] };
  }
  if (!isObject(parsed)) return { changes: [], particulars: flatten(parsed, "") };
  // A date or state before which something was done is no change: that takes an after.
  if (!("after" in parsed)) return { changes: [], particulars: flatten(parsed, "").filter(({ name }) => name !== "") };
  const { before, after, ...rest } = parsed;
  const particulars = flatten(rest, "").filter(({ name }) => name !== "");
  if (!isObject(before) && !isObject(after)) {
    return { changes: [{ name: "", before: textOf(before), after: textOf(after) }], particulars };
  }
  const was = isObject(before) ? before : {};
  const is = isObject(after) ? after : {};
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return { changes: names.map((name) => ({ name, before: textOf(was[name]), after: textOf(is[name]) })), particulars };
}
