import { daysBetween } from "../../lib/time.ts";

/** How near a due date is: `overdue` after it, `soon` within three days. */
export function urgencyOf(dueOn: string, today: string): "overdue" | "soon" | "later" {
  const days = daysBetween(today, dueOn);
  if (days < 0) return "overdue";
  return days <= 3 ? "soon" : "later";
}
