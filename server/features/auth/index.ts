import { Administration } from "./administration.ts";
import type { AuthRoom } from "./auth-room.ts";
import { Guards } from "./guards.ts";
import { Links } from "./links.ts";
import { Oidc } from "./oidc.ts";
import { OwnSessions } from "./own-sessions.ts";
import { Passwords } from "./passwords.ts";
import { SecondFactor } from "./second-factor.ts";
import { Sessions } from "./sessions.ts";
import { SetUp } from "./set-up.ts";
import { SignIn } from "./sign-in.ts";
import { Tokens } from "./tokens.ts";
import { TrialDesk } from "./trial-desk.ts";

export { authResolvers } from "./auth.resolvers.ts";
export type { Client, LinkPurpose, OpenSession, Principal, Stage } from "./auth.types.ts";
export { type AuthRoom, UnauthenticatedError, WrongStageError } from "./auth-room.ts";
export { linkAddress } from "./links.ts";
export { acceptNotice } from "./notice.ts";
export { externalKeyOf } from "./oidc.ts";
export { principalOf } from "./principal.ts";
export { type SessionState, sessionStateOf } from "./session-state.ts";
export type { DemoPerson } from "./trial-desk.ts";

/** Everything about who is who. */
export interface Auth {
  readonly room: AuthRoom;
  readonly sessions: Sessions;
  readonly ownSessions: OwnSessions;
  readonly tokens: Tokens;
  readonly signIn: SignIn;
  readonly secondFactor: SecondFactor;
  readonly links: Links;
  readonly administration: Administration;
  readonly setUp: SetUp;
  readonly trialDesk: TrialDesk;
  readonly oidc: Oidc;
}

/** The room on a database. */
export function createAuth(room: AuthRoom): Auth {
  const parts = { sessions: new Sessions(room), passwords: new Passwords(room), guards: new Guards(room) };
  const links = new Links(room, parts);
  return {
    room,
    administration: new Administration(room, { links, guards: parts.guards }),
    sessions: parts.sessions,
    ownSessions: new OwnSessions(room, parts),
    tokens: new Tokens(room),
    signIn: new SignIn(room, parts),
    secondFactor: new SecondFactor(room, parts),
    links,
    setUp: new SetUp(room, parts),
    trialDesk: new TrialDesk(room, parts),
    oidc: new Oidc(room, parts),
  };
}
