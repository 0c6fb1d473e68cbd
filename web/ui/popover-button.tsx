import { type ReactNode, useCallback, useRef, useState } from "react";
import { useDismiss } from "./use-dismiss.ts";

interface Props {
  /** What the button shows. */
  label: ReactNode;
  /** Name of the panel, and of the button when it shows no words. */
  title: string;
  className?: string;
  align?: "left" | "right";
  disabled?: boolean;
  /** The panel; call `close` after a choice. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel beneath itself. Escape or a press elsewhere closes it. */
export function PopoverButton({ label, title, className = "button", align = "right", disabled = false, children }: Props) {
  const [open, setOpen] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const close = useCallback(() => setOpen(false), []);
  useDismiss(open, host, close);
  return (
    <div className="popover-host" ref={host}>
      <button
        type="button"
        className={className}
        aria-expanded={open}
        aria-haspopup="dialog"
        aria-label={typeof label === "string" ? undefined : title}
        title={title}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div className={`popover popover-${align}`} role="dialog" aria-label={title}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
