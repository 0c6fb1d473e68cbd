import { Notice, type NoticeProps } from "./notice.tsx";

const GLASS = (
  <>
    <circle cx="18" cy="18" r="11" />
    <path d="M26.5 26.5 35 35M13 18h10" />
  </>
);

/** Says why there is nothing and offers the step that would change it. */
export function EmptyState(props: NoticeProps) {
  return <Notice {...props} role="status" className="notice" mark={GLASS} />;
}
