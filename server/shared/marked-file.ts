import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import writeXlsxFile from "write-excel-file/node";
import { safeCell } from "./export-cell.ts";

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

/** A list as a file holds it. Cells are made safe on writing. */
export interface MarkedList {
  readonly language: "zh" | "en";
  /** Name of the sheet of rows. */
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly batches: AsyncIterable<readonly (readonly string[])[]>;
  /** What the file says about itself: label and text. */
  readonly notes: readonly (readonly [label: string, text: string])[];
  /** What is counted, after a number: `人` and `people`. */
  readonly unit: string;
}

const BYTE_ORDER_MARK = "\uFEFF";

function csvText(records: readonly (readonly string[])[]): string {
  return stringify(
    records.map((record) => [...record]),
    { bom: false, record_delimiter: "windows" },
  );
}

function safeCells(row: readonly string[]): string[] {
  return row.map(safeCell);
}

/** SHA-256 over the rows of a list as CSV text (UTF-8, CRLF, no header), in a CSV and a workbook alike; counts them as well. */
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
  watermark({ name, id, at, reason, requestId, demo }: Watermark, { language, unit }: MarkedList): [string, string] {
    const hash = this.#hash.digest("hex");
    const text =
      language === "zh"
        ? `${name}（${id}）于 ${at} 导出 ${this.count} ${unit}；用途：${reason}；SHA-256：${hash}；审计请求编号：${requestId}${demo ? "；演示" : ""}`
        : `${name} (${id}) exported ${this.count} ${unit} at ${at}; reason: ${reason}; SHA-256: ${hash}; audit request id: ${requestId}${demo ? "; 演示 demo" : ""}`;
    return [language === "zh" ? "# 水印" : "# Watermark", safeCell(text)];
  }
}

async function* csvChunks(list: MarkedList, mark: Watermark): AsyncGenerator<string> {
  const seal = new RowSeal();
  yield BYTE_ORDER_MARK;
  yield csvText([list.headers]);
  for await (const batch of list.batches) yield seal.add(batch.map(safeCells));
  yield csvText([...list.notes.map(([label, text]) => [`# ${label}`, safeCell(text)]), seal.watermark(mark, list)]);
}

/**
 * A list as CSV, streamed: UTF-8 with a byte-order mark (so that Excel reads 汉字), its rows, then lines starting with `#` that hold the
 * notes and, last, the watermark.
 */
export function markedCsv(list: MarkedList, mark: Watermark): Readable {
  return Readable.from(csvChunks(list, mark));
}

/**
 * A list as a workbook: a sheet of its rows, the last of which is the watermark, and a sheet of the notes. All cells are text, so nothing
 * is run or reformatted. All rows are held in memory.
 */
export async function markedXlsx(list: MarkedList, mark: Watermark): Promise<Buffer> {
  const bold = (value: string) => ({ value, type: String, fontWeight: "bold" as const });
  const plain = (values: readonly string[]) => values.map((value) => ({ value, type: String }));
  const head = [list.headers.map(bold)];
  const body: { value: string; type: typeof String }[][] = [];
  const seal = new RowSeal();
  for await (const batch of list.batches) {
    const rows = batch.map(safeCells);
    seal.add(rows);
    body.push(...rows.map(plain));
  }
  body.push(plain(seal.watermark(mark, list)));
  return await writeXlsxFile([
    { sheet: list.sheet, data: [...head, ...body], stickyRowsCount: 1 },
    {
      sheet: list.language === "zh" ? "说明" : "About",
      data: list.notes.map(([label, text]) => [bold(label), { value: safeCell(text), type: String }]),
    },
  ]).toBuffer();
}
