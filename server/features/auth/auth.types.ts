import type { Role } from "../../graphql/generated.ts";

/** Who a request runs for: a signed-in person or a script with a bearer token. */
export interface Principal {
  /** Id of the account, or of the token of a script. */
  readonly id: string;
  /** Name that colleagues see. */
  readonly name: string;
  /** Null while no role has been granted: such a principal may read only itself. */
  readonly role: Role | null;
  readonly via: "SESSION" | "TOKEN";
  /** Id of the session; null for a token. */
  readonly sessionId: string | null;
  /** Of the trial desk: everything it writes carries `demo: true` and is shown as 演示. */
  readonly demo: boolean;
  /** Whether it may send operations of its own; otherwise only the ones stored with the web app's build. */
  readonly arbitraryOperations: boolean;
}

/** How far a browser has come. Only `SIGNED_IN` reads anything but the state itself. */
export type Stage = "SET_UP" | "NEW_PASSWORD" | "SECOND_FACTOR" | "ENROL_SECOND_FACTOR" | "SIGNED_IN";

/** What a one-time link is for. */
export type LinkPurpose = "SET_UP" | "INVITATION" | "RESET";

/** What is kept of an account; secrets only as hashes or sealed. Times in milliseconds since 1970. */
export interface AccountRecord {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly displayName: string;
  readonly role: Role | null;
  readonly disabled: boolean;
  readonly demo: boolean;
  readonly passwordHash: string | null;
  readonly passwordChangedAt: number | null;
  /** Of earlier passwords, latest first, the present one included. */
  readonly passwordHistory: readonly string[];
  /** Sealed. */
  readonly totpSecret: string | null;
  /** The last time step whose code was used. */
  readonly totpLastStep: number | null;
  readonly recoveryHashes: readonly string[];
  readonly externalKey: string | null;
  readonly noticeVersion: string | null;
  readonly createdAt: number;
  readonly lastSignInAt: number | null;
  /** Until when wrong passwords or codes locked it. */
  readonly lockedUntil: number | null;
}

/** What is kept of a signed-in (or half signed-in) browser. Times in milliseconds since 1970. */
export interface SessionRecord {
  readonly id: string;
  readonly stage: Stage;
  /** Set when it began with a one-time link. */
  readonly link: LinkPurpose | null;
  /** Whether a second factor was shown, here or to the single sign-on service. */
  readonly secondFactor: boolean;
  /** Sealed secret of an enrolment that is not confirmed yet. */
  readonly pendingTotp: string | null;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly ip: string;
  readonly userAgent: string;
}

/** A browser's session with its account; the account is null during set-up only. */
export interface OpenSession {
  readonly session: SessionRecord;
  readonly account: AccountRecord | null;
}

/** Where a request comes from, as kept with a session. */
export interface Client {
  readonly requestId: string;
  readonly ip: string;
  readonly userAgent: string;
}
