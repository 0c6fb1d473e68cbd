import type { Driver } from "neo4j-driver";
import { inject } from "vitest";
import { z } from "zod";
import { createDriver } from "../../../server/db/driver.ts";
import { migrate } from "../../../server/db/migrate.ts";
import { decodeRows } from "../../../server/db/records.ts";
import { read, write } from "../../../server/db/run.ts";
import type { Log } from "../../../server/shared/log.ts";
import { DELETE_EVERYTHING, DROP_CONSTRAINT, DROP_INDEX, LIST_CONSTRAINTS, LIST_INDEXES } from "./test-database.cypher.ts";

/** The one database of Neo4j Community. */
export const DATABASE = "neo4j";

/** A log that says nothing. */
export const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

const named = z.object({ name: z.string() });

/** A driver to the test engine. The caller closes it. */
export function testDriver(): Driver {
  return createDriver(inject("neo4j"));
}

/** Deletes all data, keeping constraints and indexes. */
export async function wipe(driver: Driver): Promise<void> {
  const session = driver.session({ database: DATABASE });
  await session.run(DELETE_EVERYTHING);
  await session.close();
}

/** Deletes all data, constraints and indexes, as in a new database. */
export async function wipeSchema(driver: Driver): Promise<void> {
  await wipe(driver);
  for (const { name } of decodeRows(named, await read(driver, DATABASE, LIST_CONSTRAINTS)))
    await write(driver, DATABASE, DROP_CONSTRAINT, { name });
  for (const { name } of decodeRows(named, await read(driver, DATABASE, LIST_INDEXES))) await write(driver, DATABASE, DROP_INDEX, { name });
}

/** A driver to an empty, migrated database. */
export async function emptyDatabase(): Promise<Driver> {
  const driver = testDriver();
  await wipe(driver);
  await migrate(driver, DATABASE, silent);
  return driver;
}
