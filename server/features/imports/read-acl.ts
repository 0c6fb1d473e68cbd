import { checkedDoi, checkedOrcid, checkedYear, joinedName, workRecord } from "./check-record.ts";
import { FAULTS } from "./faults.ts";
import type { Fault, ReadRecord, StatedAuthor } from "./imports.types.ts";
import { plainText } from "./outer-ids.ts";
import { fileText, RECORD_MAX, RecordFault } from "./text-file.ts";
import { childrenOf, parseXml, textAt, type XmlElement } from "./xml.ts";

/** The parts of a collection that matter here, in the order of the file. */
const OPENING = /<!--|<(collection|volume|meta|paper)(?=[\s>])[^>]*>/g;

interface Part {
  readonly name: string;
  readonly text: string;
}

/**
 * Cuts a collection into its parts without holding more than one of them: opening tags of collection and volume, and whole meta and paper
 * elements. A paper that is never closed is given as far as it goes.
 */
async function* parts(pieces: AsyncIterable<string>): AsyncGenerator<Part, void, void> {
  let held = "";
  const iterator = pieces[Symbol.asyncIterator]();
  let ended = false;
  for (;;) {
    OPENING.lastIndex = 0;
    const found = OPENING.exec(held);
    const name = found?.[1];
    const closing = found === null ? undefined : name === undefined ? "-->" : name === "meta" || name === "paper" ? `</${name}>` : "";
    const at =
      found === null || closing === undefined ? -1 : closing === "" ? found.index + found[0].length : held.indexOf(closing, found.index);
    if (found !== null && at !== -1) {
      const end = at + (closing?.length ?? 0);
      if (name !== undefined) yield { name, text: held.slice(found.index, end) };
      held = held.slice(end);
      continue;
    }
    if (ended) {
      if (name === "paper" || name === "meta") yield { name, text: held.slice(found?.index) };
      return;
    }
    if (held.length > RECORD_MAX) throw new RecordFault(FAULTS.tooLarge);
    // Without an opening only an unfinished tag at the end can matter.
    if (found === null) held = held.includes("<") ? held.slice(held.lastIndexOf("<")) : "";
    const next = await iterator.next();
    if (next.done === true) ended = true;
    else held += next.value;
  }
}

function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}=(["'])([^"']*)\\1`).exec(tag)?.[2];
}

interface Volume {
  readonly collection: string;
  readonly volume: string;
  readonly year?: string;
  readonly venue?: string;
}

function authorOf(element: XmlElement): { author: StatedAuthor; faults: readonly Fault[] } {
  const name = joinedName(textAt(element, "first"), textAt(element, "last")) ?? "";
  const { value: orcid, faults } = checkedOrcid(element.attributes.get("orcid"));
  const affiliations = childrenOf(element, "affiliation").flatMap((child) => textAt(child) ?? []);
  const anthologyId = plainText(element.attributes.get("id"));
  return { author: { name, orcid, anthologyId, affiliations }, faults };
}

/** The Anthology's id of a paper: `2022.acl-long.1`, or in the older collections `J89-1001`, which its address states. */
function paperId(paper: XmlElement, { collection, volume }: Volume): string | undefined {
  const url = textAt(paper, "url");
  if (url !== undefined && /^[\w.-]+$/.test(url)) return url;
  const id = paper.attributes.get("id");
  return id !== undefined && collection.includes(".") ? `${collection}-${volume}.${id}` : undefined;
}

function readPaper(text: string, record: number, volume: Volume): ReadRecord {
  const paper = parseXml(text);
  const authors = childrenOf(paper, "author").map(authorOf);
  const doi = checkedDoi(textAt(paper, "doi"));
  const year = checkedYear(textAt(paper, "year") ?? volume.year);
  const anthologyId = paperId(paper, volume);
  const work = {
    title: textAt(paper, "title"),
    kind: "PAPER" as const,
    year: year.value,
    venue: volume.venue,
    url: anthologyId === undefined ? undefined : `https://aclanthology.org/${anthologyId}/`,
    doi: doi.value,
    anthologyId,
    authors: authors.map(({ author }) => author),
    wholeList: true,
  };
  return workRecord(record, work, [...doi.faults, ...year.faults, ...authors.flatMap(({ faults }) => faults)]);
}

/**
 * The papers of an ACL Anthology collection, read as a stream. Editors are not authors; front matter is no paper. Author ids are the
 * file's own; names are as stated.
 */
export async function* readAcl(path: string): AsyncGenerator<ReadRecord, void, void> {
  let at: Volume = { collection: "", volume: "" };
  let record = 0;
  for await (const { name, text } of parts(fileText(path))) {
    if (name === "collection") at = { collection: attributeOf(text, "id") ?? "", volume: "" };
    else if (name === "volume") at = { collection: at.collection, volume: attributeOf(text, "id") ?? "" };
    else {
      record += name === "paper" ? 1 : 0;
      try {
        if (name === "paper") yield readPaper(text, record, at);
        else {
          const meta = parseXml(text);
          at = { ...at, year: textAt(meta, "year"), venue: textAt(meta, "booktitle") };
        }
      } catch (error) {
        if (!(error instanceof RecordFault)) throw error;
        yield { record, faults: [error.fault] };
      }
    }
  }
}
