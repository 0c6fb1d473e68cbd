import type { ReactNode } from "react";

/** What a notice says and offers. */
export interface NoticeProps {
  title: string;
  detail?: ReactNode;
  action?: ReactNode;
  /** Whether this is all there is on the page, so that its title is the page's heading. */
  page?: boolean;
}

/** A centred notice: a mark, a title, and what can be done. Screens use `EmptyState` and `ErrorNotice`, which choose mark and role. */
export function Notice({
  role,
  className,
  mark,
  title,
  detail,
  action,
  page = false,
}: NoticeProps & { role: "status" | "alert"; className: string; mark: ReactNode }) {
  const Title = page ? "h1" : "p";
  return (
    <div className={className} role={role}>
      <svg className="notice-mark" viewBox="0 0 40 40" aria-hidden="true">
        {mark}
      </svg>
      <Title className="notice-title">{title}</Title>
      {detail && <div className="notice-detail">{detail}</div>}
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}
