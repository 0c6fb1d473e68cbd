/** Hashes of the sources that exist. $keys. Index: source_key. */
export const SOURCE_HASHES = /* cypher */ `
MATCH (n:Source) WHERE n.key IN $keys RETURN n.key AS key, n.seedHash AS hash`;

/** Hashes of the places that exist. $keys. Index: place_key. */
export const PLACE_HASHES = /* cypher */ `
MATCH (n:Place) WHERE n.key IN $keys RETURN n.key AS key, n.seedHash AS hash`;

/** Hashes of the fields that exist. $keys. Index: field_key. */
export const FIELD_HASHES = /* cypher */ `
MATCH (n:Field) WHERE n.key IN $keys RETURN n.key AS key, n.seedHash AS hash`;

/** Hashes of the institutions that exist. $keys. Index: institution_key. */
export const INSTITUTION_HASHES = /* cypher */ `
MATCH (n:Institution) WHERE n.key IN $keys RETURN n.key AS key, n.seedHash AS hash`;

/** Hashes of the awards that exist. $keys. Index: award_key. */
export const AWARD_HASHES = /* cypher */ `
MATCH (n:Award) WHERE n.key IN $keys RETURN n.key AS key, n.seedHash AS hash`;

/** Creates or updates sources. $rows: {key, id, properties}; a property that is null is removed. Index: source_key. */
export const UPSERT_SOURCES = /* cypher */ `
UNWIND $rows AS row MERGE (n:Source {key: row.key}) ON CREATE SET n.id = row.id SET n += row.properties`;

/** Creates or updates places, as UPSERT_SOURCES. $rows. Index: place_key. */
export const UPSERT_PLACES = /* cypher */ `
UNWIND $rows AS row MERGE (n:Place {key: row.key}) ON CREATE SET n.id = row.id SET n += row.properties`;

/** Creates or updates fields, as UPSERT_SOURCES. $rows. Index: field_key. */
export const UPSERT_FIELDS = /* cypher */ `
UNWIND $rows AS row MERGE (n:Field {key: row.key}) ON CREATE SET n.id = row.id SET n += row.properties`;

/** Creates or updates institutions, as UPSERT_SOURCES. $rows. Index: institution_key. */
export const UPSERT_INSTITUTIONS = /* cypher */ `
UNWIND $rows AS row MERGE (n:Institution {key: row.key}) ON CREATE SET n.id = row.id SET n += row.properties`;

/** Creates or updates awards, as UPSERT_SOURCES. $rows. Index: award_key. */
export const UPSERT_AWARDS = /* cypher */ `
UNWIND $rows AS row MERGE (n:Award {key: row.key}) ON CREATE SET n.id = row.id SET n += row.properties`;

/** Deletes the outgoing relationships of places. $keys. Index: place_key. */
export const UNLINK_PLACES = /* cypher */ `
MATCH (n:Place) WHERE n.key IN $keys MATCH (n)-[r:WITHIN|SUCCEEDED_BY]->() DELETE r`;

/** Deletes the outgoing relationships of fields. $keys. Index: field_key. */
export const UNLINK_FIELDS = /* cypher */ `
MATCH (n:Field) WHERE n.key IN $keys MATCH (n)-[r:BROADER]->() DELETE r`;

/** Deletes the locations of institutions. $keys. Index: institution_key. */
export const UNLINK_INSTITUTIONS = /* cypher */ `
MATCH (n:Institution) WHERE n.key IN $keys MATCH (n)-[r:LOCATED_IN]->() DELETE r`;

/** Puts places into places. $links: {from, to}, keys. Index: place_key. */
export const LINK_WITHIN = /* cypher */ `
UNWIND $links AS link MATCH (n:Place {key: link.from}) MATCH (to:Place {key: link.to})
CREATE (n)-[r:WITHIN]->(to) RETURN count(r) AS count`;

/** Names the successors of places. $links: {from, to}, keys. Index: place_key. */
export const LINK_SUCCEEDED_BY = /* cypher */ `
UNWIND $links AS link MATCH (n:Place {key: link.from}) MATCH (to:Place {key: link.to})
CREATE (n)-[r:SUCCEEDED_BY]->(to) RETURN count(r) AS count`;

/** Puts fields under broader ones. $links: {from, to}, keys. Index: field_key. */
export const LINK_BROADER = /* cypher */ `
UNWIND $links AS link MATCH (n:Field {key: link.from}) MATCH (to:Field {key: link.to})
CREATE (n)-[r:BROADER]->(to) RETURN count(r) AS count`;

/** Locates institutions. $links: {from, to}, keys. Index: institution_key, place_key. */
export const LINK_LOCATED_IN = /* cypher */ `
UNWIND $links AS link MATCH (n:Institution {key: link.from}) MATCH (to:Place {key: link.to})
CREATE (n)-[r:LOCATED_IN]->(to) RETURN count(r) AS count`;

/** Marks sources as written. $rows: {key, hash}. Index: source_key. */
export const MARK_SOURCES = /* cypher */ `
UNWIND $rows AS row MATCH (n:Source {key: row.key}) SET n.seedHash = row.hash`;

/** Marks places as written. $rows: {key, hash}. Index: place_key. */
export const MARK_PLACES = /* cypher */ `
UNWIND $rows AS row MATCH (n:Place {key: row.key}) SET n.seedHash = row.hash`;

/** Marks fields as written. $rows: {key, hash}. Index: field_key. */
export const MARK_FIELDS = /* cypher */ `
UNWIND $rows AS row MATCH (n:Field {key: row.key}) SET n.seedHash = row.hash`;

/** Marks institutions as written. $rows: {key, hash}. Index: institution_key. */
export const MARK_INSTITUTIONS = /* cypher */ `
UNWIND $rows AS row MATCH (n:Institution {key: row.key}) SET n.seedHash = row.hash`;

/** Marks awards as written. $rows: {key, hash}. Index: award_key. */
export const MARK_AWARDS = /* cypher */ `
UNWIND $rows AS row MATCH (n:Award {key: row.key}) SET n.seedHash = row.hash`;
