/** What the tabs of one browser tell each other; they share one cookie, and nothing about it is kept in web storage. */
export type TabMessage =
  | { readonly kind: "active" }
  | { readonly kind: "ended" }
  /** Who is signed in, and as what. */
  | { readonly kind: "viewer"; readonly who: string };

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("session");

function isMessage(data: unknown): data is TabMessage {
  if (typeof data !== "object" || data === null || !("kind" in data)) return false;
  return data.kind === "active" || data.kind === "ended" || (data.kind === "viewer" && "who" in data && typeof data.who === "string");
}

/** Tells the other tabs. */
export function tellTabs(message: TabMessage): void {
  channel?.postMessage(message);
}

/** Listens to the other tabs; returns what stops it. */
export function listenToTabs(listener: (message: TabMessage) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>) => {
    if (isMessage(event.data)) listener(event.data);
  };
  channel?.addEventListener("message", onMessage);
  return () => channel?.removeEventListener("message", onMessage);
}
