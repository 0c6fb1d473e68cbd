import * as openid from "openid-client";
import { z } from "zod";
import { read } from "../../db/run.ts";
import type { OidcSettings } from "../../env-accounts.ts";
import { AppError } from "../../shared/errors.ts";
import { accountsOf } from "./account-record.ts";
import { ACCOUNT_BY_EXTERNAL_KEY, SET_EXTERNAL_KEY } from "./accounts.cypher.ts";
import type { AccountRecord, Client, OpenSession } from "./auth.types.ts";
import { type AuthRoom, actorOf, eventOf, inTransaction, lockAccount, nowOf } from "./auth-room.ts";
import type { Passwords } from "./passwords.ts";
import type { NewSession, Sessions } from "./sessions.ts";
import { nextStage } from "./stages.ts";

/** How long somebody may take at the single sign-on service. */
const ROUND_TRIP_MS = 10 * 60_000;
/** Values of `amr` (RFC 8176) that say that the service asked for more than a password. */
const SECOND_FACTORS = new Set(["mfa", "otp", "hwk", "swk", "sc", "fpt", "face", "iris", "retina", "vbm", "pop", "sms", "tel"]);

/** What is remembered in the browser, sealed, while it is away. */
const journey = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirectUri: z.string(),
  /** The page to show when it is back. */
  next: z.string(),
  startedAt: z.number(),
  /** Set when somebody who is signed in ties the account to the service. */
  bindAccountId: z.string().nullable(),
});
type Journey = z.infer<typeof journey>;

const amr = z.array(z.string()).catch([]);

/** The single sign-on service did not vouch for anybody we know. Code `OIDC_REFUSED`. */
export class OidcRefusedError extends AppError {
  constructor(cause?: unknown) {
    super(
      "OIDC_REFUSED",
      "统一身份认证未能确认您的账号，请重试或联系管理员绑定账号。",
      "The single sign-on service did not confirm an account; try again, or ask the administrator to tie yours to it.",
      { cause },
    );
  }
}

/** The single sign-on service does not answer, or none is set. Code `OIDC_UNAVAILABLE`. */
export class OidcUnavailableError extends AppError {
  constructor(cause?: unknown) {
    super(
      "OIDC_UNAVAILABLE",
      "统一身份认证暂时无法使用，请稍后再试或用密码登录。",
      "Single sign-on cannot be used now; try again later or sign in with a password.",
      { cause },
    );
  }
}

/** How an account is found by what the service verified: its own name for itself, and its unchanging name for the person. */
export function externalKeyOf(issuer: string, subject: string): string {
  return `${issuer}\n${subject}`;
}

/** A short code of what was wrong with an answer, for the trail; never its text. */
function reasonOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "INVALID_ANSWER";
}

/** Signing in through OpenID Connect: authorization code with PKCE, state and nonce; the account is found by the verified subject. */
export class Oidc {
  readonly #room: AuthRoom;
  readonly #sessions: Sessions;
  readonly #passwords: Passwords;
  #discovered: Promise<openid.Configuration> | undefined;

  constructor(room: AuthRoom, parts: { sessions: Sessions; passwords: Passwords }) {
    this.#room = room;
    this.#sessions = parts.sessions;
    this.#passwords = parts.passwords;
  }

