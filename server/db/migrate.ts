import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Driver } from "neo4j-driver";
import { z } from "zod";
import { AppError } from "../shared/errors.ts";
import type { Log } from "../shared/log.ts";
import { withLease } from "./lease.ts";
import { AWAIT_INDEXES, CREATE_MIGRATION_CONSTRAINT, LIST_MIGRATIONS, RECORD_MIGRATION } from "./migrate.cypher.ts";
import { decodeRows } from "./records.ts";
import { read, write } from "./run.ts";
import { splitStatements } from "./statements.ts";

const MIGRATIONS_FOLDER = fileURLToPath(new URL("./migrations/", import.meta.url));
const FILE_NAME = /^(\d{3})-(.+)\.cypher$/;
const INDEX_WAIT_S = 300;
/** Building an index over a million nodes takes seconds, not minutes (engine.md), with room for a slow disk. */
const STATEMENT_TIMEOUT_MS = 300_000;

interface Migration {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

const appliedMigration = z.object({ version: z.number(), name: z.string(), checksum: z.string() });

/** An applied migration is not what its file says now. Code `MIGRATION_CHANGED`. */
export class MigrationChangedError extends AppError {
  constructor(name: string) {
    super(
      "MIGRATION_CHANGED",
      `迁移“${name}”在执行后被修改过，请恢复原文件，并另建新的迁移。`,
      `The migration "${name}" was edited after it had been applied; restore the file and write a new migration instead.`,
    );
  }
}

/** The database was migrated by a newer program. Code `DATABASE_TOO_NEW`. */
export class DatabaseTooNewError extends AppError {
  constructor(name: string) {
    super(
      "DATABASE_TOO_NEW",
      `数据库已由更新版本的系统升级（含未知迁移“${name}”），请改用新版本启动。`,
      `The database was upgraded by a newer version of this program (it has the migration "${name}"); start that version.`,
    );
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const migrations: Migration[] = [];
  for (const file of (await readdir(folder)).sort()) {
    const match = FILE_NAME.exec(file);
    if (match === null) continue;
    const text = (await readFile(`${folder}/${file}`, "utf8")).replaceAll("\r\n", "\n");
    const checksum = createHash("sha256").update(text).digest("hex");
    migrations.push({ version: Number(match[1]), name: match[2] ?? "", checksum, statements: splitStatements(text) });
  }
  return migrations;
}

async function applyMissing(
  driver: Driver,
  database: string,
  log: Log,
  migrations: readonly Migration[],
  signal: AbortSignal,
): Promise<void> {
  await write(driver, database, CREATE_MIGRATION_CONSTRAINT);
  const applied = new Map(decodeRows(appliedMigration, await read(driver, database, LIST_MIGRATIONS)).map((row) => [row.version, row]));
  for (const row of applied.values()) {
    const known = migrations.find((migration) => migration.version === row.version);
    if (known === undefined) throw new DatabaseTooNewError(row.name);
    if (known.checksum !== row.checksum) throw new MigrationChangedError(row.name);
  }
  for (const migration of migrations) {
    if (applied.has(migration.version)) continue;
    // Neo4j keeps schema and data in separate transactions, so each statement must be harmless when it runs again (IF NOT EXISTS).
    for (const statement of migration.statements) {
      signal.throwIfAborted();
      await write(driver, database, statement, {}, { timeoutMs: STATEMENT_TIMEOUT_MS });
    }
    signal.throwIfAborted();
    await write(driver, database, RECORD_MIGRATION, { version: migration.version, name: migration.name, checksum: migration.checksum });
    log.info({ version: migration.version, name: migration.name }, "migration applied");
  }
}

/**
 * Brings the database to the constraints and indexes of migrations/, and waits until every index answers. Several instances may start
 * together: one works, the others wait for it and find it done.
 * @throws MigrationChangedError, DatabaseTooNewError, LeaseHeldError, LeaseLostError or an AppError by the code of the driver's error
 */
export async function migrate(driver: Driver, database: string, log: Log, folder: string = MIGRATIONS_FOLDER): Promise<void> {
  const migrations = await readMigrations(folder);
  await withLease(driver, database, "migrate", (signal) => applyMissing(driver, database, log, migrations, signal));
  await read(driver, database, AWAIT_INDEXES, { seconds: INDEX_WAIT_S }, { timeoutMs: INDEX_WAIT_S * 1000 });
}
