/** Creates the constraint that keeps a migration from being recorded twice; needed before the first record. No parameters. */
export const CREATE_MIGRATION_CONSTRAINT = /* cypher */ `
CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE`;

/** The migrations applied so far, oldest first. No parameters. Scans: one node per migration. */
export const LIST_MIGRATIONS = /* cypher */ `
MATCH (m:Migration)
RETURN m.version AS version, m.name AS name, m.checksum AS checksum ORDER BY version`;

/** Records an applied migration; a second record is refused by the constraint migration_version. $version, $name, $checksum. */
export const RECORD_MIGRATION = /* cypher */ `
CREATE (:Migration {version: $version, name: $name, checksum: $checksum, appliedAt: toString(datetime())})`;

/** Waits until every index answers. $seconds. */
export const AWAIT_INDEXES = /* cypher */ `
CALL db.awaitIndexes($seconds)`;
