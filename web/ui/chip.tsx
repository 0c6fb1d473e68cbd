/** A condition that can be taken away. */
export function Chip({
  label,
  detail,
  removeLabel,
  tone = "plain",
  onRemove,
}: {
  label: string;
  detail?: string;
  removeLabel: string;
  tone?: "plain" | "understood";
  onRemove: () => void;
}) {
  return (
    <span className={`chip chip-${tone}`}>
      <span className="chip-text" title={detail}>
        {label}
      </span>
      <button type="button" className="chip-remove" aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d="m3 3 6 6M9 3 3 9" />
        </svg>
      </button>
    </span>
  );
}
