import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import type { Session } from "../../graphql/generated.ts";
import type { RequestOrigin } from "../audit/index.ts";
import type { Principal } from "./auth.types.ts";
import { type AuthRoom, eventOf, inTransaction } from "./auth-room.ts";
import { DELETE_OWN_SESSION, DELETE_SESSIONS_OF } from "./sessions.cypher.ts";
import type { Sessions } from "./sessions.ts";

const counted = z.object({ count: z.number() });

/** The sessions of whoever asks; a script has none. */
export class OwnSessions {
  readonly #room: AuthRoom;
  readonly #sessions: Sessions;

  constructor(room: AuthRoom, parts: { sessions: Sessions }) {
    this.#room = room;
    this.#sessions = parts.sessions;
  }

  /** Those that have not ended, latest first. */
  async list(principal: Principal): Promise<Session[]> {
    const sessions = await this.#sessions.listOf(principal.id);
    return sessions.map((session) => ({
      id: session.id,
      current: session.id === principal.sessionId,
      createdAt: new Date(session.createdAt).toISOString(),
      lastSeenAt: `${new Date(session.lastSeenAt).toISOString().slice(0, 16)}Z`,
      expiresAt: new Date(session.expiresAt).toISOString(),
      ip: session.ip,
      userAgent: session.userAgent,
    }));
  }

  /** Ends one; `id` null ends all but the one that asks. @returns how many ended */
  end(id: string | null, principal: Principal, origin: RequestOrigin): Promise<number> {
    const { id: accountId, sessionId } = principal;
    return inTransaction(this.#room, async (transaction) => {
      const ended =
        id === null
          ? await transaction.run(DELETE_SESSIONS_OF, { accountId, keep: sessionId ?? "" })
          : await transaction.run(DELETE_OWN_SESSION, { id, accountId });
      const count = decodeRows(counted, ended)[0]?.count ?? 0;
      const actor = { id: accountId, name: principal.name, role: principal.role, demo: principal.demo };
      const detail = { change: id === null ? "other sessions ended" : "session ended", sessionId: id, count };
      await this.#room.audit.appendIn(transaction, eventOf("SIGN_OUT", detail, { actor, origin }));
      return count;
    });
  }
}
