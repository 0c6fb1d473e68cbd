import type { AuthRoom } from "./auth-room.ts";
import { Sessions } from "./sessions.ts";
import { Tokens } from "./tokens.ts";

export { authResolvers } from "./auth.resolvers.ts";
export type { Client, LinkPurpose, OpenSession, Principal, Stage } from "./auth.types.ts";
export { type AuthRoom, UnauthenticatedError, WrongStageError } from "./auth-room.ts";

/** Everything about who is who. */
export interface Auth {
  readonly sessions: Sessions;
  readonly tokens: Tokens;
}

/** The room on a database. */
export function createAuth(room: AuthRoom): Auth {
  return { sessions: new Sessions(room), tokens: new Tokens(room) };
}

export { principalOf } from "./principal.ts";
