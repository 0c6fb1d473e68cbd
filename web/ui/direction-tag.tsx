/** A coloured tag whose letter says the same as its colour. */
export function DirectionTag({ direction, letter, label }: { direction: string; letter: string; label: string }) {
  return (
    <span className={`direction direction-${direction}`}>
      <span className="direction-letter" aria-hidden="true">
        {letter}
      </span>
      {label}
    </span>
  );
}
