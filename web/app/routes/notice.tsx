import { NoticePage } from "../../features/notice/notice-page.tsx";

/** The privacy notice. */
export function NoticeRoute() {
  return <NoticePage />;
}
