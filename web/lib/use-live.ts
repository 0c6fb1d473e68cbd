import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMay, useSession } from "./session.ts";

/** Names of the operations whose answers change when somebody works; everything else on the map stays as it was read. */
const WORK = /^(?:Pipeline|Referrals|Contributions|Introductions)_/;

/** Asks again for all work on screen. @returns when the new answers are there */
export function renewWork(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ predicate: ({ queryKey: [name] }) => typeof name === "string" && WORK.test(name) });
}

/**
 * Keeps the work that is on screen as it is on the server: asks again whenever the server says that somebody changed something. A page that
 * is put away lets go of its connection, for a browser has few of them, and asks again when it is looked at.
 */
export function useLive(): void {
  const client = useQueryClient();
  const { offline } = useSession().session;
  const concerned = useMay("WORK_PIPELINE", "REFER") && !offline;
  useEffect(() => {
    if (!concerned) return;
    let source: EventSource | null = null;
    const renew = () => void renewWork(client);
    const listen = () => {
      let opened = false;
      source = new EventSource("/live");
      source.addEventListener("work", renew);
      source.addEventListener("open", () => {
        // What happened while the connection was broken was told to nobody.
        if (opened) renew();
        opened = true;
      });
    };
    const follow = () => {
      if (document.hidden) {
        source?.close();
        source = null;
      } else if (source === null) {
        listen();
        renew();
      }
    };
    if (!document.hidden) listen();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      source?.close();
    };
  }, [client, concerned]);
}
