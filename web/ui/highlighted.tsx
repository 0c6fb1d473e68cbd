/** A text with one part marked. */
export function Highlighted({ before, inside, after }: { before: string; inside: string; after: string }) {
  return (
    <span>
      {before}
      {inside && <mark>{inside}</mark>}
      {after}
    </span>
  );
}
