import type { Database } from "../../db/records.ts";
import type { WorkTransaction } from "../../db/work-changes.ts";
import type { AuditTrail } from "../audit/audit.types.ts";
import { writing } from "./introductions-room.ts";
import { DELETE_INTRODUCTION_TASKS } from "./tasks.cypher.ts";
import { endedTasks, eraseFromTasks } from "./tasks.repository.ts";

const BATCH = 200;

function removeBatch(database: Database, audit: AuditTrail, before: string): Promise<number> {
  return writing(database, async (transaction) => {
    const ids = await endedTasks(transaction, before, BATCH);
    if (ids.length === 0) return 0;
    await transaction.run(DELETE_INTRODUCTION_TASKS, { ids });
    const detail = { kind: "introduction tasks", before, count: ids.length };
    await audit.appendIn(transaction, { actor: null, origin: null, action: "RETENTION", subjectIds: ids, detail, result: "OK" });
    return ids.length;
  });
}

/** Removes tasks that ended before a day, on record; returns how many. */
export async function removeEndedTasks(database: Database, audit: AuditTrail, before: string): Promise<number> {
  let total = 0;
  for (let batch = BATCH; batch === BATCH; total += batch) batch = await removeBatch(database, audit, before);
  return total;
}

/** Takes a person who is erased out of all tasks; windows that show them ask again. */
export async function eraseIntroductions(transaction: WorkTransaction, scientistId: string): Promise<void> {
  for (const accountId of await eraseFromTasks(transaction, scientistId)) transaction.touchReferrer(accountId);
}
