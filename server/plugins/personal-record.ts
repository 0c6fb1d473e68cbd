import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { AuditTrail } from "../features/audit/index.ts";
import { UnauthenticatedError } from "../features/auth/index.ts";
import { type PersonalRecord, personalRecordPage } from "../features/privacy/index.ts";
import { assertMay, rightsOf } from "../features/rights/index.ts";
import { chinaDayOf } from "../shared/dates.ts";
import { AppError, InvalidInputError } from "../shared/errors.ts";

/** What the route is given. */
export interface PersonalRecordOptions {
  readonly audit: AuditTrail;
  readonly read: (id: string) => Promise<PersonalRecord | null>;
  readonly clock: () => Date;
}

const WAY = "export.person";
const asked = z.object({ id: z.string().max(40), format: z.enum(["json", "html"]) });
const reasonGiven = z.object({ reason: z.string().trim().min(4).max(200) });

function reasonOf(request: FastifyRequest): string {
  const parsed = reasonGiven.safeParse(request.query);
  if (parsed.success) return parsed.data.reason;
  throw new InvalidInputError(
    "请在参数 reason 中用 4 到 200 个字写明理由。",
    "Give the reason in the parameter reason, in 4 to 200 characters.",
  );
}

function send(reply: FastifyReply, id: string, format: "json" | "html", record: PersonalRecord, on: string, by: string): FastifyReply {
  reply.header("cache-control", "no-store");
  if (format === "html") return reply.type("text/html; charset=utf-8").send(personalRecordPage(record, on, by));
  return reply
    .type("application/json; charset=utf-8")
    .header("content-disposition", `attachment; filename="person-${id}-${on}.json"`)
    .send(JSON.stringify({ madeOn: on, madeBy: by, ...record }, null, 2));
}

/**
 * `/export/person/:id/:format` with `json` or `html` and `reason`: a copy of everything held on one person, for a request of that person.
 * Recorded before the first byte leaves.
 */
export function registerPersonalRecord(app: FastifyInstance, { audit, read, clock }: PersonalRecordOptions): void {
  app.get("/export/person/:id/:format", async (request, reply) => {
    const { principal } = request;
    if (principal === null) throw new UnauthenticatedError();
    assertMay(rightsOf(principal.role), [WAY]);
    const { id, format } = asked.parse(request.params);
    const reason = reasonOf(request);
    const record = await read(id);
    if (record === null)
      throw new AppError("NOT_FOUND", "没有这位科学家，可能已被删除。", "There is no such scientist; the record may have been removed.");
    await audit.append({
      actor: principal,
      origin: { requestId: request.id, ip: request.ip },
      action: "EXPORT",
      subjectIds: [id],
      detail: { way: WAY, format, reason, relationships: record.relationships.length },
      result: "OK",
    });
    return send(reply, id, format, record, chinaDayOf(clock()), principal.name);
  });
}
