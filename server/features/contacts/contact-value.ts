import type { ContactKind } from "../../graphql/generated.ts";

/** What was entered, in the form that is kept and shown. */
export interface ContactValue {
  readonly value: string;
  /** Enough to recognise it, not enough to use it. */
  readonly masked: string;
}

const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/u;
const PHONE = /^\+?\d[\d -]{4,22}\d$/u;
const MESSENGER = /^[\p{L}\p{N}][\p{L}\p{N}_.:@-]{1,63}$/u;
const EMAIL_MAX = 254;

/** Characters shown at both ends of a text of this many characters; what is short shows less, never all. */
function shownEnds(length: number): readonly [start: number, end: number] {
  if (length >= 11) return [3, 4];
  if (length >= 7) return [2, 2];
  return [1, 0];
}

function mask(text: string): string {
  const [start, end] = shownEnds(text.length);
  return `${text.slice(0, start)}****${end === 0 ? "" : text.slice(-end)}`;
}

function maskEmail(value: string): string {
  const at = value.lastIndexOf("@");
  const name = value.slice(0, at);
  return `${name.slice(0, name.length > 2 ? 2 : 1)}****${value.slice(at)}`;
}

/**
 * A typed contact in the form that is kept: NFKC, no outer spaces, telephone numbers without spaces and dashes.
 * @returns null when the text cannot be one of this kind
 */
export function readContactValue(kind: ContactKind, typed: string): ContactValue | null {
  const text = typed.normalize("NFKC").trim();
  switch (kind) {
    case "EMAIL":
      return EMAIL.test(text) && text.length <= EMAIL_MAX ? { value: text, masked: maskEmail(text) } : null;
    case "PHONE": {
      const digits = text.replaceAll(/[ -]/g, "");
      return PHONE.test(text) ? { value: digits, masked: mask(digits) } : null;
    }
    case "MESSENGER":
      return MESSENGER.test(text) ? { value: text, masked: mask(text) } : null;
  }
}
