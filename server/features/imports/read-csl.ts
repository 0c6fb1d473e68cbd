import { logger, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import { z } from "zod";
import { checkedDoi, checkedOrcid, checkedYear, joinedName, namedAuthor, workRecord } from "./check-record.ts";
import { FAULTS } from "./faults.ts";
import type { Fault, ReadRecord, StatedAuthor } from "./imports.types.ts";
import { plainText } from "./outer-ids.ts";

logger.level = "silent";

const text = z.union([z.string(), z.number()]).nullish();
const name = z.object({
  given: text,
  family: text,
  literal: text,
  "non-dropping-particle": text,
  "dropping-particle": text,
  suffix: text,
  ORCID: z.string().nullish(),
  affiliation: z.array(z.object({ name: z.string().nullish() })).nullish(),
});
const item = z.object({
  type: z.string().nullish(),
  title: z.union([z.string(), z.array(z.string())]).nullish(),
  author: z.array(name).nullish(),
  issued: z.object({ "date-parts": z.array(z.array(z.union([z.number(), z.string(), z.null()]))).nullish() }).nullish(),
  "container-title": z.union([z.string(), z.array(z.string())]).nullish(),
  DOI: z.string().nullish(),
  URL: z.string().nullish(),
});

function wordOf(given: string | number | null | undefined): string | undefined {
  return plainText(given === null || given === undefined ? undefined : String(given));
}

function firstOf(given: string | readonly string[] | null | undefined): string | undefined {
  return plainText(typeof given === "string" ? given : given?.[0])?.replaceAll(/<\/?(?:i|b|sup|sub|span)\b[^>]*>/g, "");
}

function nameOf(row: z.infer<typeof name>): string | undefined {
  const particles = [wordOf(row["dropping-particle"]), wordOf(row["non-dropping-particle"])];
  const family = [...particles, wordOf(row.family), wordOf(row.suffix)].filter((part) => part !== undefined).join(" ");
  return wordOf(row.literal) ?? joinedName(wordOf(row.given), family === "" ? undefined : family);
}

function authorOf(row: z.infer<typeof name>): { author: StatedAuthor; faults: readonly Fault[] } {
  const orcid = checkedOrcid(row.ORCID);
  const affiliations = (row.affiliation ?? []).flatMap((one) => plainText(one.name) ?? []);
  return { author: { ...namedAuthor(nameOf(row)), orcid: orcid.value, affiliations }, faults: orcid.faults };
}

/** `and others` at the end of a BibTeX list is no author. */
function isOthers(row: z.infer<typeof name>): boolean {
  return row.family === "others" && row.given === undefined;
}

/** One CSL-JSON item that citation-js has read. */
function readItem(given: unknown, record: number): ReadRecord {
  const parsed = z.array(item).length(1).safeParse(given);
  const row = parsed.success ? parsed.data[0] : undefined;
  if (row === undefined) return { record, faults: [FAULTS.shape] };
  const authors = (row.author ?? []).filter((one) => !isOthers(one)).map(authorOf);
  const doi = checkedDoi(row.DOI);
  const year = checkedYear(row.issued?.["date-parts"]?.[0]?.[0]);
  const work = {
    title: firstOf(row.title),
    kind: row.type === "patent" ? ("PATENT" as const) : ("PAPER" as const),
    year: year.value,
    venue: firstOf(row["container-title"]),
    url: plainText(row.URL),
    doi: doi.value,
    authors: authors.map(({ author }) => author),
    wholeList: true,
  };
  return workRecord(record, work, [...doi.faults, ...year.faults, ...authors.flatMap(({ faults }) => faults)]);
}

/** One item of CSL-JSON, as Zotero, Crossref and others give it. */
export function readCsl(given: unknown, record: number): ReadRecord {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return { record, faults: [FAULTS.shape] };
  try {
    return readItem(plugins.input.chain([given], { generateGraph: false }), record);
  } catch {
    return { record, faults: [FAULTS.shape] };
  }
}

interface Entry {
  readonly kind: string;
  readonly text: string;
}

/** The entries of a BibTeX text, each from its `@` to its closing brace, or to the next entry when it is never closed. */
function entries(text: string): Entry[] {
  const found: Entry[] = [];
  const opening = /(?:^|\n)\s*@\s*(\w+)\s*[{(]/g;
  const starts = [...text.matchAll(opening)];
  starts.forEach((start, index) => {
    const end = starts[index + 1]?.index ?? text.length;
    found.push({ kind: (start[1] ?? "").toLowerCase(), text: text.slice(start.index, end).trim() });
  });
  return found;
}

/** Text between entries is a comment to BibTeX; cut it where the braces of the entry are closed. */
function withoutTrailer(entry: string): string {
  let depth = 0;
  for (let index = entry.search(/[{(]/); index >= 0 && index < entry.length; index += 1) {
    const character = entry.charAt(index);
    if (character === "\\") index += 1;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (depth === 0 && character === "}") return entry.slice(0, index + 1);
  }
  return entry;
}

/** The entries of a BibTeX text. Each is read by itself, so that a broken one spoils no other; `@string` holds for all. */
export function* readBibtex(text: string): Generator<ReadRecord, void, void> {
  const all = entries(text);
  const strings = all.filter(({ kind }) => kind === "string").map((entry) => withoutTrailer(entry.text));
  const works = all.filter(({ kind }) => !["string", "comment", "preamble"].includes(kind));
  for (const [index, entry] of works.entries()) {
    const record = index + 1;
    let read: unknown;
    try {
      read = plugins.input.chain([...strings, withoutTrailer(entry.text)].join("\n"), {
        generateGraph: false,
        forceType: "@biblatex/text",
      });
    } catch {
      yield { record, faults: [FAULTS.brokenBibtex] };
      continue;
    }
    yield readItem(read, record);
  }
}
