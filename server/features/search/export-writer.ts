import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import writeXlsxFile from "write-excel-file/node";
import { AppError } from "../../shared/errors.ts";
import { safeCell } from "./export-cell.ts";
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

const BYTE_ORDER_MARK = "\uFEFF";
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

function headers(language: ExportLanguage): string[] {
  return EXPORT_COLUMNS.map((column) => column[language]);
}

function cells(row: ExportRow, language: ExportLanguage): string[] {
  return EXPORT_COLUMNS.map((column) => safeCell(column.value(row, language)));
}

function notes(heading: ExportHeading): [string, string][] {
  const zh = heading.language === "zh";
  return [
    [zh ? "人数" : "People", String(heading.count)],
    [zh ? "条件" : "Conditions", safeCell(heading.conditions)],
    [zh ? "数据日期" : "Data date", heading.dataDate ?? (zh ? "未知" : "unknown")],
  ];
}

async function* csvRecords(heading: ExportHeading, batches: AsyncIterable<ExportRow[]>): AsyncGenerator<string[]> {
  yield headers(heading.language);
  for await (const batch of batches) {
    for (const row of batch) {
      yield cells(row, heading.language);
    }
  }
  for (const note of notes(heading)) {
    yield [`# ${note[0]}`, note[1]];
  }
}

/**
 * The list as CSV, streamed: UTF-8 with a byte-order mark (so that Excel reads 汉字), one line a person, then lines
 * starting with `#` that state the number of people, the conditions and the data date.
 */
export function csvStream(heading: ExportHeading, batches: AsyncIterable<ExportRow[]>): Readable {
  const stringifier = stringify({ bom: false, record_delimiter: "windows" });
  return Readable.from(withMark(Readable.from(csvRecords(heading, batches)).pipe(stringifier)));
}

async function* withMark(stream: AsyncIterable<string | Buffer>): AsyncGenerator<string | Buffer> {
  yield BYTE_ORDER_MARK;
  yield* stream;
}

/**
 * The list as a workbook: a sheet of people and a sheet that states the number of people, the conditions and the data date.
 * All cells are text, so nothing is run or reformatted.
 * @throws ExportTooLongError past 100,000 people
 */
export async function xlsxBuffer(heading: ExportHeading, batches: AsyncIterable<ExportRow[]>): Promise<Buffer> {
  if (heading.count > XLSX_CAP) {
    throw new ExportTooLongError(heading.count);
  }
  const zh = heading.language === "zh";
  const bold = (value: string) => ({ value, type: String, fontWeight: "bold" as const });
  const rows = [headers(heading.language).map(bold)];
  const body: { value: string; type: typeof String }[][] = [];
  for await (const batch of batches) {
    for (const row of batch) {
      body.push(cells(row, heading.language).map((value) => ({ value, type: String })));
    }
  }
  return await writeXlsxFile([
    { sheet: zh ? "名单" : "People", data: [...rows, ...body], stickyRowsCount: 1 },
    { sheet: zh ? "说明" : "About", data: notes(heading).map(([label, value]) => [bold(label), { value, type: String }]) },
  ]).toBuffer();
}
