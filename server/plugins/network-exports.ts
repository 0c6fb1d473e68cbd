import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { languageOf } from "../context.ts";
import type { AuditTrail } from "../features/audit/index.ts";
import { UnauthenticatedError } from "../features/auth/index.ts";
import type { ExportsService, Requester } from "../features/exports/index.ts";
import { assertMay, ForbiddenError, rightsOf } from "../features/rights/index.ts";
import { AppError, InvalidInputError } from "../shared/errors.ts";
import { recordRefusal } from "./graphql-refusals.ts";
import { originOf } from "./session.ts";

const WAY = "export.network";
/** Ten thousand ids and what is sent with them. */
const BODY_LIMIT = 512 * 1024;

const people = z.array(z.string().min(1).max(128)).min(1).max(10_000);
const wanted = z.object({
  format: z.enum(["png", "svg", "gexf", "graphml", "csv"]),
  reason: z.string(),
  people,
  links: z.int().min(0).max(1_000_000),
  /** Start and filters in words, as the file states them. */
  conditions: z.string().max(1_000),
  approval: z.string().max(40).optional(),
});
const asked = z.object({ reason: z.string(), people });

/** What exports of networks are answered from. */
export interface NetworkExportsOptions {
  readonly exports: ExportsService;
  readonly audit: AuditTrail;
  readonly clock: () => Date;
}

/** What the file says about who took it. */
function watermark({ actor, origin }: Requester, given: z.infer<typeof wanted>, at: string, language: "zh" | "en"): string {
  const { name, id, demo } = actor;
  const [count, reason] = [new Set(given.people).size, given.reason.trim()];
  return language === "zh"
    ? `${name}（${id}）于 ${at} 导出合作网络：${count} 人、${given.links} 条关系；用途：${reason}；审计请求编号：${origin.requestId}${demo ? "；演示" : ""}`
    : `${name} (${id}) exported a network of ${count} people and ${given.links} links at ${at}; reason: ${reason}; audit request id: ${origin.requestId}${demo ? "; 演示 demo" : ""}`;
}

/**
 * `POST /export/network`: the page makes the file of what is on the screen, and asks here before it does. Answers the watermark that the file must
 * hold, for who has the right and gives a `reason`; over the row cap with an `approval` of a second person, which `POST /export/network/requests`
 * asks for. Recorded before it is answered. They stand beside `/graphql` because ten thousand ids are more than an operation may hold.
 */
export function registerNetworkExports(app: FastifyInstance, { exports, audit, clock }: NetworkExportsOptions): void {
  async function assertMayExport(request: FastifyRequest): Promise<void> {
    const { principal } = request;
    if (principal === null) throw new UnauthenticatedError();
    try {
      assertMay(rightsOf(principal.role), [WAY]);
    } catch (error) {
      if (error instanceof ForbiddenError) await recordRefusal(audit, { principal, origin: originOf(request) }, error);
      throw error;
    }
  }

  function requesterOf(request: FastifyRequest): Requester {
    const { principal } = request;
    if (principal === null) throw new UnauthenticatedError();
    const { id, name, role, demo } = principal;
    return { actor: { id, name, role, demo }, origin: originOf(request) };
  }

  const options = { bodyLimit: BODY_LIMIT, onRequest: assertMayExport };
  app.post("/export/network", options, async (request, reply) => {
    const by = requesterOf(request);
    const given = wanted.parse(request.body);
    const { format, reason, links, conditions, approval } = given;
    const count = new Set(given.people).size;
    const detail = { what: "network", links, conditions };
    await exports.release(by, { selection: { people: given.people }, format, reason, count, approval, detail });
    const at = clock().toISOString();
    return reply.header("cache-control", "no-store").send({ at, watermark: watermark(by, given, at, languageOf(request)) });
  });

  app.post("/export/network/requests", options, async (request, reply) => {
    const given = asked.parse(request.body);
    const selection = { people: given.people };
    const { done, refused } = await exports.request(requesterOf(request), selection, given.reason, new Set(given.people).size);
    if (refused?.field === null) throw new AppError("FORBIDDEN", refused.zh, refused.en);
    if (refused !== undefined) throw new InvalidInputError(refused.zh, refused.en);
    return reply.code(201).header("cache-control", "no-store").send({ id: done.id });
  });
}
