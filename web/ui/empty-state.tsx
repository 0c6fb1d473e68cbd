import type { ReactNode } from "react";

/** Says why there is nothing and offers the step that would change it. */
export function EmptyState({
  title,
  detail,
  action,
  page = false,
}: {
  title: string;
  detail?: ReactNode;
  action?: ReactNode /** Whether this is all there is on the page. */;
  page?: boolean;
}) {
  const Title = page ? "h1" : "p";
  return (
    <div className="notice" role="status">
      <svg className="notice-mark" viewBox="0 0 40 40" aria-hidden="true">
        <circle cx="18" cy="18" r="11" />
        <path d="M26.5 26.5 35 35M13 18h10" />
      </svg>
      <Title className="notice-title">{title}</Title>
      {detail && <div className="notice-detail">{detail}</div>}
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}
