import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import { read, type Transaction, write } from "../../db/run.ts";
import type { ApiToken, Role } from "../../graphql/generated.ts";
import { newId } from "../../shared/ids.ts";
import { ROLES } from "../../shared/roles.ts";
import type { AuditActor, AuditDetail, RequestOrigin } from "../audit/audit.types.ts";
import type { Principal } from "./auth.types.ts";
import { type AuthRoom, eventOf, inTransaction, nowOf } from "./auth-room.ts";
import { bearerText, hashOf, newSecret, parseBearer, sameHash } from "./secrets.ts";
import { CREATE_TOKEN, LIST_TOKENS, REVOKE_TOKEN, TOKEN_BY_ID, TOUCH_TOKEN } from "./tokens.cypher.ts";

const DAY_MS = 86_400_000;
/** How old the last use may be before another is written down. */
const TOUCH_AFTER_MS = 60_000;

const absent = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().transform((value) => value ?? null);

const record = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  secretHash: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  lastUsedAt: absent(z.number()),
  issuedById: absent(z.string()),
  issuedBy: absent(z.string()),
  revokedAt: absent(z.number()),
});
const row = z.object({ token: record });
type TokenRecord = z.infer<typeof record>;

const counted = z.object({ count: z.number() });

const isoTime = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());

function shown(token: TokenRecord): ApiToken {
  return {
    id: token.id,
    name: token.name,
    role: token.role,
    createdAt: new Date(token.createdAt).toISOString(),
    expiresAt: new Date(token.expiresAt).toISOString(),
    lastUsedAt: isoTime(token.lastUsedAt),
    issuedBy: token.issuedBy,
    revokedAt: isoTime(token.revokedAt),
  };
}

/** Who issues or ends a token: an account, or nobody when it is the shell. */
export interface TokenIssuer {
  readonly actor: AuditActor | null;
  readonly origin: RequestOrigin | null;
}

/** Bearer tokens for scripts. */
export class Tokens {
  readonly #room: AuthRoom;

  constructor(room: AuthRoom) {
    this.#room = room;
  }

  /** Issues a token for `days`; `bearer` is told this once. The arguments have been checked. */
  issue(wanted: { name: string; role: Role; days: number }, issuer: TokenIssuer): Promise<{ apiToken: ApiToken; bearer: string }> {
    const now = nowOf(this.#room);
    const secret = newSecret();
    const token: TokenRecord = {
      id: newId(now),
      name: wanted.name,
      role: wanted.role,
      secretHash: hashOf(secret),
      createdAt: now,
      expiresAt: now + wanted.days * DAY_MS,
      lastUsedAt: null,
      issuedById: issuer.actor?.id ?? null,
      issuedBy: issuer.actor?.name ?? null,
      revokedAt: null,
    };
    return inTransaction(this.#room, async (transaction) => {
      await transaction.run(CREATE_TOKEN, { token });
      const after = { name: token.name, role: token.role, expiresAt: new Date(token.expiresAt).toISOString() };
      await this.#record(transaction, { change: "token issued", before: null, after }, token.id, issuer);
      return { apiToken: shown(token), bearer: bearerText(token.id, secret) };
    });
  }

  /** Ends a token. @returns how many ended: 0 when there is none or it had ended */
  revoke(id: string, reason: string, issuer: TokenIssuer): Promise<number> {
    return inTransaction(this.#room, async (transaction) => {
      const revoked = await transaction.run(REVOKE_TOKEN, { id, now: nowOf(this.#room) });
      const count = decodeRows(counted, revoked)[0]?.count ?? 0;
      if (count > 0) {
        await this.#record(transaction, { change: "token revoked", reason, before: { works: true }, after: { works: false } }, id, issuer);
      }
      return count;
    });
  }

  /** All tokens, latest first. */
  async list(): Promise<ApiToken[]> {
    const { driver, database } = this.#room;
    return decodeRows(row, await read(driver, database, LIST_TOKENS)).map(({ token }) => shown(token));
  }

  /** The principal of an `Authorization: Bearer` text while its token works. */
  async find(text: string): Promise<Principal | undefined> {
    const parts = parseBearer(text);
    if (parts === undefined) return undefined;
    const { driver, database } = this.#room;
    const now = nowOf(this.#room);
    const token = decodeRows(row, await read(driver, database, TOKEN_BY_ID, { id: parts.id }))[0]?.token;
    if (token === undefined || !sameHash(token.secretHash, hashOf(parts.secret))) return undefined;
    if (token.revokedAt !== null || now >= token.expiresAt) return undefined;
    if (now - (token.lastUsedAt ?? 0) >= TOUCH_AFTER_MS) await write(driver, database, TOUCH_TOKEN, { id: token.id, now });
    return { id: token.id, name: token.name, role: token.role, via: "TOKEN", sessionId: null, demo: false, arbitraryOperations: true };
  }

  async #record(transaction: Transaction, detail: AuditDetail, tokenId: string, { actor, origin }: TokenIssuer): Promise<void> {
    const from: AuditDetail = actor === null ? { via: "shell" } : {};
    await this.#room.audit.appendIn(transaction, eventOf("ACCOUNT", { ...detail, ...from }, { actor, origin, subjectIds: [tokenId] }));
  }
}
