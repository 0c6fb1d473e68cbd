import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { languageOf } from "../context.ts";
import { csvStream, parseSelectionParameters, type SearchService, xlsxBuffer } from "../features/search/index.ts";

const parameters = z.object({
  query: z.string().optional(),
  filter: z.string().optional(),
  sort: z.string().optional(),
  lang: z.enum(["zh", "en"]).optional(),
});

const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function attachment(kind: "xlsx" | "csv", language: "zh" | "en", date: string): string {
  const name = language === "zh" ? `战略科学家名单-${date}.${kind}` : `strategic-scientists-${date}.${kind}`;
  return `attachment; filename="scientists-${date}.${kind}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** `/export/scientists.csv` and `.xlsx`: exactly the people that the same query, filter and sort list, in the same order. */
export function registerExports(app: FastifyInstance, search: SearchService, clock: () => Date): void {
  async function prepare(request: FastifyRequest) {
    const given = parameters.parse(request.query);
    const language = given.lang ?? languageOf(request);
    const { request: asked, sort } = parseSelectionParameters(given);
    const exported = await search.export(asked, sort, language);
    return { language, date: clock().toISOString().slice(0, 10), ...exported };
  }
  app.get("/export/scientists.csv", async (request, reply) => {
    const { heading, batches, language, date } = await prepare(request);
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", attachment("csv", language, date))
      .header("cache-control", "no-store")
      .send(csvStream(heading, batches));
  });
  app.get("/export/scientists.xlsx", async (request, reply) => {
    const { heading, batches, language, date } = await prepare(request);
    return reply
      .type(XLSX_TYPE)
      .header("content-disposition", attachment("xlsx", language, date))
      .header("cache-control", "no-store")
      .send(await xlsxBuffer(heading, batches));
  });
}
