/** The dates of an employment or schooling. */
export interface Dated {
  from?: string | null;
  to?: string | null;
  asOf?: string | null;
  current?: boolean;
}

/** How to word a span: the key of the sentence and its values; null when nothing is known. */
export function spanWords(
  dated: Dated,
): { key: "current" | "span" | "from" | "to" | "asOf"; from: string; to: string; date: string } | null {
  const { from, to, asOf, current } = dated;
  const words = (key: "current" | "span" | "from" | "to" | "asOf", date: string) => ({ key, from: from ?? "", to: to ?? "", date });
  if (from && to) return from === to ? words("to", to) : words("span", to);
  if (from) return words("from", from);
  if (to) return words("to", to);
  if (asOf) return words("asOf", asOf);
  return current ? words("current", "") : null;
}
