import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { FAULTS } from "./faults.ts";
import type { Fault } from "./imports.types.ts";

/** Bytes of a file that is not read as a stream, and of one record. */
export const WHOLE_FILE_MAX = 256 * 1024 * 1024;
export const RECORD_MAX = 8 * 1024 * 1024;
const DECLARATION = /<!\s*(?:DOCTYPE|ENTITY)/i;
const TAIL = 64;
const LINE_FEED = 10;

/** A file, or a record of it, that cannot be taken. Readers turn it into a line of the report. */
export class RecordFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.en);
    this.fault = fault;
  }
}

/** The bytes of a file; of a `.gz` those inside. @throws RecordFault when the file cannot be read */
export async function* fileBytes(path: string): AsyncGenerator<Buffer, void, void> {
  const file = createReadStream(path);
  try {
    const stream = path.endsWith(".gz") ? file.pipe(createGunzip()) : file;
    file.on("error", (error) => stream.destroy(error));
    for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
  } catch {
    throw new RecordFault(FAULTS.unreadable);
  } finally {
    file.destroy();
  }
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new RecordFault(FAULTS.encoding);
  }
}

/** The text of a file, piece by piece, without a byte-order mark. @throws RecordFault when it is not UTF-8 */
export async function* fileText(path: string): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const bytes of fileBytes(path)) yield decode(decoder, bytes);
  yield decode(decoder);
}

/** The whole text of a file. @throws RecordFault when it is not UTF-8 or larger than {@link WHOLE_FILE_MAX} */
export async function wholeText(path: string): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of fileText(path)) {
    length += piece.length;
    if (length > WHOLE_FILE_MAX) throw new RecordFault(FAULTS.tooLarge);
    pieces.push(piece);
  }
  return pieces.join("");
}

/** The lines of a file; a line that is not UTF-8 or is too large is a fault of its own. */
export async function* fileLines(path: string): AsyncGenerator<string | Fault, void, void> {
  let rest: Buffer[] = [];
  let length = 0;
  const line = (bytes: Buffer): string | Fault => {
    if (bytes.length > RECORD_MAX) return FAULTS.tooLarge;
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return FAULTS.encoding;
    }
  };
  for await (const bytes of fileBytes(path)) {
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      yield line(Buffer.concat([...rest, bytes.subarray(start, end)]));
      [rest, length, start] = [[], 0, end + 1];
    }
    // Of a line that is too large only so much is held as shows that it is.
    if (length <= RECORD_MAX) rest.push(bytes.subarray(start));
    length += bytes.length - start;
  }
  if (length > 0) yield line(Buffer.concat(rest));
}

/** SHA-256 of the bytes of a file, in hexadecimal. @throws RecordFault when it cannot be read */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of fileBytes(path)) hash.update(bytes);
  return hash.digest("hex");
}

/**
 * Looks through an XML file before anything of it is taken, so that no part of a file is written that is later found to be dangerous.
 * @throws RecordFault when it declares a document type or entities, or is not UTF-8
 */
export async function refuseDeclarations(path: string): Promise<void> {
  let tail = "";
  for await (const piece of fileText(path)) {
    if (DECLARATION.test(tail + piece)) throw new RecordFault(FAULTS.declaration);
    tail = (tail + piece).slice(-TAIL);
  }
}