  /** Where to send the browser, and what it must bring back (sealed). @throws AppError `OIDC_UNAVAILABLE` */
  async start(
    { redirectUri, next }: { redirectUri: string; next: string },
    browser: OpenSession | null,
  ): Promise<{ address: string; sealed: string }> {
    const config = await this.#configuration();
    const account = browser?.session.stage === "SIGNED_IN" ? browser.account : null;
    const trip: Journey = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier: openid.randomPKCECodeVerifier(),
      redirectUri,
      next,
      startedAt: nowOf(this.#room),
      bindAccountId: account === null || account.demo ? null : account.id,
    };
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: "openid",
      state: trip.state,
      nonce: trip.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(trip.verifier),
      code_challenge_method: "S256",
    });
    return { address: address.href, sealed: this.#room.secret.seal("session", JSON.stringify(trip)) };
  }

  /**
   * Takes the service's answer (`search` of the address it sent the browser to). @throws AppError `OIDC_REFUSED` for anything that is not
   * a fresh, rightly signed answer to our own question about somebody whose account is tied to the service
   */
  async finish(search: string, sealed: string | undefined, client: Client): Promise<{ opened: NewSession; next: string }> {
    try {
      const trip = this.#openTrip(sealed);
      const { subject, issuer, secondFactor } = await this.#exchange(search, trip);
      return { opened: await this.#open(externalKeyOf(issuer, subject), secondFactor, trip, client), next: trip.next };
    } catch (error) {
      const cause = error instanceof OidcRefusedError ? (error.cause ?? error) : error;
      const detail = { step: "single sign-on", reason: reasonOf(cause) };
      await this.#room.audit.append(eventOf("SIGN_IN", detail, { origin: client, result: "REFUSED" }));
      throw error instanceof AppError ? error : new OidcRefusedError(error);
    }
  }

  #openTrip(sealed: string | undefined): Journey {
    if (sealed === undefined) throw new OidcRefusedError();
    const trip = journey.parse(JSON.parse(this.#room.secret.open("session", sealed)));
    if (nowOf(this.#room) - trip.startedAt > ROUND_TRIP_MS) throw new OidcRefusedError();
    return trip;
  }

  async #exchange(search: string, trip: Journey): Promise<{ subject: string; issuer: string; secondFactor: boolean }> {
    const config = await this.#configuration();
    const answer = new URL(trip.redirectUri);
    answer.search = search;
    const tokens = await openid.authorizationCodeGrant(config, answer, {
      pkceCodeVerifier: trip.verifier,
      expectedState: trip.state,
      expectedNonce: trip.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new OidcRefusedError();
    return { subject: claims.sub, issuer: claims.iss, secondFactor: amr.parse(claims.amr).some((method) => SECOND_FACTORS.has(method)) };
  }

  async #open(externalKey: string, secondFactor: boolean, trip: Journey, client: Client): Promise<NewSession> {
    const { driver, database } = this.#room;
    const bound = accountsOf(await read(driver, database, ACCOUNT_BY_EXTERNAL_KEY, { externalKey }))[0];
    if (trip.bindAccountId !== null && bound !== undefined && bound.id !== trip.bindAccountId) throw new OidcRefusedError();
    const id = bound?.id ?? trip.bindAccountId;
    if (id === null) throw new OidcRefusedError();
    return inTransaction(this.#room, async (transaction) => {
      const account: AccountRecord = await lockAccount(transaction, id);
      if (account.disabled || (bound !== undefined && account.externalKey !== externalKey)) throw new OidcRefusedError();
      const actor = actorOf(account);
      if (bound === undefined) await transaction.run(SET_EXTERNAL_KEY, { id, externalKey });
      const stage = nextStage(this.#room, this.#passwords, account, { secondFactor, password: false });
      const opened = await this.#sessions.open(transaction, { account, stage, client, secondFactor });
      if (bound === undefined) {
        const detail = { change: "single sign-on", before: { bound: account.externalKey !== null }, after: { bound: true } };
        await this.#room.audit.appendIn(transaction, eventOf("CREDENTIALS", detail, { actor, origin: client }));
      }
      const detail = { step: "single sign-on", next: stage, secondFactor, sessionId: opened.session.id };
      await this.#room.audit.appendIn(transaction, eventOf("SIGN_IN", detail, { actor, origin: client }));
      return opened;
    });
  }

  async #configuration(): Promise<openid.Configuration> {
    const { oidc } = this.#room.settings;
    if (oidc === null) throw new OidcUnavailableError();
    this.#discovered ??= discover(oidc);
    try {
      return await this.#discovered;
    } catch (error) {
      // It may answer the next time.
      this.#discovered = undefined;
      throw new OidcUnavailableError(error);
    }
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<openid.Configuration> {
  const address = new URL(issuer);
  // Signatures are checked although the tokens come from the service itself: an unsigned one must never count.
  const execute = [openid.enableNonRepudiationChecks, ...(address.protocol === "http:" ? [openid.allowInsecureRequests] : [])];
  const authentication = clientSecret === undefined ? openid.None() : openid.ClientSecretBasic(clientSecret);
  return openid.discovery(address, clientId, undefined, authentication, { execute, timeout: 10 });
}
