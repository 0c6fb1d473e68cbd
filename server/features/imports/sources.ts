import { seedId } from "../../shared/ids.ts";
import type { ImportFile } from "./imports.types.ts";

/** A source as the graph keeps it, and how far what it states is to be trusted, 0 to 1. */
export interface ImportSource {
  readonly confidence: number;
  readonly row: {
    readonly id: string;
    readonly key: string;
    readonly title: string;
    readonly url: string;
    readonly publisher: string;
    readonly licence: string;
    readonly retrievedAt: string;
  };
}

const KNOWN = {
  acl: {
    key: "acl-anthology",
    title: "ACL Anthology",
    url: "https://aclanthology.org/",
    publisher: "Association for Computational Linguistics",
    licence: "CC BY 4.0",
    confidence: 0.9,
  },
  openalex: {
    key: "openalex",
    title: "OpenAlex",
    url: "https://openalex.org/",
    publisher: "OurResearch",
    licence: "CC0 1.0",
    confidence: 0.8,
  },
  orcid: { key: "orcid", title: "ORCID", url: "https://orcid.org/", publisher: "ORCID, Inc.", licence: "CC0 1.0", confidence: 0.9 },
} as const;

/** What is said of a list that somebody handed in: only that it was handed in. */
const HANDED_IN = { url: "about:blank", publisher: "未注明 / not stated", licence: "未注明 / not stated", confidence: 0.6 } as const;

/** The source of a file. `day` is when it was read, YYYY-MM-DD. */
export function sourceOf({ format, scope, name }: ImportFile, day: string): ImportSource {
  const { confidence, ...source } = format === "bibtex" || format === "csl" ? { ...HANDED_IN, key: scope, title: name } : KNOWN[format];
  return { confidence, row: { ...source, id: seedId("Source", source.key), retrievedAt: day } };
}
