import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  title: string;
  closeLabel: string;
  onClose: () => void;
  /** Sheets of particulars are wider than questions, and stand at the side of a large screen. */
  kind?: "question" | "drawer";
  children: ReactNode;
}

/** A window over the page, open as long as it is rendered. Escape and the button close it; a press beside it does not, so that nothing typed is lost. */
export function Modal({ title, closeLabel, onClose, kind = "question", children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`modal modal-${kind}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="modal-head">
        <h2>{title}</h2>
        <button type="button" className="icon-button" aria-label={closeLabel} title={closeLabel} onClick={onClose}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m3 3 10 10M13 3 3 13" />
          </svg>
        </button>
      </div>
      <div className="modal-body">{children}</div>
    </dialog>
  );
}
