import { createHash, randomBytes } from "node:crypto";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 2026-01-01T00:00:00Z: the time part of every seed id, so that the ids are the same in every database. */
const SEED_EPOCH_MS = 1_767_225_600_000;

function encode(value: bigint, length: number): string {
  let rest = value;
  let text = "";
  for (let index = 0; index < length; index += 1) {
    text = CROCKFORD.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}

function ulid(milliseconds: number, random: Buffer): string {
  return encode(BigInt(milliseconds), 10) + encode(BigInt(`0x${random.subarray(0, 10).toString("hex")}`), 16);
}

/** A new ULID: 26 characters of Crockford base 32, sortable by creation time (milliseconds). */
export function newId(now: number): string {
  return ulid(now, randomBytes(10));
}

/** The ULID of a seeded node: a hash of its label and key under a fixed time, so seeding twice meets the same node. */
export function seedId(label: string, key: string): string {
  return ulid(SEED_EPOCH_MS, createHash("sha256").update(`${label}\n${key}`).digest());
}
