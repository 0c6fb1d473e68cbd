/** Deletes all nodes and relationships. No parameters. Scans: it is meant to. Runs as an auto-commit statement. */
export const DELETE_EVERYTHING = /* cypher */ `
MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`;

/** Names of all constraints. No parameters. */
export const LIST_CONSTRAINTS = /* cypher */ `SHOW CONSTRAINTS YIELD name`;

/** Names of all indexes that no constraint owns. No parameters. */
export const LIST_INDEXES = /* cypher */ `SHOW INDEXES YIELD name, owningConstraint, type WHERE owningConstraint IS NULL AND type <> 'LOOKUP' RETURN name`;

/** Drops a constraint. $name. */
export const DROP_CONSTRAINT = /* cypher */ `DROP CONSTRAINT $name IF EXISTS`;

/** Drops an index. $name. */
export const DROP_INDEX = /* cypher */ `DROP INDEX $name IF EXISTS`;

/** How many nodes have each label combination. No parameters. Scans: test databases are small. */
export const COUNT_NODES = /* cypher */ `MATCH (n) RETURN count(n) AS count`;

/** Relationships and facts of a person by origin. $key. Index: scientist_key. */
export const FACTS_OF_KEY = /* cypher */ `
MATCH (s:Scientist {key: $key})<-[:FACT_OF]-(f:Fact)
RETURN f.property AS property, f.value AS value, f.inUse AS inUse, f.origin AS origin ORDER BY property, value`;

/** A fact stated by a person, not by the seeds, in use. $key, $id, $property, $value, $sourceId. Index: scientist_key. */
export const ADD_PERSONS_FACT = /* cypher */ `
MATCH (s:Scientist {key: $key})
CREATE (:Fact {id: $id, property: $property, value: $value, inUse: true, sourceId: $sourceId, retrievedOn: '2026-01-01', confidence: 1.0})-[:FACT_OF]->(s)`;

/** The scalars in use of a person. $key. Index: scientist_key. */
export const SCALARS_OF_KEY = /* cypher */ `
MATCH (s:Scientist {key: $key}) RETURN s.id AS id, s.nameZh AS nameZh, s.birthDate AS birthDate, s.specialty AS specialty`;

/** All migrations, with how often each is recorded. No parameters. */
export const COUNT_MIGRATIONS = /* cypher */ `
MATCH (m:Migration) RETURN m.version AS version, count(m) AS count ORDER BY version`;

/** Forges the checksum of a migration. $version. Index: migration_version. */
export const FORGE_MIGRATION = /* cypher */ `
MATCH (m:Migration {version: $version}) SET m.checksum = 'forged'`;

/** What every index is on. No parameters. */
export const SHOW_INDEXES = /* cypher */ `SHOW INDEXES YIELD name, type, labelsOrTypes, properties`;

/** Counts what the indexes hold and plans every statement anew. No parameters. */
export const REFRESH_STATISTICS = /* cypher */ `CALL db.prepareForReplanning(60)`;
