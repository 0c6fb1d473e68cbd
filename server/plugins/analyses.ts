import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { AnalysesService, Analyst } from "../features/analyses/index.ts";
import { AnalysisTooLargeError, VIEW_MAX_BYTES } from "../features/analyses/index.ts";
import type { AuditTrail } from "../features/audit/index.ts";
import { UnauthenticatedError } from "../features/auth/index.ts";
import { assertMay, ForbiddenError, rightsOf } from "../features/rights/index.ts";
import { recordRefusal } from "./graphql-refusals.ts";
import { originOf } from "./session.ts";

const WAY = "analysis.save";
/** A view and what is sent with it. */
const BODY_LIMIT = VIEW_MAX_BYTES + 64 * 1024;

const created = z.object({ key: z.string(), title: z.string(), view: z.unknown() });
const changed = z.object({ version: z.int().min(1), view: z.unknown() });
const idGiven = z.object({ id: z.string().min(1).max(40) });

/** What analyses are saved with. */
export interface AnalysesPluginOptions {
  readonly analyses: AnalysesService;
  readonly audit: AuditTrail;
}

/**
 * `POST /analyses` keeps a network under a title, `POST /analyses/:id` another state of it. They stand beside `/graphql` because a network may be
 * larger than an operation; who may not save is turned away before anything of the body is read.
 */
export function registerAnalyses(app: FastifyInstance, { analyses, audit }: AnalysesPluginOptions): void {
  async function assertMaySave(request: FastifyRequest): Promise<void> {
    const { principal } = request;
    if (principal === null) throw new UnauthenticatedError();
    try {
      assertMay(rightsOf(principal.role), [WAY]);
    } catch (error) {
      if (error instanceof ForbiddenError) await recordRefusal(audit, { principal, origin: originOf(request) }, error);
      throw error;
    }
  }

  function analystOf(request: FastifyRequest): Analyst {
    const { principal } = request;
    if (principal === null) throw new UnauthenticatedError();
    const { id, name, role, demo } = principal;
    return { actor: { id, name, role, demo }, origin: originOf(request) };
  }

  function answer(reply: FastifyReply, { id, version }: { readonly id: string; readonly version: number }): FastifyReply {
    return reply.header("cache-control", "no-store").send({ id, version });
  }

  /** A body over the limit is a network that is too large; everything else is worded where all plain HTTP is. */
  function explain(error: unknown): never {
    if (error instanceof Error && "statusCode" in error && error.statusCode === 413) throw new AnalysisTooLargeError();
    throw error;
  }

  const options = { bodyLimit: BODY_LIMIT, onRequest: assertMaySave, errorHandler: explain };
  app.post("/analyses", options, async (request, reply) =>
    answer(reply.code(201), await analyses.create(created.parse(request.body), analystOf(request))),
  );
  app.post("/analyses/:id", options, async (request, reply) => {
    const { id } = idGiven.parse(request.params);
    return answer(reply, await analyses.saveView({ id, ...changed.parse(request.body) }, analystOf(request)));
  });
}
