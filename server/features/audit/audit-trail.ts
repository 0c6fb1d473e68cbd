import { isRetryableError } from "neo4j-driver";
import { z } from "zod";
import type { Database } from "../../db/records.ts";
import { decodeRows } from "../../db/records.ts";
import { type Transaction, writeTransaction } from "../../db/run.ts";
import { newId } from "../../shared/ids.ts";
import type { Log } from "../../shared/log.ts";
import type { Secret } from "../../shared/secret.ts";
import { APPEND_AUDIT_RECORDS, AUDIT_RECORD_OF_ID, LOCK_AUDIT_HEAD } from "./audit.cypher.ts";
import type { AuditEvent, AuditTrail } from "./audit.types.ts";
import { chained, type HeadState, openHead, type RecordBody, type StoredRecord, sealedHead } from "./audit-chain.ts";
import { detailText } from "./audit-detail.ts";
import { AuditUnavailableError } from "./audit-error.ts";

/** What a trail is made of. */
export interface AuditTrailOptions extends Database {
  readonly secret: Secret;
  readonly clock: () => Date;
  readonly log: Log;
  /** After which a group that cannot be written is given up, waiting for the lock included; 5 s unless told. */
  readonly timeoutMs?: number;
}

/** An event that has its id, and all that does not depend on its place. */
export type Draft = Omit<RecordBody, "index" | "at">;

interface Waiting {
  readonly draft: Draft;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

const DEFAULT_TIMEOUT_MS = 5_000;
/** A group is one transaction: large enough for any burst, small enough to be quick. */
const MAX_GROUP = 500;
/** A database that has stopped answering must not fill our memory. */
const MAX_WAITING = 20_000;

const lockedHead = z.object({ head: z.unknown() });

/** An event as it is kept, but for its place and time. */
export function draftOf(event: AuditEvent, now: Date): Draft {
  const { actor, origin } = event;
  return {
    id: newId(now.getTime()),
    actorId: actor?.id ?? null,
    actorName: actor?.name ?? null,
    actorRole: actor?.role ?? null,
    demo: actor?.demo ?? false,
    ip: origin?.ip ?? null,
    action: event.action,
    subjectIds: [...new Set(event.subjectIds)],
    detail: detailText(event.detail),
    result: event.result,
    requestId: origin?.requestId ?? null,
  };
}

/** What is added to a chain, and its new beginning when old records are deleted. */
export interface Extension {
  readonly drafts: readonly Draft[];
  readonly start?: Pick<HeadState, "prunedTo" | "prunedHash">;
}

/**
 * Locks the end of the chain, adds the records that `make` answers for it, and moves the end; all in the given transaction.
 * @throws AuditUnavailableError when the head is missing or was tampered with: to continue from it would seal the tampering
 */
export async function extendChain(
  transaction: Transaction,
  { secret, clock }: Pick<AuditTrailOptions, "secret" | "clock">,
  make: (head: HeadState) => Promise<Extension>,
): Promise<void> {
  const [locked] = decodeRows(lockedHead, await transaction.run(LOCK_AUDIT_HEAD));
  const head = openHead(secret, locked?.head);
  if (head === null)
    throw new AuditUnavailableError({ cause: new Error("the head of the audit trail is missing or not as it was sealed") });
  const at = clock().toISOString();
  const records: StoredRecord[] = [];
  let last = { index: head.count, hash: head.hash };
  const { drafts, start } = await make(head);
  if (drafts.length === 0) return;
  for (const draft of drafts) {
    const record = chained(secret, last.hash, { ...draft, index: last.index + 1, at });
    records.push(record);
    last = record;
  }
  await transaction.run(APPEND_AUDIT_RECORDS, {
    records,
    head: sealedHead(secret, { ...head, ...start, count: last.index, hash: last.hash }),
  });
}

class GraphAuditTrail implements AuditTrail {
  readonly #options: AuditTrailOptions;
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(options: AuditTrailOptions) {
    this.#options = options;
  }

  append(event: AuditEvent): Promise<void> {
    if (this.#waiting.length >= MAX_WAITING) return Promise.reject(new AuditUnavailableError());
    return new Promise((done, failed) => {
      this.#waiting.push({ draft: draftOf(event, this.#options.clock()), done, failed });
      if (!this.#writing) void this.#writeGroups();
    });
  }

  async appendIn(transaction: Transaction, event: AuditEvent): Promise<void> {
    try {
      const draft = draftOf(event, this.#options.clock());
      await extendChain(transaction, this.#options, async () => ({ drafts: [draft] }));
    } catch (error) {
      // A passing fault is the driver's to try again, together with the writes before it.
      if (error instanceof Error && isRetryableError(error)) throw error;
      throw this.#unavailable(error);
    }
  }

  /** While one group is being written the next one gathers: the more events there are, the fewer transactions each costs. */
  async #writeGroups(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, MAX_GROUP);
      try {
        await this.#writeGroup(group.map(({ draft }) => draft));
        for (const { done } of group) done();
      } catch (error) {
        const reason = this.#unavailable(error);
        for (const { failed } of group) failed(reason);
      }
    }
    this.#writing = false;
  }

  async #writeGroup(drafts: readonly Draft[]): Promise<void> {
    const { driver, database, timeoutMs = DEFAULT_TIMEOUT_MS } = this.#options;
    let tries = 0;
    await writeTransaction(
      driver,
      database,
      async (transaction) => {
        tries += 1;
        // The connection may have been lost after the commit and before its answer: then the driver tries what is already kept.
        if (tries > 1 && (await transaction.run(AUDIT_RECORD_OF_ID, { id: drafts[0]?.id })).length > 0) return;
        await extendChain(transaction, this.#options, async () => ({ drafts }));
      },
      { timeoutMs },
    );
  }

  #unavailable(error: unknown): AuditUnavailableError {
    this.#options.log.error({ err: error }, "audit record not written");
    return error instanceof AuditUnavailableError ? error : new AuditUnavailableError({ cause: error });
  }
}

/**
 * The trail in the graph. Any number of instances may write: each takes the lock of the one head for a moment, so that indexes run
 * from 1 without gaps and each record's hash covers the one before it.
 */
export function createAuditTrail(options: AuditTrailOptions): AuditTrail {
  return new GraphAuditTrail(options);
}
