/** A kind of file that may be attached, told by how files of it begin. */
interface MediaKind {
  readonly mediaType: string;
  readonly extension: string;
  readonly endings: readonly string[];
  begins(bytes: Buffer): boolean;
}

const startsWith =
  (...start: number[]) =>
  (bytes: Buffer): boolean =>
    bytes.subarray(0, start.length).equals(Buffer.from(start));

/** JPEG (ISO/IEC 10918-1), PNG (ISO/IEC 15948), WebP (RFC 9649) and PDF (ISO 32000) by their first bytes; what a browser says of a file is not asked. */
const KINDS: readonly MediaKind[] = [
  { mediaType: "image/jpeg", extension: "jpg", endings: ["jpg", "jpeg", "jfif"], begins: startsWith(0xff, 0xd8, 0xff) },
  {
    mediaType: "image/png",
    extension: "png",
    endings: ["png"],
    begins: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  {
    mediaType: "image/webp",
    extension: "webp",
    endings: ["webp"],
    begins: (bytes) => bytes.subarray(0, 4).toString("latin1") === "RIFF" && bytes.subarray(8, 12).toString("latin1") === "WEBP",
  },
  {
    mediaType: "application/pdf",
    extension: "pdf",
    endings: ["pdf"],
    begins: (bytes) => bytes.subarray(0, 5).toString("latin1") === "%PDF-",
  },
];

/** A file that may be attached, with a name that is safe to show and to save. */
export interface CheckedFile {
  readonly name: string;
  readonly mediaType: string;
}

const NAME_MAX = 80;
/** Control and direction signs, and what file systems or headers take for something else. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}<>:"/\\|?*]/gu;

/** The file's own name, without folders and unsafe signs, ending as its kind does. */
function cleanName(stated: string, { extension, endings }: MediaKind): string {
  const own = stated.normalize("NFC").split(/[/\\]/u).at(-1) ?? "";
  const plain = own.replaceAll(UNSAFE, "").replaceAll(/\s+/gu, " ").trim();
  const ending = /\.([a-z0-9]+)$/iu.exec(plain)?.[1]?.toLowerCase();
  const stem = ending !== undefined && endings.includes(ending) ? plain.slice(0, -ending.length - 1) : plain;
  const visible = stem.replace(/^[.\s]+/u, "");
  const short = [...visible]
    .slice(0, NAME_MAX)
    .join("")
    .replace(/[.\s]+$/u, "");
  return `${short === "" ? "附件" : short}.${extension}`;
}

/** What a file is by its content, and its cleaned name; null when it is of no kind that may be attached. */
export function checkFile(stated: string, bytes: Buffer): CheckedFile | null {
  const kind = KINDS.find(({ begins }) => begins(bytes));
  return kind === undefined ? null : { name: cleanName(stated, kind), mediaType: kind.mediaType };
}
