import type { ReactNode } from "react";

/** Says why there is nothing and offers the step that would change it. */
export function EmptyState({ title, detail, action }: { title: string; detail?: ReactNode; action?: ReactNode }) {
  return (
    <div className="notice" role="status">
      <svg className="notice-mark" viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="18" cy="18" r="11" />
        <path d="M26.5 26.5 35 35M13 18h10" />
      </svg>
      <p className="notice-title">{title}</p>
      {detail && <div className="notice-detail">{detail}</div>}
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}
