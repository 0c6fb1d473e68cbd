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
