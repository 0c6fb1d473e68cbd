const DAY_MS = 86_400_000;

/** Whole days from one date to another, both `YYYY-MM-DD`; negative when the other lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** How near a due date is: `overdue` after it, `soon` within three days. */
export function urgencyOf(dueOn: string, today: string): "overdue" | "soon" | "later" {
  const days = daysBetween(today, dueOn);
  if (days < 0) return "overdue";
  return days <= 3 ? "soon" : "later";
}
