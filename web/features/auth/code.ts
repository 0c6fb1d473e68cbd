/** The digits of a typed or pasted code, at most six: `123 456` and full-width digits are taken as well. */
export function digitsOf(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "").slice(0, 6);
}

/** A Base32 secret in groups of four, as it is read and typed. */
export function grouped(secret: string): string {
  return (
    secret
      .replace(/\s/g, "")
      .match(/.{1,4}/g)
      ?.join(" ") ?? ""
  );
}
