import { createHash } from "node:crypto";
import type { AuditDetail, AuditDetailValue } from "./audit.types.ts";

/** Characters of JSON that one record may hold. */
const MAX_DETAIL = 8_000;
const MAX_TEXT = 500;
const MAX_LIST = 50;
const MAX_DEPTH = 6;
const REMOVED = "[removed]";

/** Names under which a secret or clear contact data would lie. Ids and names of tokens (`tokenId`) are not among them. */
const SECRET_KEY =
  /password|passphrase|secret|cookie|authori[sz]ation|otp|recovery|bearer|credential|private_?key|^(token|link|value|clear|phone|e_?mail|messenger)$/i;
/** Our bearer tokens, and what looks like a JSON web token. */
const BEARER = /\bstm_[\w-]+|\beyJ[\w-]{10,}\.[\w-]+\.[\w-]*/g;
/** 公民身份号码 (GB 11643): 17 digits and a check character, of which the first six (the place) may stay. */
const ID_NUMBER = /(?<!\d)(\d{6})\d{11}[\dXx](?!\d)/g;

/** A text without what must not be kept. */
function safeText(text: string): string {
  return text.replace(BEARER, REMOVED).replace(ID_NUMBER, "$1************");
}

function cut(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}… (${text.length})`;
}

function isList(value: AuditDetailValue): value is readonly AuditDetailValue[] {
  return Array.isArray(value);
}

function safe(value: AuditDetailValue, depth: number): AuditDetailValue {
  if (typeof value === "string") return cut(safeText(value));
  if (value === null || typeof value !== "object") return value;
  if (depth === MAX_DEPTH) return "…";
  if (!isList(value)) return safeMap(value, depth);
  const kept = value.slice(0, MAX_LIST).map((item) => safe(item, depth + 1));
  return value.length > MAX_LIST ? [...kept, `… (${value.length})`] : kept;
}

function safeMap(detail: AuditDetail, depth: number): AuditDetail {
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [key, SECRET_KEY.test(key) && value !== null ? REMOVED : safe(value, depth + 1)]),
  );
}

/**
 * The particulars of a record as JSON text of at most 8,000 characters, without anything under a secret's name, bearer tokens, or full
 * identity numbers. Long texts and lists are cut, with their length; what is still too long is told by its size and SHA-256.
 */
export function detailText(detail: AuditDetail): string {
  const text = JSON.stringify(safeMap(detail, 0));
  if (text.length <= MAX_DETAIL) return text;
  return JSON.stringify({
    tooLong: text.length,
    sha256: createHash("sha256").update(text).digest("hex"),
    keys: Object.keys(detail).slice(0, MAX_LIST),
  });
}
