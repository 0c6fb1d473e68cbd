import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Auth, Client } from "../features/auth/index.ts";
import { AppError } from "../shared/errors.ts";
import { isSecure, setSessionCookie } from "./session.ts";

/** Who asks, as the session and the audit trail keep it. */
export function clientOf(request: FastifyRequest): Client {
  return { requestId: request.id, ip: request.ip, userAgent: request.headers["user-agent"] ?? "" };
}

const CALLBACK = "/auth/oidc/callback";
const AWAY_SECONDS = 600;

const startQuery = z.object({ next: z.string().max(2_000).optional() });

/** The page of ours that was asked for; never an address of another site, whatever is given. */
function nextOf(request: FastifyRequest): string {
  const { next = "/" } = startQuery.safeParse(request.query).data ?? {};
  return /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(next) ? next : "/";
}

/**
 * `/auth/oidc/start` sends the browser to the single sign-on service, which sends it back to the callback. Both are visited by the browser
 * itself, so they answer by sending it on: to the page that was asked for, or to the sign-in page with the code of what went wrong.
 */
export function registerOidcRoutes(
  scope: FastifyInstance,
  { auth, publicUrl }: { readonly auth: Auth; readonly publicUrl: string | undefined },
): void {
  const secure = isSecure(publicUrl);
  const name = secure ? "__Host-stm_oidc" : "stm_oidc";

  function sendBack(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
    if (!(error instanceof AppError)) throw error;
    request.log.warn({ err: error }, "single sign-on refused");
    return reply.redirect(`/sign-in?problem=${error.code}`, 303);
  }

  scope.get("/auth/oidc/start", async (request, reply) => {
    // As a URL writes it, without a port that goes without saying: the service compares this address letter by letter.
    const { origin } = new URL(publicUrl ?? `${request.protocol}://${request.host}`);
    try {
      const { address, sealed } = await auth.oidc.start(
        { redirectUri: `${origin}${CALLBACK}`, next: nextOf(request) },
        request.openSession,
      );
      // Lax, unlike the session's: it must come along when the service sends the browser back. It proves nothing by itself.
      reply.setCookie(name, sealed, { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge: AWAY_SECONDS });
      return reply.redirect(address, 303);
    } catch (error) {
      return sendBack(request, reply, error);
    }
  });

  scope.get(CALLBACK, async (request, reply) => {
    const sealed = request.cookies[name];
    reply.clearCookie(name, { path: "/", httpOnly: true, sameSite: "lax", secure });
    try {
      const at = request.url.indexOf("?");
      const { opened, next } = await auth.oidc.finish(at < 0 ? "" : request.url.slice(at), sealed, clientOf(request));
      setSessionCookie(reply, publicUrl, opened.secret);
      return reply.redirect(next, 303);
    } catch (error) {
      return sendBack(request, reply, error);
    }
  });
}
