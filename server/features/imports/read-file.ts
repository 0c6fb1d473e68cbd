import { basename } from "node:path";
import { z } from "zod";
import { FAULTS } from "./faults.ts";
import type { Fault, ImportFile, ImportFormat, ReadRecord } from "./imports.types.ts";
import { readAcl } from "./read-acl.ts";
import { readBibtex, readCsl } from "./read-csl.ts";
import { readOpenAlex } from "./read-openalex.ts";
import { readOrcidJson, readOrcidXml } from "./read-orcid.ts";
import { fileHash, fileLines, fileText, RecordFault, refuseDeclarations, wholeText } from "./text-file.ts";

const HEAD = 4_000;
const page = z.object({ results: z.array(z.unknown()) });
const openAlexThing = z.object({ id: z.string().regex(/^https?:\/\/openalex\.org\//) });
const orcidThing = z.object({ "orcid-identifier": z.unknown().refine((given) => given !== undefined) });
const cslThing = z.object({ type: z.string(), title: z.unknown() });

async function headOf(path: string): Promise<string> {
  let head = "";
  for await (const piece of fileText(path)) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  return head;
}

function plainName(path: string): string {
  return basename(path).replace(/\.gz$/, "");
}

function isLines(path: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(plainName(path));
}

function formatOfObject(given: unknown): ImportFormat | undefined {
  if (openAlexThing.safeParse(given).success) return "openalex";
  if (orcidThing.safeParse(given).success) return "orcid";
  return cslThing.safeParse(given).success ? "csl" : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordFault(FAULTS.brokenJson);
  }
}

/** The objects of a JSON file: those of a list, of a page of results, or the one. */
function objectsOf(parsed: unknown): readonly unknown[] {
  if (Array.isArray(parsed)) return parsed;
  const results = page.safeParse(parsed);
  return results.success ? results.data.results : [parsed];
}

/** The format of the first line that can be read. */
async function formatOfLines(path: string): Promise<ImportFormat | undefined> {
  for await (const line of fileLines(path)) {
    if (typeof line !== "string" || line.trim() === "") continue;
    try {
      const format = formatOfObject(JSON.parse(line));
      if (format !== undefined) return format;
    } catch {
      // A broken line is reported when the file is read.
    }
  }
  return undefined;
}

async function formatOf(path: string): Promise<ImportFormat | undefined> {
  const name = plainName(path).toLowerCase();
  if (isLines(path)) return formatOfLines(path);
  if (name.endsWith(".json")) return formatOfObject(objectsOf(parseJson(await wholeText(path)))[0]);
  const head = await headOf(path);
  if (/<collection[\s>]/.test(head)) return "acl";
  if (/<(?:\w+:)?record[\s>]/.test(head)) return "orcid";
  return name.endsWith(".bib") || /^\s*@\w+\s*\{/m.test(head) ? "bibtex" : undefined;
}

const SOURCE_OF = { acl: "acl-anthology", openalex: "openalex", orcid: "orcid", bibtex: "bibtex", csl: "csl-json" } as const;

/**
 * Opens a file: recognises its format unless told, and looks through XML for what is refused.
 * @throws RecordFault when the file as a whole cannot be taken
 */
export async function openImportFile(path: string, told?: ImportFormat): Promise<ImportFile> {
  const hash = await fileHash(path);
  const name = basename(path);
  if (/\.xml(?:\.gz)?$/i.test(path) || told === "acl") await refuseDeclarations(path);
  const format = told ?? (await formatOf(path));
  if (format === undefined) throw new RecordFault(FAULTS.unknownFormat);
  return { path, name, format, hash, scope: `${SOURCE_OF[format]}/${plainName(path)}` };
}

async function* jsonObjects(path: string): AsyncGenerator<{ given?: unknown; fault?: Fault; record: number }, void, void> {
  let record = 0;
  if (!isLines(path)) {
    for (const given of objectsOf(parseJson(await wholeText(path)))) yield { given, record: ++record };
    return;
  }
  for await (const line of fileLines(path)) {
    record += 1;
    if (typeof line !== "string") yield { fault: line, record };
    else if (line.trim() !== "") {
      try {
        yield { given: JSON.parse(line), record };
      } catch {
        yield { fault: FAULTS.brokenJson, record };
      }
    }
  }
}

async function* readJson(path: string, format: ImportFormat): AsyncGenerator<ReadRecord, void, void> {
  let after = 0;
  for await (const { given, fault, record } of jsonObjects(path)) {
    if (fault !== undefined) yield { record, faults: [fault] };
    else if (format === "openalex") yield readOpenAlex(given, record);
    else if (format === "csl") yield readCsl(given, record);
    else {
      const read = readOrcidJson(given);
      for (const one of read) yield { ...one, record: after + one.record };
      after += read.length;
    }
  }
}

async function* readers(file: ImportFile): AsyncGenerator<ReadRecord, void, void> {
  const { path, format } = file;
  if (format === "acl") yield* readAcl(path);
  else if (format === "bibtex") yield* readBibtex(await wholeText(path));
  else if (format === "orcid" && /\.xml(?:\.gz)?$/i.test(path)) yield* readOrcidXml(await wholeText(path));
  else yield* readJson(path, format);
}

/** The records of an opened file in their order; what cannot be read comes as a record with its fault. */
export async function* readFileRecords(file: ImportFile): AsyncGenerator<ReadRecord, void, void> {
  let any = false;
  try {
    for await (const read of readers(file)) {
      any = true;
      yield read;
    }
  } catch (error) {
    if (!(error instanceof RecordFault)) throw error;
    any = true;
    yield { record: 0, faults: [error.fault] };
  }
  if (!any) yield { record: 0, faults: [FAULTS.empty] };
}
