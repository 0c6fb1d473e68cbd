import { Notice, type NoticeProps } from "./notice.tsx";

const EXCLAMATION = (
  <>
    <circle cx="20" cy="20" r="18" />
    <path d="M20 11v11M20 28v.5" />
  </>
);

/** What happened, what was kept, and what to do next. */
export function ErrorNotice(props: NoticeProps) {
  return <Notice {...props} role="alert" className="notice notice-error" mark={EXCLAMATION} />;
}
