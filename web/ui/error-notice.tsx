import type { ReactNode } from "react";

/** What happened, what was kept, and what to do next. */
export function ErrorNotice({
  title,
  detail,
  action,
  page = false,
}: {
  title: string;
  detail?: string;
  action?: ReactNode /** Whether this is all there is on the page. */;
  page?: boolean;
}) {
  const Title = page ? "h1" : "p";
  return (
    <div className="notice notice-error" role="alert">
      <svg className="notice-mark" viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="20" cy="20" r="18" />
        <path d="M20 11v11M20 28v.5" />
      </svg>
      <Title className="notice-title">{title}</Title>
      {detail && <p className="notice-detail">{detail}</p>}
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}
