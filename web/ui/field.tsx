import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId, useState } from "react";

interface Frame {
  label: string;
  /** Told beforehand: what is accepted here. */
  hint?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: string | null | undefined;
}

interface Wiring {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** Ids of the notes that a control has, for `aria-describedby`. */
export function describedBy(id: string, hint: ReactNode, error: Frame["error"]): string | undefined {
  return [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter((part) => part !== "").join(" ") || undefined;
}

/** What is accepted, and what is wrong with what was entered. */
export function FieldNotes({ id, hint, error }: { id: string; hint: ReactNode; error: Frame["error"] }) {
  return (
    <>
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

/** A label, a control, what is accepted, and what is wrong with what was entered. */
function FieldFrame({ label, hint, error, children }: Frame & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const described = describedBy(id, hint, error);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children({ id, "aria-describedby": described, "aria-invalid": error ? true : undefined })}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

type TextProps = Frame & Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className">;

/** One line of text, a date or a number. */
export function TextField({ label, hint, error, ...input }: TextProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(wiring) => <input className="input" {...input} {...wiring} />}
    </FieldFrame>
  );
}

/** A password, which can be shown while it is typed. */
export function PasswordField({ label, hint, error, showWord, hideWord, ...input }: TextProps & { showWord: string; hideWord: string }) {
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(wiring) => (
        <div className="input-group">
          <input className="input" autoCapitalize="none" spellCheck={false} {...input} type={shown ? "text" : "password"} {...wiring} />
          <button type="button" className="input-show" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? hideWord : showWord}
          </button>
        </div>
      )}
    </FieldFrame>
  );
}

/** Several lines of text. */
export function TextArea({ label, hint, error, ...input }: Frame & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "className">) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(wiring) => <textarea className="input input-area" rows={3} {...input} {...wiring} />}
    </FieldFrame>
  );
}

/** A choice of one. */
export function SelectField({
  label,
  hint,
  error,
  children,
  ...input
}: Frame & Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "className">) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(wiring) => (
        <select className="select" {...input} {...wiring}>
          {children}
        </select>
      )}
    </FieldFrame>
  );
}

type ChoiceProps<Value extends string> = Frame & {
  readonly options: readonly Value[];
  readonly wordOf: (value: Value) => string;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
};

/** A choice of one of a few known values. */
export function ChoiceField<Value extends string>({ label, hint, error, options, wordOf, value, onChoose }: ChoiceProps<Value>) {
  return (
    <SelectField
      label={label}
      hint={hint}
      error={error}
      value={value}
      onChange={(event) => onChoose(options.find((one) => one === event.target.value) ?? value)}
    >
      {options.map((one) => (
        <option key={one} value={one}>
          {wordOf(one)}
        </option>
      ))}
    </SelectField>
  );
}
