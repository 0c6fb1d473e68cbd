import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { languageOf } from "../context.ts";
import type { AuditTrail } from "../features/audit/index.ts";
import { UnauthenticatedError } from "../features/auth/index.ts";
import { type Settlements, settlementList } from "../features/contributions/index.ts";
import type { Requester } from "../features/exports/index.ts";
import { assertMay, ForbiddenError, rightsOf } from "../features/rights/index.ts";
import { type MarkedList, markedCsv, markedXlsx, type Watermark } from "../shared/marked-file.ts";
import { recordRefusal } from "./graphql-refusals.ts";
import { originOf } from "./session.ts";

const parameters = z.object({
  until: z.string().optional(),
  settlement: z.string().max(40).optional(),
  lang: z.enum(["zh", "en"]).optional(),
  reason: z.string().optional(),
});

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What settlements are served from. */
export interface ContributionExportsOptions {
  readonly settlements: Settlements;
  readonly audit: AuditTrail;
  readonly clock: () => Date;
}

interface Prepared {
  readonly number: string;
  readonly list: MarkedList;
  readonly mark: Watermark;
}

/** What keeps a file's name in both alphabets; the number says which settlement it is. */
function attachment(number: string, format: "csv" | "xlsx", language: "zh" | "en"): string {
  const name = language === "zh" ? `贡献结算-${number}.${format}` : `contributions-${number}.${format}`;
  return `attachment; filename="contributions-${number}.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/**
 * `/export/contributions.csv` and `.xlsx` for who has the right and gives a `reason`: with `until` settles what is confirmed up to that day,
 * with `settlement` the same settlement again. Settled and recorded before the first byte leaves.
 */
export function registerContributionExports(app: FastifyInstance, { settlements, audit, clock }: ContributionExportsOptions): void {
  async function requesterOf(request: FastifyRequest): Promise<Requester> {
    const { principal } = request;
    if (principal === null) throw new UnauthenticatedError();
    const { id, name, role, demo } = principal;
    const by = { actor: { id, name, role, demo }, origin: originOf(request) };
    try {
      assertMay(rightsOf(role), ["export.contributions"]);
    } catch (error) {
      if (error instanceof ForbiddenError) await recordRefusal(audit, { principal, origin: by.origin }, error);
      throw error;
    }
    return by;
  }

  async function prepare(request: FastifyRequest, format: "csv" | "xlsx"): Promise<Prepared & { language: "zh" | "en" }> {
    const by = await requesterOf(request);
    const given = parameters.parse(request.query);
    const language = given.lang ?? languageOf(request);
    const reason = given.reason?.trim() ?? "";
    const wanted = { format, reason };
    const settlement =
      given.settlement === undefined
        ? await settlements.settle(by, given.until ?? "", wanted)
        : await settlements.again(by, given.settlement.trim(), wanted);
    const { id, name, demo } = by.actor;
    const mark = { name, id, at: clock().toISOString(), reason, requestId: by.origin.requestId, demo };
    return { number: settlement.number, list: settlementList(settlement, language), mark, language };
  }

  app.get("/export/contributions.csv", async (request, reply) => {
    const { number, list, mark, language } = await prepare(request, "csv");
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", attachment(number, "csv", language))
      .header("cache-control", "no-store")
      .send(markedCsv(list, mark));
  });
  app.get("/export/contributions.xlsx", async (request, reply) => {
    const { number, list, mark, language } = await prepare(request, "xlsx");
    return reply
      .type(XLSX_TYPE)
      .header("content-disposition", attachment(number, "xlsx", language))
      .header("cache-control", "no-store")
      .send(await markedXlsx(list, mark));
  });
}
