import type { Readable } from "node:stream";
import { AppError } from "../../shared/errors.ts";
import { type MarkedList, markedCsv, markedXlsx, type Watermark } from "../../shared/marked-file.ts";
import { EXPORT_COLUMNS, type ExportLanguage } from "./export-columns.ts";
import type { ExportRow } from "./search.repository.ts";

/** What an exported file says about itself. */
export interface ExportHeading {
  readonly language: ExportLanguage;
  /** How many people the file holds. */
  readonly count: number;
  /** The typed text and the filter, in words. */
  readonly conditions: string;
  /** Date on which the newest source was read, `YYYY-MM-DD`. */
  readonly dataDate: string | null;
}

/** A workbook is built in memory (a CSV streams), and a worksheet holds 1,048,576 rows at most. */
const XLSX_CAP = 100_000;

/** The list is too long for a workbook. Code `EXPORT_TOO_LONG`. */
export class ExportTooLongError extends AppError {
  constructor(count: number) {
    super(
      "EXPORT_TOO_LONG",
      `名单有 ${count} 人，超过 XLSX 的上限 ${XLSX_CAP} 人，请改用 CSV 或缩小范围。`,
      `The list has ${count} people, more than the ${XLSX_CAP} an XLSX may hold; use CSV or narrow the list.`,
    );
  }
}

/** @throws ExportTooLongError past 100,000 people */
export function assertFitsWorkbook(count: number): void {
  if (count > XLSX_CAP) throw new ExportTooLongError(count);
}

function notes(heading: ExportHeading): [string, string][] {
  const zh = heading.language === "zh";
  return [
    [zh ? "人数" : "People", String(heading.count)],
    [zh ? "条件" : "Conditions", heading.conditions],
    [zh ? "数据日期" : "Data date", heading.dataDate ?? (zh ? "未知" : "unknown")],
  ];
}

async function* cells(batches: AsyncIterable<ExportRow[]>, language: ExportLanguage): AsyncGenerator<string[][]> {
  for await (const batch of batches) yield batch.map((row) => EXPORT_COLUMNS.map((column) => column.value(row, language)));
}

function listOf(heading: ExportHeading, batches: AsyncIterable<ExportRow[]>): MarkedList {
  const { language } = heading;
  return {
    language,
    sheet: language === "zh" ? "名单" : "People",
    headers: EXPORT_COLUMNS.map((column) => column[language]),
    batches: cells(batches, language),
    notes: notes(heading),
    unit: language === "zh" ? "人" : "people",
  };
}

/** The list as CSV, streamed, one line a person; its notes state the number of people, the conditions and the data date. */
export function csvStream(heading: ExportHeading, batches: AsyncIterable<ExportRow[]>, mark: Watermark): Readable {
  return markedCsv(listOf(heading, batches), mark);
}

/** The list as a workbook with the same notes. Its rows are all held in memory: see {@link assertFitsWorkbook}. */
export async function xlsxBuffer(heading: ExportHeading, batches: AsyncIterable<ExportRow[]>, mark: Watermark): Promise<Buffer> {
  return await markedXlsx(listOf(heading, batches), mark);
}
