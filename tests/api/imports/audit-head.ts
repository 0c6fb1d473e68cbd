import type { Driver } from "neo4j-driver";
import { migrate } from "../../../server/db/migrate.ts";
import { DATABASE, silent } from "../db/test-database.ts";

/** Makes the head of the audit trail anew after everything was deleted: the migrations run again. */
export function migrateAudit(driver: Driver): Promise<unknown> {
  return migrate(driver, DATABASE, silent);
}
