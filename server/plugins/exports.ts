import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { languageOf } from "../context.ts";
import type { AuditTrail } from "../features/audit/index.ts";
import { UnauthenticatedError } from "../features/auth/index.ts";
import type { ExportsService, Requester } from "../features/exports/index.ts";
import { assertMaySelect, ForbiddenError, rightsOf } from "../features/rights/index.ts";
import {
  assertFitsWorkbook,
  csvStream,
  parseSelectionParameters,
  type SearchService,
  type SelectionParameters,
  xlsxBuffer,
} from "../features/search/index.ts";
import { chinaDayOf } from "../shared/dates.ts";
import type { Watermark } from "../shared/marked-file.ts";
import { recordRefusal } from "./graphql-refusals.ts";
import { originOf } from "./session.ts";

const parameters = z.object({
  query: z.string().optional(),
  filter: z.string().optional(),
  sort: z.string().optional(),
  lang: z.enum(["zh", "en"]).optional(),
  reason: z.string().optional(),
  approval: z.string().max(40).optional(),
});

type Format = "csv" | "xlsx";
const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What exports are served from. */
export interface ExportsPluginOptions {
  readonly search: SearchService;
  readonly exports: ExportsService;
  readonly audit: AuditTrail;
  readonly clock: () => Date;
}

function attachment(format: Format, language: "zh" | "en", date: string): string {
  const name = language === "zh" ? `战略科学家名单-${date}.${format}` : `strategic-scientists-${date}.${format}`;
  return `attachment; filename="scientists-${date}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** Who asks. @throws UnauthenticatedError */
function requesterOf(request: FastifyRequest): Requester {
  const { principal } = request;
  if (principal === null) throw new UnauthenticatedError();
  const { id, name, role, demo } = principal;
  return { actor: { id, name, role, demo }, origin: originOf(request) };
}

/**
 * `/export/scientists.csv` and `.xlsx`: exactly the people that the same query, filter and sort list, in the same order, for who has the
 * right and gives a `reason`; over the row cap with an `approval` of a second person. Recorded before the first byte leaves.
 */
export function registerExports(app: FastifyInstance, { search, exports, audit, clock }: ExportsPluginOptions): void {
  async function assertRight(request: FastifyRequest, selection: SelectionParameters) {
    const rights = rightsOf(request.principal?.role ?? null);
    try {
      assertMaySelect(rights, "export.scientists", { ...selection.request, sort: selection.sort });
    } catch (error) {
      if (error instanceof ForbiddenError) await recordRefusal(audit, { principal: request.principal, origin: originOf(request) }, error);
      throw error;
    }
    return rights;
  }

  async function prepare(request: FastifyRequest, format: Format) {
    const by = requesterOf(request);
    const given = parameters.parse(request.query);
    const language = given.lang ?? languageOf(request);
    const selection = parseSelectionParameters(given);
    const rights = await assertRight(request, selection);
    const { heading, batches } = await search.export(selection.request, selection.sort, language, rights);
    if (format === "xlsx") assertFitsWorkbook(heading.count);
    const reason = given.reason?.trim() ?? "";
    await exports.release(by, { selection: selection.request, format, reason, count: heading.count, approval: given.approval });
    const at = clock().toISOString();
    const { id, name, demo } = by.actor;
    const mark: Watermark = { name, id, at, reason, requestId: by.origin.requestId, demo };
    return { language, date: chinaDayOf(new Date(at)), heading, batches, mark };
  }

  app.get("/export/scientists.csv", async (request, reply) => {
    const { heading, batches, language, date, mark } = await prepare(request, "csv");
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", attachment("csv", language, date))
      .header("cache-control", "no-store")
      .send(csvStream(heading, batches, mark));
  });
  app.get("/export/scientists.xlsx", async (request, reply) => {
    const { heading, batches, language, date, mark } = await prepare(request, "xlsx");
    return reply
      .type(XLSX_TYPE)
      .header("content-disposition", attachment("xlsx", language, date))
      .header("cache-control", "no-store")
      .send(await xlsxBuffer(heading, batches, mark));
  });
}
