import type { FormEvent, ReactNode } from "react";

interface Props {
  /** What went wrong with the whole form; what was typed stays. */
  error?: string | null | undefined;
  /** Word on the button. */
  submit: string;
  /** Word on the button while the server is asked. */
  busyWord?: string;
  busy?: boolean;
  /** Whether the button does something that cannot be undone. */
  danger?: boolean;
  onSubmit: () => void;
  /** Stands beside the button. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A form that is checked and sent by script. Its button stays in place; a second press while the first is under way does nothing. */
export function Form({ error, submit, busyWord, busy = false, danger = false, onSubmit, aside, children }: Props) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form className="form" noValidate onSubmit={send} aria-busy={busy}>
      {children}
      <div role="alert" className="form-alert">
        {error && <p className="form-error">{error}</p>}
      </div>
      <div className="form-foot">
        <button type="submit" className={`button button-primary${danger ? " button-danger" : ""}`} aria-disabled={busy}>
          {busy && busyWord ? busyWord : submit}
        </button>
        {aside}
      </div>
    </form>
  );
}
