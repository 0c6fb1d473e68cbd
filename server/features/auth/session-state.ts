import type { Viewer } from "../../graphql/generated.ts";
import { capabilitiesOf } from "../rights/index.ts";
import type { LinkPurpose, OpenSession, Stage } from "./auth.types.ts";
import type { AuthRoom } from "./auth-room.ts";
import { principalOf } from "./principal.ts";

/** How far a browser has come: the answer of `GET /auth/session` and of every success below `/auth`. */
export interface SessionState {
  readonly state: "SIGNED_OUT" | Stage;
  readonly viewer: Viewer | null;
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly displayName: string;
    readonly secondFactor: boolean;
    readonly recoveryCodesLeft: number;
  } | null;
  /** What the one-time link was for, while the browser is on the way that it opened. */
  readonly link: LinkPurpose | null;
  readonly trialDesk: boolean;
  readonly oidc: { readonly label: string } | null;
  readonly idleMinutes: number;
  readonly notice: { readonly version: string | null; readonly accepted: boolean };
}

/** The state of a browser; null is one without a session. */
export function sessionStateOf(room: AuthRoom, browser: OpenSession | null, trialDesk: boolean): SessionState {
  const { idleMinutes, oidc } = room.settings;
  const version = room.noticeVersion();
  const principal = browser === null ? null : principalOf(browser);
  const account = browser?.account ?? null;
  return {
    state: browser?.session.stage ?? "SIGNED_OUT",
    viewer: principal && {
      id: principal.id,
      name: principal.name,
      role: principal.role,
      demo: principal.demo,
      capabilities: capabilitiesOf(principal.role),
    },
    account: account && {
      id: account.id,
      name: account.name,
      displayName: account.displayName,
      secondFactor: account.totpSecret !== null,
      recoveryCodesLeft: account.recoveryHashes.length,
    },
    link: browser?.session.link ?? null,
    trialDesk,
    oidc: oidc && { label: oidc.label },
    idleMinutes,
    notice: { version, accepted: version === null || account?.noticeVersion === version },
  };
}
