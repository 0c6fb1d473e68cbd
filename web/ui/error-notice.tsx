import type { ReactNode } from "react";

/** What happened, what was kept, and what to do next. */
export function ErrorNotice({ title, detail, action }: { title: string; detail?: string; action?: ReactNode }) {
  return (
    <div className="notice notice-error" role="alert">
      <svg className="notice-mark" viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="18" />
        <path d="M20 11v11M20 28v.5" />
      </svg>
      <p className="notice-title">{title}</p>
      {detail && <p className="notice-detail">{detail}</p>}
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}
