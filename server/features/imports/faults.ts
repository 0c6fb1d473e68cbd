import type { Fault } from "./imports.types.ts";

/** Authors of one work that can be taken: with n authors a work makes n·(n−1)/2 links in one transaction. */
export const AUTHORS_MAX = 500;
/** Characters of a title or name. */
export const TEXT_MAX = 2_000;

function fault(code: string, zh: string, en: string): Fault {
  return { code, zh, en };
}

/** What can be wrong with a record or file, each with how to mend it. */
export const FAULTS = {
  empty: fault("EMPTY_FILE", "文件中没有记录，请检查是否选错文件。", "The file holds no record; check that it is the right one."),
  unreadable: fault("UNREADABLE", "无法读取该文件，请检查路径和权限。", "The file cannot be read; check its path and permissions."),
  unknownFormat: fault(
    "UNKNOWN_FORMAT",
    "无法识别文件格式，请用 --format acl|openalex|orcid|bibtex|csl 指明。",
    "The format is not recognised; state it with --format acl|openalex|orcid|bibtex|csl.",
  ),
  encoding: fault(
    "NOT_UTF8",
    "不是 UTF-8 编码，请转换为 UTF-8 后重新导入。",
    "This is not UTF-8 text; convert it to UTF-8 and import it again.",
  ),
  declaration: fault(
    "DOCTYPE",
    "文件含有 DOCTYPE 或实体声明，出于安全不予读取；请删除声明后重新导入。",
    "The file declares a DOCTYPE or entities, which is refused for safety; remove the declaration and import it again.",
  ),
  brokenXml: fault("BROKEN_XML", "XML 不完整或有错误，请按原始来源改正。", "The XML is broken; mend it from the original source."),
  brokenJson: fault("BROKEN_JSON", "JSON 不完整或有错误，请按原始来源改正。", "The JSON is broken; mend it from the original source."),
  brokenBibtex: fault("BROKEN_BIBTEX", "BibTeX 条目有错误，请检查括号和逗号。", "The BibTeX entry is broken; check its braces and commas."),
  tooLarge: fault("TOO_LARGE", "记录过大，请拆分后重新导入。", "The record is too large; split it and import it again."),
  shape: fault(
    "WRONG_SHAPE",
    "记录的结构与该格式不符，请检查格式或重新下载。",
    "The record is not shaped as this format is; check the format or fetch it again.",
  ),
  otherThing: fault(
    "NOT_A_WORK",
    "这条记录既不是作品也不是作者，请从文件中去除。",
    "The record is neither a work nor an author; take it out of the file.",
  ),
  noTitle: fault("NO_TITLE", "作品没有题名，请补充题名后重新导入。", "The work has no title; add it and import it again."),
  noName: fault("NO_NAME", "有作者没有姓名，请补充姓名后重新导入。", "An author has no name; add it and import it again."),
  noId: fault(
    "NO_ID",
    "该人没有可用的 ORCID 或 OpenAlex 编号，请补充编号后重新导入。",
    "The person has no valid ORCID or OpenAlex id; add one and import it again.",
  ),
  tooLong: fault(
    "TOO_LONG",
    `题名或姓名超过 ${TEXT_MAX} 个字符，请检查该记录。`,
    `A title or name is longer than ${TEXT_MAX} characters; check the record.`,
  ),
  tooManyAuthors: fault(
    "TOO_MANY_AUTHORS",
    `作者超过 ${AUTHORS_MAX} 位，未导入该作品；请只保留主要作者后重新导入。`,
    `More than ${AUTHORS_MAX} authors, so the work was not imported; keep the main authors and import it again.`,
  ),
  idsOfSeveral: fault(
    "IDS_OF_SEVERAL",
    "该作品的编号分属已有的不同作品，请核对 DOI 等编号。",
    "The ids of this work belong to different works that are known; check its DOI and other ids.",
  ),
  wrongOrcid: fault(
    "WRONG_ORCID",
    "ORCID 无效，已忽略该编号，请核对。",
    "An ORCID is not valid and was left out; check it against the source.",
  ),
  wrongDoi: fault("WRONG_DOI", "DOI 无效，已忽略该编号，请核对。", "The DOI is not valid and was left out; check it against the source."),
  wrongYear: fault("WRONG_YEAR", "年份无效，已忽略，请核对。", "The year is not valid and was left out; check it against the source."),
  notPublic: fault(
    "NOT_PUBLIC",
    "本人未公开这条记录，不予导入；请使用公开版本。",
    "Its owner has not made this record public, so it is not imported; use the public version.",
  ),
  refused: fault(
    "REFUSED",
    "此人已要求不再被记录，未导入此人；无需处理。",
    "This person asked not to be recorded and was left out; nothing needs to be done.",
  ),
} as const satisfies Readonly<Record<string, Fault>>;
