/** A time in the reader's zone as `2026-11-22 08:05`; empty for what is no time. */
export function formatTime(iso: string | null | undefined): string {
  const date = new Date(iso ?? "");
  if (Number.isNaN(date.getTime())) return "";
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Today in the reader's zone as `2026-11-22`. */
export function today(now: Date = new Date()): string {
  return formatTime(now.toISOString()).slice(0, 10);
}

const DAY_MS = 86_400_000;

/** Whole days from one date to another, both `YYYY-MM-DD`; negative when the other lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
