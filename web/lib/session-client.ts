import type { Role } from "../gql/generated.ts";
import { answerOf, send } from "./http.ts";

/** What a screen may offer to a role: the contract's enum of the same name, which no operation of the web reads. */
export const CAPABILITIES = [
  "READ_SCIENTISTS",
  "READ_WORKING_DATA",
  "EXPORT_SCIENTISTS",
  "DECIDE_EXPORTS",
  "READ_CONTACTS",
  "WRITE_CONTACTS",
  "HANDLE_SUBJECT_REQUESTS",
  "MANAGE_ACCOUNTS",
  "GRANT_ROLES",
  "READ_AUDIT",
  "REFER",
  "WORK_PIPELINE",
  "READ_PIPELINE_STATISTICS",
  "CONFIGURE_PIPELINE",
  "SAVE_ANALYSES",
  "FIND_INTRODUCTIONS",
  "ASK_INTRODUCTIONS",
  "ANSWER_INTRODUCTIONS",
  "MEASURE_NETWORKS",
  "KEEP_TEAMS",
] as const;

/** One of {@link CAPABILITIES}. */
export type Capability = (typeof CAPABILITIES)[number];

/** How far this browser has come with signing in. `SET_UP`: it holds a valid set-up link and nothing has been created yet. */
export type SessionState = "SIGNED_OUT" | "SET_UP" | "SECOND_FACTOR" | "ENROL_SECOND_FACTOR" | "NEW_PASSWORD" | "SIGNED_IN";

/** Who is signed in. */
export interface SessionViewer {
  readonly id: string;
  readonly name: string;
  /** Null while no role has been granted. */
  readonly role: Role | null;
  /** At the trial desk: everything written is marked 演示. */
  readonly demo: boolean;
  readonly capabilities: readonly Capability[];
}

/** The own account. */
export interface OwnAccount {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
}

/** What the server says of this browser's session. */
export interface Session {
  readonly state: SessionState;
  readonly viewer: SessionViewer | null;
  readonly account: OwnAccount | null;
  /** Whether the trial desk is offered. */
  readonly trialDesk: boolean;
  /** Sign-in of the organisation, when configured. */
  readonly oidc: { readonly label: string } | null;
  /** Minutes without use after which the session ends. */
  readonly idleMinutes: number;
  /** The privacy notice in force (null: none), and whether the viewer has read this version. */
  readonly notice: { readonly version: string | null; readonly accepted: boolean };
  /** What the one-time link was for, on the way that it opened; null for a password that has expired. */
  readonly link: "SET_UP" | "INVITATION" | "RESET" | null;
  /** Made up by this browser while the server cannot be reached: only what works without it is shown, and nothing is allowed by it. */
  readonly offline?: true;
}

/** The answer to a confirmed enrolment: the session, and the codes that are told this once. */
export interface Confirmed extends Session {
  readonly recoveryCodes: string[];
}

/** What is needed to enrol a second factor. */
export interface Enrolment {
  /** Base32, to be typed where a camera cannot be used. */
  readonly secret: string;
  readonly uri: string;
  /** The same as a picture, SVG. */
  readonly qrSvg: string;
}

/**
 * Asks how far this browser has come with signing in.
 * @param background true when no person asked, so that asking does not keep the session alive
 * @throws RequestError
 */
export async function readSession(background = false): Promise<Session> {
  return answerOf<Session>(await send("/auth/session", { method: "GET", background }));
}

/**
 * Takes a step of signing in, such as `/auth/sign-in`.
 * @returns the answer of the server; after most steps the session as it is now
 * @throws RequestError with the server's code, such as `WRONG_CREDENTIALS`, `TOO_MANY_ATTEMPTS`
 */
export async function takeStep<Answer = Session>(path: `/auth/${string}`, body: object = {}): Promise<Answer> {
  return answerOf<Answer>(await send(path, { method: "POST", body }));
}
