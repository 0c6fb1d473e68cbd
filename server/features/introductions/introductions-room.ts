import type { Database } from "../../db/records.ts";
import { type WorkTransaction, workTransaction } from "../../db/work-changes.ts";
import type { IntroductionLink } from "../../graphql/generated.ts";
import type { Refusal } from "../../shared/refusals.ts";
import type { AuditDetail, AuditTrail } from "../audit/audit.types.ts";
import type { IntroductionPathModel } from "../network/network.types.ts";
import type { IntroductionTaskModel, Writer } from "./introductions.types.ts";

/** A path as it was shown: its people, and the links between them. */
export interface ShownPath {
  readonly people: readonly string[];
  readonly links: readonly IntroductionLink[];
  readonly since: number | null;
}

/** What every part of the room works with. */
export interface IntroductionsRoom extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
  /** Reads a path again; null when a link of it is no longer there. */
  readonly pathThrough: (path: ShownPath) => Promise<IntroductionPathModel | null>;
}

/** Characters of a note. */
export const NOTE_MOST = 500;

/** What became of a write: the id of the task, or why nothing was written. */
export type Written =
  | { readonly kind: "DONE"; readonly id: string }
  /** Somebody else has changed it. */
  | { readonly kind: "CHANGED"; readonly id: string }
  /** One for the same two people is running. */
  | { readonly kind: "RUNNING"; readonly id: string }
  | { readonly kind: "REFUSED"; readonly refusal: Refusal };

/** Runs a write of the room. */
export function writing<T>(room: Database, work: (transaction: WorkTransaction) => Promise<T>): Promise<T> {
  return workTransaction({ driver: room.driver, database: room.database }, work);
}

/** Records what happened to a task, and lets the windows of those concerned ask again. Notes and reasons stay out of the trail. */
export async function recordTask(
  room: Pick<IntroductionsRoom, "audit">,
  transaction: WorkTransaction,
  task: IntroductionTaskModel,
  detail: AuditDetail,
  by: Writer | null,
): Promise<void> {
  transaction.touchReferrer(task.askedById);
  if (task.handlerId !== null) transaction.touchReferrer(task.handlerId);
  const subjectIds = [task.id, ...task.people.map(({ person }) => person.id)];
  const who = by ?? { actor: null, origin: null };
  await room.audit.appendIn(transaction, { ...who, action: "INTRODUCTION", subjectIds, detail, result: "OK" });
}
