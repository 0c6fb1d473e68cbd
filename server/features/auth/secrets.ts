import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const SECRET_BYTES = 32;
const BEARER = /^stm_([0-9A-HJKMNP-TV-Z]{26})_([\w-]{43})$/;
/** Crockford's base 32, which has no letters that are easily mistaken. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RECOVERY_LETTERS = 26;

/** A new secret of 256 bits, printable and safe in a URL. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** What is stored of a secret: SHA-256 in hex. A slow hash is for passwords; what is hashed here cannot be guessed. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Whether two hashes in hex are the same, in a time that does not tell where they differ. */
export function sameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one, "hex"), Buffer.from(other, "hex")];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The text of a bearer token. */
export function bearerText(id: string, secret: string): string {
  return `stm_${id}_${secret}`;
}

/** The parts of a bearer token; undefined when it is not one of ours. */
export function parseBearer(text: string): { id: string; secret: string } | undefined {
  const [, id, secret] = BEARER.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** A new recovery code of 130 bits, in groups that can be copied by hand. */
export function newRecoveryCode(): string {
  const letters = [...randomBytes(RECOVERY_LETTERS)].map((byte) => ALPHABET.charAt(byte & 31)).join("");
  return (letters.match(/.{1,7}/g) ?? []).join("-");
}

/** A recovery code as it is hashed: without dashes, blanks and case; undefined when it cannot be one. */
export function recoveryCodeKey(text: string): string | undefined {
  const key = text.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return key.length === RECOVERY_LETTERS ? key : undefined;
}
