import { useId } from "react";
import { describedBy, FieldNotes } from "../../ui/field.tsx";

interface Props<Value extends string> {
  readonly legend: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly options: readonly Value[];
  readonly wordOf: (value: Value) => string;
  /** Columns on a phone. */
  readonly columns: 2 | 3;
  readonly chosen: readonly Value[];
  readonly several?: boolean;
  readonly onChoose: (value: Value) => void;
}

/** Choices large enough for a thumb; of one, or of several. */
export function Choices<Value extends string>(props: Props<Value>) {
  const { legend, hint, error, options, wordOf, columns, chosen, several = false, onChoose } = props;
  const id = useId();
  const described = describedBy(id, hint, error);
  return (
    <fieldset className="choices" aria-describedby={described} data-invalid={error ? true : undefined}>
      <legend className="field-label">{legend}</legend>
      <div className="choices-grid" data-columns={columns}>
        {options.map((option) => (
          <label key={option} className="choice">
            <input
              type={several ? "checkbox" : "radio"}
              name={id}
              checked={chosen.includes(option)}
              onChange={() => onChoose(option)}
              aria-describedby={described}
            />
            <span>{wordOf(option)}</span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
