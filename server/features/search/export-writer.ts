import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import writeXlsxFile from "write-excel-file/node";
import { AppError } from "../../shared/errors.ts";
import { safeCell } from "./export-cell.ts";
import { EXPORT_COLUMNS, type ExportLanguage } from "./export-columns.ts";
import type { ExportRow } from "./search.repository.ts";

/** Who takes a list out of the product, as every exported file says in its last row. */
export interface Watermark {
  readonly name: string;
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly reason: string;
  /** Id under which the export is in the audit trail. */
  readonly requestId: string;
  /** Taken at the trial desk. */
  readonly demo: boolean;
}

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

/** @throws ExportTooLongError past 100,000 people */
export function assertFitsWorkbook(count: number): void {
  if (count > XLSX_CAP) throw new ExportTooLongError(count);
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

function csvText(records: readonly (readonly string[])[]): string {
  return stringify(
    records.map((record) => [...record]),
    { bom: false, record_delimiter: "windows" },
  );
}

/** SHA-256 over the rows of people as CSV text (UTF-8, CRLF, no header), in a CSV and a workbook alike; counts them as well. */
class RowSeal {
  readonly #hash = createHash("sha256");
  count = 0;

  /** Takes the next rows and answers their text. */
  add(rows: readonly (readonly string[])[]): string {
    const text = csvText(rows);
    this.#hash.update(text);
    this.count += rows.length;
    return text;
  }

  /** The last row of the file. Asked for once, when all rows were taken. */
  watermark({ name, id, at, reason, requestId, demo }: Watermark, language: ExportLanguage): [string, string] {
    const hash = this.#hash.digest("hex");
    const text =
      language === "zh"
        ? `${name}（${id}）于 ${at} 导出 ${this.count} 人；用途：${reason}；SHA-256：${hash}；审计请求编号：${requestId}${demo ? "；演示" : ""}`
        : `${name} (${id}) exported ${this.count} people at ${at}; reason: ${reason}; SHA-256: ${hash}; audit request id: ${requestId}${demo ? "; 演示 demo" : ""}`;
    return [language === "zh" ? "# 水印" : "# Watermark", safeCell(text)];
  }
}

async function* csvChunks(heading: ExportHeading, batches: AsyncIterable<ExportRow[]>, mark: Watermark): AsyncGenerator<string> {
  const { language } = heading;
  const seal = new RowSeal();
  yield BYTE_ORDER_MARK;
  yield csvText([headers(language)]);
  for await (const batch of batches) yield seal.add(batch.map((row) => cells(row, language)));
  yield csvText([...notes(heading).map(([label, value]) => [`# ${label}`, value]), seal.watermark(mark, language)]);
}

/**
 * The list as CSV, streamed: UTF-8 with a byte-order mark (so that Excel reads 汉字), one line a person, then lines starting with `#` that
 * state the number of people, the conditions, the data date and, last, the watermark.
 */
export function csvStream(heading: ExportHeading, batches: AsyncIterable<ExportRow[]>, mark: Watermark): Readable {
  return Readable.from(csvChunks(heading, batches, mark));
}

/**
 * The list as a workbook: a sheet of people and a sheet that states the number of people, the conditions and the data date.
 * The last row of the first is the watermark. All cells are text, so nothing is run or reformatted.
 * Its rows are all held in memory: see {@link assertFitsWorkbook}.
 */
export async function xlsxBuffer(heading: ExportHeading, batches: AsyncIterable<ExportRow[]>, mark: Watermark): Promise<Buffer> {
  const zh = heading.language === "zh";
  const bold = (value: string) => ({ value, type: String, fontWeight: "bold" as const });
  const rows = [headers(heading.language).map(bold)];
  const body: { value: string; type: typeof String }[][] = [];
  const plain = (values: readonly string[]) => values.map((value) => ({ value, type: String }));
  const seal = new RowSeal();
  for await (const batch of batches) {
    const people = batch.map((row) => cells(row, heading.language));
    seal.add(people);
    body.push(...people.map(plain));
  }
  body.push(plain(seal.watermark(mark, heading.language)));
  return await writeXlsxFile([
    { sheet: zh ? "名单" : "People", data: [...rows, ...body], stickyRowsCount: 1 },
    { sheet: zh ? "说明" : "About", data: notes(heading).map(([label, value]) => [bold(label), { value, type: String }]) },
  ]).toBuffer();
}
