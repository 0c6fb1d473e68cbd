import type { FieldScheme } from "../../graphql/generated.ts";
import type { FieldModel } from "./scientists.types.ts";

/**
 * Fields in the order of `schemes`, and within a scheme each after all that are broader; otherwise in the given order.
 * A circle of fields, which would be an error of the data, ends where it began.
 */
export function broaderFirst(fields: readonly FieldModel[], schemes: readonly FieldScheme[]): FieldModel[] {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const placed = new Set<string>();
  const ordered: FieldModel[] = [];
  const place = (field: FieldModel): void => {
    if (placed.has(field.id)) return;
    placed.add(field.id);
    for (const id of field.broaderIds) {
      const broader = byId.get(id);
      if (broader?.scheme === field.scheme) place(broader);
    }
    ordered.push(field);
  };
  for (const scheme of schemes) for (const field of fields) if (field.scheme === scheme) place(field);
  return ordered;
}
