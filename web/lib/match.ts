/** One reason for a match, as the server gives it. */
export interface MatchReason {
  field: string;
  text: string;
  /** Start of the highlight, in characters. */
  start: number;
  /** End of the highlight, exclusive. */
  end: number;
}

/** Text around and inside a highlight. Offsets outside the text are drawn in; an empty span highlights nothing. */
export function splitHighlight({ text, start, end }: Pick<MatchReason, "text" | "start" | "end">): {
  before: string;
  inside: string;
  after: string;
} {
  // The server counts characters as UTF-16 units, as JavaScript does.
  const from = Math.min(Math.max(start, 0), text.length);
  const to = Math.min(Math.max(end, from), text.length);
  return { before: text.slice(0, from), inside: text.slice(from, to), after: text.slice(to) };
}
