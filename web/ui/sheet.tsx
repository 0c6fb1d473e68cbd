import type { ReactNode, Ref } from "react";

/** A modal sheet over the page; open it with `showModal`. Escape, the button and a press beside it close it. */
export function Sheet({
  ref,
  title,
  closeLabel,
  foot,
  children,
}: {
  ref: Ref<HTMLDialogElement>;
  title: string;
  closeLabel: string;
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the press is for the backdrop only
    <dialog
      ref={ref}
      className="sheet"
      aria-label={title}
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <div className="sheet-box">
        <div className="sheet-head">
          <h2>{title}</h2>
          <form method="dialog">
            <button type="submit" className="button button-quiet">
              {closeLabel}
            </button>
          </form>
        </div>
        <div className="sheet-body">{children}</div>
        {foot && <div className="sheet-foot">{foot}</div>}
      </div>
    </dialog>
  );
}
