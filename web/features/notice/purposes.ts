import type { Notice_RegistryQuery } from "../../gql/generated.ts";

type Line = Notice_RegistryQuery["dataRegistry"][number];

/** Fields that are processed for one purpose, on one basis and for one time. */
export interface Purpose extends Omit<Line, "field"> {
  readonly fields: readonly string[];
}

/** The lines of the registry put together by purpose, basis and time, in their order. */
export function purposesOf(lines: readonly Line[]): Purpose[] {
  const found = new Map<string, { line: Line; fields: string[] }>();
  for (const line of lines) {
    const key = JSON.stringify([line.purposeZh, line.fieldClass, line.lawfulBasis, line.retentionDays]);
    const entry = found.get(key) ?? { line, fields: [] };
    entry.fields.push(line.field);
    found.set(key, entry);
  }
  return [...found.values()].map(({ line: { field: _field, ...rest }, fields }) => ({ ...rest, fields }));
}
