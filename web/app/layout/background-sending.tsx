import { lazy, Suspense, useEffect, useState } from "react";
import { hasDatabase, REFERRALS_DATABASE } from "../../lib/browser-database.ts";
import { useMay, useSession } from "../../lib/session.ts";

const SendWaiting = lazy(async () => ({ default: (await import("../../features/referrals/send-waiting.tsx")).SendWaiting }));

/** Sends the referrals that wait in this browser, from whatever page; who has none loads nothing for it. */
export function BackgroundSending() {
  const { offline } = useSession().session;
  const may = useMay("REFER");
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (may && !offline) void hasDatabase(REFERRALS_DATABASE).then(setWaiting);
  }, [may, offline]);
  return (
    waiting && (
      <Suspense>
        <SendWaiting />
      </Suspense>
    )
  );
}
