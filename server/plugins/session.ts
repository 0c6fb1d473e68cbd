import cookies from "@fastify/cookie";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Auth, type OpenSession, type Principal, principalOf, UnauthenticatedError } from "../features/auth/index.ts";
import { AppError } from "../shared/errors.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who the request runs for; null for a stranger and for a browser that is half signed in. */
    principal: Principal | null;
    /** The browser's session, however far it has come; null without one and for bearer tokens. */
    openSession: OpenSession | null;
  }
}

/** How sessions travel. */
export interface SessionPluginOptions {
  readonly auth: Auth;
  /** Origin under which people reach the product, when it is not the one they ask by. */
  readonly publicUrl: string | undefined;
}

/** What anybody may ask: signs of life, the map's background and the page itself, which holds no data, and the way in. */
const OPEN = /^\/(?:healthz|readyz|metrics|basemap(?:\/.*)?|auth\/.*|\*)$/;
/** Answers that must not be kept by a browser or a proxy. */
const NOT_KEPT = /^\/(?:graphql|auth\/|export\/|analyses|live$)/;
/** An open window listens whether or not somebody sits before it. */
const LISTENING = "/live";
const UNSAFE = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** The name of the cookie: with the prefix that makes browsers insist on TLS, this host and the whole site, when that is how we are reached. */
export function sessionCookieName(publicUrl: string | undefined): string {
  return isSecure(publicUrl) ? "__Host-stm_session" : "stm_session";
}

/** Whether people reach the product over TLS. */
export function isSecure(publicUrl: string | undefined): boolean {
  return publicUrl?.startsWith("https://") === true;
}

/** Gives the browser the secret of its session: not readable by scripts, never sent along from another site, gone with the browser. */
export function setSessionCookie(reply: FastifyReply, publicUrl: string | undefined, secret: string): void {
  reply.setCookie(sessionCookieName(publicUrl), secret, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: isSecure(publicUrl),
  });
}

/** Takes the secret from the browser. */
export function clearSessionCookie(reply: FastifyReply, publicUrl: string | undefined): void {
  reply.clearCookie(sessionCookieName(publicUrl), { path: "/", httpOnly: true, sameSite: "strict", secure: isSecure(publicUrl) });
}

/** Where a request came from, as the audit trail keeps it. */
export function originOf(request: FastifyRequest): { requestId: string; ip: string } {
  return { requestId: request.id, ip: request.ip };
}

/**
 * Refuses a request of another site's page. A browser says where a page is from; a script that says nothing has no cookies to misuse.
 * @throws AppError `FORBIDDEN`
 */
export function assertSameSite(request: FastifyRequest, publicUrl: string | undefined): void {
  const { origin, host, "sec-fetch-site": site } = request.headers;
  const own = publicUrl === undefined ? [`http://${host}`, `https://${host}`] : [publicUrl];
  const foreign = (origin !== undefined && !own.includes(origin)) || (site !== undefined && site !== "same-origin" && site !== "none");
  if (foreign) {
    throw new AppError("FORBIDDEN", "不接受来自其他网站页面的请求。", "A request from another site's page is not accepted.");
  }
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
}

/** Finds out who asks, on every request and in the graph, and turns strangers away from everything that is not open. */
export async function registerSession(app: FastifyInstance, { auth, publicUrl }: SessionPluginOptions): Promise<void> {
  const name = sessionCookieName(publicUrl);
  await app.register(cookies);
  app.decorateRequest("principal", null);
  app.decorateRequest("openSession", null);

  async function identify(request: FastifyRequest, route: string): Promise<void> {
    if (request.headers.authorization !== undefined) {
      request.principal = (await auth.tokens.find(bearerOf(request) ?? "")) ?? null;
      return;
    }
    const secret = request.cookies[name];
    if (secret === undefined) return;
    request.openSession = (await auth.sessions.find(secret, route === LISTENING || request.headers["x-background"] === "1")) ?? null;
    request.principal = request.openSession === null ? null : principalOf(request.openSession);
  }

  app.addHook("onRequest", async (request, reply) => {
    const route = request.routeOptions.url;
    if (route === undefined || (OPEN.test(route) && !route.startsWith("/auth/"))) return;
    if (NOT_KEPT.test(route)) reply.header("cache-control", "no-store");
    if (UNSAFE.has(request.method)) assertSameSite(request, publicUrl);
    await identify(request, route);
    if (request.principal === null && !OPEN.test(route)) throw new UnauthenticatedError();
  });
}
