/** The year of a partial date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), or null when there is none. */
export function yearOf(date: string | null | undefined): number | null {
  const match = /^(\d{4})(?:-\d{2}){0,2}$/.exec(date ?? "");
  return match?.[1] === undefined ? null : Number(match[1]);
}
