import { z } from "zod";
import type { AuditAction, AuditResult, Role } from "../../graphql/generated.ts";
import type { Secret } from "../../shared/secret.ts";

/** A record without its hash; a value that there is none of is null. */
export interface RecordBody {
  readonly index: number;
  /** ULID of the event: by it a writer knows its own group again after a commit whose outcome it did not hear. */
  readonly id: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly actorRole: Role | null;
  readonly demo: boolean;
  readonly ip: string | null;
  readonly action: AuditAction;
  readonly subjectIds: readonly string[];
  /** JSON text. */
  readonly detail: string;
  readonly result: AuditResult;
  readonly requestId: string | null;
}

/** A record as it is kept. */
export interface StoredRecord extends RecordBody {
  readonly hash: string;
}

/** Where the chain ends and, once old records were deleted, where it begins. */
export interface HeadState {
  /** Index of the last record; 0 before the first. */
  readonly count: number;
  /** Its hash; empty before the first. */
  readonly hash: string;
  /** Index of the last record that was deleted after its time; 0 when none was. */
  readonly prunedTo: number;
  /** Its hash, which the first record that is left continues; empty when none was. */
  readonly prunedHash: string;
}

/** The chain before its first record. */
export const EMPTY_HEAD: HeadState = { count: 0, hash: "", prunedTo: 0, prunedHash: "" };

const optionalText = z.string().optional();

/** Every property of a record and no other: what is added by hand is found as what is changed. Names of actions are the chain's to prove. */
const recordShape = z.strictObject({
  index: z.number().int(),
  id: z.string(),
  at: z.string(),
  actorId: optionalText,
  actorName: optionalText,
  actorRole: optionalText,
  demo: z.boolean(),
  ip: optionalText,
  action: z.string(),
  subjectIds: z.array(z.string()),
  detail: z.string(),
  result: z.string(),
  requestId: optionalText,
  hash: z.string(),
});

const headShape = z.strictObject({
  name: z.literal("audit"),
  count: z.number().int(),
  hash: z.string(),
  prunedTo: z.number().int(),
  prunedHash: z.string(),
  seal: z.string(),
});
const newHeadShape = z.strictObject({ name: z.literal("audit"), count: z.literal(0) });

type ReadRecord = z.infer<typeof recordShape>;

/** HMAC over a list of values: JSON keeps them apart, and the first one keeps records and heads apart. */
function macOf(secret: Secret, values: readonly unknown[]): string {
  return secret.mac("audit", JSON.stringify(values));
}

function hashOf(secret: Secret, previousHash: string, record: RecordBody | ReadRecord): string {
  return macOf(secret, [
    "record",
    previousHash,
    record.index,
    record.id,
    record.at,
    record.actorId ?? null,
    record.actorName ?? null,
    record.actorRole ?? null,
    record.demo,
    record.ip ?? null,
    record.action,
    record.subjectIds,
    record.detail,
    record.result,
    record.requestId ?? null,
  ]);
}

function sealOf(secret: Secret, head: HeadState): string {
  return macOf(secret, ["head", head.count, head.hash, head.prunedTo, head.prunedHash]);
}

/** The record with its hash: HMAC-SHA-256 over the hash before it and every value of it. */
export function chained(secret: Secret, previousHash: string, body: RecordBody): StoredRecord {
  return { ...body, hash: hashOf(secret, previousHash, body) };
}

/** The properties of the head node, sealed: without the key nobody can shorten the chain and set its end back. */
export function sealedHead(secret: Secret, head: HeadState): HeadState & { readonly seal: string } {
  return { ...head, seal: sealOf(secret, head) };
}

/** The head from its properties, or null when it is not one that was sealed with this key (nor the unused one of the migration). */
export function openHead(secret: Secret, properties: unknown): HeadState | null {
  if (newHeadShape.safeParse(properties).success) return EMPTY_HEAD;
  const parsed = headShape.safeParse(properties);
  if (!parsed.success) return null;
  const { count, hash, prunedTo, prunedHash, seal } = parsed.data;
  const head = { count, hash, prunedTo, prunedHash };
  return sealOf(secret, head) === seal ? head : null;
}

/** The index and hash of a record that continues the chain at `previousHash`, or null when it is not exactly as it was written. */
export function proven(secret: Secret, previousHash: string, properties: unknown): { index: number; hash: string } | null {
  const parsed = recordShape.safeParse(properties);
  if (!parsed.success || hashOf(secret, previousHash, parsed.data) !== parsed.data.hash) return null;
  return { index: parsed.data.index, hash: parsed.data.hash };
}
