/**
 * Takes a span out of a typed text and tidies the seam, so that what remains reads as if it had never been typed.
 * @param start first character taken out
 * @param end first character kept again
 */
export function removeSpan(text: string, start: number, end: number): string {
  const before = text.slice(0, Math.max(0, start)).trimEnd();
  const after = text.slice(Math.max(start, end)).trimStart();
  const joined =
    before !== "" && after !== "" && (/\s/.test(text[start - 1] ?? "") || /\s/.test(text[end] ?? ""))
      ? `${before} ${after}`
      : `${before}${after}`;
  // A separator or 的 left hanging at either end, or doubled in the middle, belonged to the words taken out.
  return joined
    .replace(/([,，、;；])\s*[,，、;；]+/g, "$1 ")
    .replace(/^[\s,，、;；的]+|[\s,，、;；]+$/g, "")
    .replace(/\s{2,}/g, " ");
}
