import { copyFile, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { migrate } from "../../../server/db/migrate.ts";
import { read, write } from "../../../server/db/run.ts";
import { COUNT_MIGRATIONS, FORGE_MIGRATION, LIST_CONSTRAINTS } from "./test-database.cypher.ts";
import { DATABASE, silent, testDriver, wipeSchema } from "./test-database.ts";

const driver = testDriver();
const other = testDriver();

beforeEach(() => wipeSchema(driver));
afterAll(async () => {
  await wipeSchema(driver);
  await migrate(driver, DATABASE, silent);
  await Promise.all([driver.close(), other.close()]);
});

test("two instances migrating an empty database together both succeed, and each migration is recorded once", async () => {
  await Promise.all([migrate(driver, DATABASE, silent), migrate(other, DATABASE, silent)]);
  const recorded = await read(driver, DATABASE, COUNT_MIGRATIONS);
  const files = await readdir(new URL("../../../server/db/migrations/", import.meta.url));
  expect(recorded).toEqual(files.map((_file, index) => ({ version: index + 1, count: 1 })));
  const constraints = await read(driver, DATABASE, LIST_CONSTRAINTS);
  expect(constraints.map((row) => row.name)).toEqual(expect.arrayContaining(["scientist_id", "migration_version", "lease_name"]));
});

test("an applied migration whose file changed is refused", async () => {
  await migrate(driver, DATABASE, silent);
  await write(driver, DATABASE, FORGE_MIGRATION, { version: 2 });
  await expect(migrate(driver, DATABASE, silent)).rejects.toMatchObject({ code: "MIGRATION_CHANGED" });
});

test("a database migrated by a newer program is refused", async () => {
  await migrate(driver, DATABASE, silent);
  const older = await mkdtemp(join(tmpdir(), "migrations-"));
  await copyFile(new URL("../../../server/db/migrations/001-constraints.cypher", import.meta.url), join(older, "001-constraints.cypher"));
  await expect(migrate(driver, DATABASE, silent, older)).rejects.toMatchObject({ code: "DATABASE_TOO_NEW" });
});

test("after a migration that failed half-way the next run completes it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "migrations-"));
  const file = join(folder, "001-half.cypher");
  await writeFile(file, "CREATE INDEX half_one IF NOT EXISTS FOR (n:Half) ON (n.one); CREATE NONSENSE;");
  await expect(migrate(driver, DATABASE, silent, folder)).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
  expect(await read(driver, DATABASE, COUNT_MIGRATIONS)).toEqual([]);
  await writeFile(file, "CREATE INDEX half_one IF NOT EXISTS FOR (n:Half) ON (n.one);");
  await migrate(driver, DATABASE, silent, folder);
  expect(await read(driver, DATABASE, COUNT_MIGRATIONS)).toEqual([{ version: 1, count: 1 }]);
});
