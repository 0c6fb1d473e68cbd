import type { OpenSession, Principal } from "./auth.types.ts";

/** Who a session speaks for; null while it is not fully signed in. */
export function principalOf({ session, account }: OpenSession): Principal | null {
  if (account === null || session.stage !== "SIGNED_IN") return null;
  return {
    id: account.id,
    name: account.displayName,
    role: account.role,
    via: "SESSION",
    sessionId: session.id,
    demo: account.demo,
    arbitraryOperations: false,
  };
}
