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

function numberOf(random: Buffer): bigint {
  return BigInt(`0x${random.subarray(0, 10).toString("hex")}`);
}

function ulid(milliseconds: number, random: bigint): string {
  return encode(BigInt(milliseconds), 10) + encode(random, 16);
}

/** One bit is left free, so that counting up within a millisecond never runs over. */
const RANDOM_BITS = 79;
let latest = { now: Number.NaN, random: 0n };

/**
 * A new ULID: 26 characters of Crockford base 32, sortable by creation time (milliseconds); of one process and one millisecond in the
 * order in which they were made, so that what was written together keeps its order.
 */
export function newId(now: number): string {
  const random = latest.now === now ? latest.random + 1n : BigInt.asUintN(RANDOM_BITS, numberOf(randomBytes(10)));
  latest = { now, random };
  return ulid(now, random);
}

/** The ULID of a seeded node: a hash of its label and key under a fixed time, so seeding twice meets the same node. */
export function seedId(label: string, key: string): string {
  return ulid(SEED_EPOCH_MS, numberOf(createHash("sha256").update(`${label}\n${key}`).digest()));
}
