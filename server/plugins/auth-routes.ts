import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { isLoopback } from "../env-accounts.ts";
import { type Auth, acceptNotice, type OpenSession, type SessionState, sessionStateOf } from "../features/auth/index.ts";
import { AppError } from "../shared/errors.ts";
import { ROLES, WORKING_ROLES } from "../shared/roles.ts";
import { clientOf, registerOidcRoutes } from "./oidc-routes.ts";
import { clearSessionCookie, setSessionCookie } from "./session.ts";

/** How signing in is reached. */
export interface AuthRoutesOptions {
  readonly auth: Auth;
  /** Whether the settings allow a trial desk at all. */
  readonly trialDesk: boolean;
  readonly publicUrl: string | undefined;
}

const short = z.string().min(1).max(200);
const password = z.string().min(1).max(1_000);
const signInBody = z.strictObject({ name: short, password });
const codeBody = z.strictObject({ code: short });
const enrolBody = z.strictObject({ code: short.optional() });
const passwordBody = z.strictObject({ current: password, next: password });
const linkBody = z.strictObject({ token: short });
const linkPasswordBody = z.strictObject({ next: password });
const trialBody = z.strictObject({ role: z.enum(WORKING_ROLES) });
const noticeBody = z.strictObject({ version: short });
const firstAccount = z.strictObject({ name: short, displayName: short, role: z.enum(ROLES), password });
const setUpBody = z.strictObject({ accounts: z.array(firstAccount).min(1).max(20) });

/** Each costs the server a tenth of a second; nobody types so fast. The limits on wrong tries are in the graph, not here. */
const REQUESTS_A_MINUTE = 300;
/** How often what has ended by time is removed; it has no effect already. */
const SWEEP_EVERY_MS = 10 * 60_000;

/** Host part of a Host header. */
function hostName(header: string | undefined): string {
  return header?.startsWith("[") ? header.slice(0, header.indexOf("]") + 1) : (header?.split(":")[0] ?? "");
}

/**
 * Whether this very request comes from this machine: its address is, no proxy says to have passed it on, and the page was asked for by a
 * loopback name (a foreign name that was made to point here must not get in).
 */
function isFromThisMachine(request: FastifyRequest): boolean {
  const { host, forwarded, "x-forwarded-for": passedOn } = request.headers;
  const address = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  return isLoopback(address) && isLoopback(hostName(host)) && forwarded === undefined && passedOn === undefined;
}

function assertJson(request: FastifyRequest): void {
  if (!/^application\/json(?:;|$)/i.test(request.headers["content-type"] ?? "")) {
    throw new AppError("UNSUPPORTED_MEDIA_TYPE", "请以 application/json 发送。", "Send application/json.");
  }
}

/** The routes below `/auth`: signing in and all that comes before being signed in. */
export async function registerAuthRoutes(app: FastifyInstance, { auth, trialDesk, publicUrl }: AuthRoutesOptions): Promise<void> {
  const hasDesk = (request: FastifyRequest): boolean => trialDesk && isFromThisMachine(request);
  const stateOf = (request: FastifyRequest, browser: OpenSession | null): SessionState =>
    sessionStateOf(auth.room, browser, hasDesk(request));

  function opened(request: FastifyRequest, reply: FastifyReply, session: OpenSession & { readonly secret: string }): SessionState {
    setSessionCookie(reply, publicUrl, session.secret);
    return stateOf(request, session);
  }

  function signedOut(request: FastifyRequest, reply: FastifyReply): SessionState {
    clearSessionCookie(reply, publicUrl);
    return stateOf(request, null);
  }

  const sweep = setInterval(() => {
    auth.sessions.sweep().catch((error: unknown) => app.log.warn({ err: error }, "ended sessions not removed"));
  }, SWEEP_EVERY_MS);
  sweep.unref();
  app.addHook("onClose", () => clearInterval(sweep));
  await app.register(async (scope) => {
    await scope.register(rateLimit, {
      max: REQUESTS_A_MINUTE,
      timeWindow: 60_000,
      errorResponseBuilder: () =>
        new AppError("TOO_MANY_ATTEMPTS", "请求过于频繁，请稍后再试。", "Too many requests; try again in a minute."),
    });
    scope.addHook("preValidation", async (request) => {
      if (request.method === "POST") assertJson(request);
    });

    scope.get("/auth/session", async (request) => stateOf(request, request.openSession));
    scope.post("/auth/sign-in", async (request, reply) =>
      opened(request, reply, await auth.signIn.signIn(signInBody.parse(request.body), clientOf(request), request.openSession)),
    );
    scope.post("/auth/second-factor", async (request, reply) => {
      const { code } = codeBody.parse(request.body);
      return opened(request, reply, await auth.secondFactor.verify(code, clientOf(request), request.openSession));
    });
    scope.post("/auth/second-factor/enrolment", async (request) => {
      const { code } = enrolBody.parse(request.body);
      const offer = await auth.secondFactor.enrol(code, clientOf(request), request.openSession);
      return { ...stateOf(request, request.openSession), ...offer };
    });
    scope.post("/auth/second-factor/confirmation", async (request, reply) => {
      const { code } = codeBody.parse(request.body);
      const confirmed = await auth.secondFactor.confirm(code, clientOf(request), request.openSession);
      return { ...opened(request, reply, confirmed.opened), recoveryCodes: confirmed.recoveryCodes };
    });
    scope.post("/auth/password", async (request, reply) =>
      opened(request, reply, await auth.signIn.changePassword(passwordBody.parse(request.body), clientOf(request), request.openSession)),
    );
    scope.post("/auth/sign-out", async (request, reply) => {
      await auth.signIn.signOut(clientOf(request), request.openSession);
      // The browser is told to forget what it holds of this site: pages kept for going back, caches and storage of its own.
      reply.header("clear-site-data", '"cache", "storage"');
      return signedOut(request, reply);
    });
    scope.post("/auth/link", async (request, reply) => {
      const { token } = linkBody.parse(request.body);
      return opened(request, reply, await auth.links.exchange(token, clientOf(request), request.openSession));
    });
    scope.post("/auth/link/password", async (request, reply) => {
      const { next } = linkPasswordBody.parse(request.body);
      return opened(request, reply, await auth.links.setPassword(next, clientOf(request), request.openSession));
    });
    scope.post("/auth/set-up", async (request, reply) => {
      await auth.setUp.run(setUpBody.parse(request.body).accounts, clientOf(request), request.openSession);
      return signedOut(request, reply);
    });
    scope.post("/auth/trial", async (request, reply) => {
      if (!hasDesk(request)) throw new AppError("NOT_FOUND", "没有这个地址。", "There is nothing at this address.");
      const { role } = trialBody.parse(request.body);
      return opened(request, reply, await auth.trialDesk.open(role, clientOf(request), request.openSession));
    });
    registerOidcRoutes(scope, { auth, publicUrl });
    scope.post("/auth/notice", async (request) => {
      const { version } = noticeBody.parse(request.body);
      return stateOf(request, await acceptNotice(auth.room, version, clientOf(request), request.openSession));
    });
  });
}
