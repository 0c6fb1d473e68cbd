/** The year of a partial date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), or null when there is none. */
export function yearOf(date: string | null | undefined): number | null {
  const match = /^(\d{4})(?:-\d{2}){0,2}$/.exec(date ?? "");
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** The day of a time, `YYYY-MM-DD` in UTC. */
function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** China has had one time, UTC+8 without summer time, since 1991. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The day of a time in China (Asia/Shanghai), `YYYY-MM-DD`: days of the office's work, such as when a contact was made or a claim lapses. */
export function chinaDayOf(time: Date): string {
  return dayOf(new Date(time.getTime() + CHINA_OFFSET_MS));
}

/** The time at which a day, `YYYY-MM-DD`, begins in China (Asia/Shanghai). */
export function chinaDayStart(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - CHINA_OFFSET_MS);
}

/** The hour of a time in China (Asia/Shanghai), 0 to 23. */
export function chinaHourOf(time: Date): number {
  return new Date(time.getTime() + CHINA_OFFSET_MS).getUTCHours();
}

/** Whether a text is a real day, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(new Date(text)) === text;
}

/** Whether a text is a real day, `YYYY-MM-DD`, not after `today`. */
export function isDayUpTo(text: string, today: string): boolean {
  return isDay(text) && text <= today;
}

/** The day some days after a day, both `YYYY-MM-DD`. */
export function daysAfter(day: string, days: number): string {
  return dayOf(new Date(Date.parse(day) + days * 86_400_000));
}

/** Whether two partial dates can both be true: they are equal, or one is the year or month of the other. */
export function datesAgree(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}
