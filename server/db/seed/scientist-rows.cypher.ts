/** Id and hash of the people that exist. $keys. Index: scientist_key. */
export const SCIENTIST_HASHES = /* cypher */ `
MATCH (n:Scientist) WHERE n.key IN $keys
RETURN n.key AS key, n.id AS id, n.seedHash AS hash`;

/** The sources of some keys. $keys. Index: source_key. */
export const SOURCES_BY_KEY = /* cypher */ `
MATCH (n:Source) WHERE n.key IN $keys
RETURN n.key AS key, n.id AS id, n.retrievedAt AS retrievedAt`;

/** Properties for which a value stated by people is in use. $ids. Index: scientist_id. */
export const PROPERTIES_STATED_BY_PEOPLE = /* cypher */ `
MATCH (n:Scientist) WHERE n.id IN $ids
CALL (n) {
  MATCH (n)<-[:FACT_OF]-(f:Fact) WHERE f.inUse AND coalesce(f.origin, '') <> 'seed' RETURN f.property AS property
  UNION
  MATCH (n)-[r:BORN_IN]->() WHERE r.inUse AND coalesce(r.origin, '') <> 'seed' RETURN 'birthPlace' AS property
  UNION
  MATCH (n)-[r:ANCESTRAL_HOME]->() WHERE r.inUse AND coalesce(r.origin, '') <> 'seed' RETURN 'ancestralHome' AS property
}
RETURN n.id AS id, collect(property) AS properties`;

/** Deletes the facts of people that an import wrote. $ids. Index: scientist_id. */
export const DELETE_SEEDED_FACTS = /* cypher */ `
MATCH (n:Scientist) WHERE n.id IN $ids
MATCH (n)<-[:FACT_OF]-(f:Fact {origin: 'seed'})
DETACH DELETE f`;

/** Deletes the relationships of people that an import wrote. $ids. Index: scientist_id. */
export const DELETE_SEEDED_LINKS = /* cypher */ `
MATCH (n:Scientist) WHERE n.id IN $ids
MATCH (n)-[r:BORN_IN|ANCESTRAL_HOME|STUDIED_AT|WORKS_AT|SPECIALISES_IN|RECEIVED {origin: 'seed'}]->()
DELETE r`;

/** Frees the unique outer ids of people before they are written, so that two rows may swap them. $ids. Index: scientist_id. */
export const CLEAR_OUTER_IDS = /* cypher */ `
MATCH (n:Scientist) WHERE n.id IN $ids
REMOVE n.orcid, n.openAlexId, n.wikidataId`;

/** Creates or updates people. $rows: {key, id, hash, node, scalars}; a scalar that is null is removed, one left out is kept. Index: scientist_key. */
export const UPSERT_SCIENTISTS = /* cypher */ `
UNWIND $rows AS row
MERGE (n:Scientist {key: row.key})
ON CREATE SET n.id = row.id
SET n += row.node, n += row.scalars, n.seedHash = row.hash`;

/** Writes facts. $links: {from, properties}, from = id of the person. Index: scientist_id. */
export const CREATE_FACTS = /* cypher */ `
UNWIND $links AS link
MATCH (n:Scientist {id: link.from})
CREATE (f:Fact)-[:FACT_OF]->(n)
SET f = link.properties
RETURN count(f) AS count`;

/** Writes birthplaces. $links: {from, to, properties}, to = key of the place. Index: scientist_id, place_key. */
export const CREATE_BORN_IN = /* cypher */ `
UNWIND $links AS link
MATCH (n:Scientist {id: link.from})
MATCH (to:Place {key: link.to})
CREATE (n)-[r:BORN_IN]->(to)
SET r = link.properties
RETURN count(r) AS count`;

/** Writes ancestral homes. $links as for birthplaces. Index: scientist_id, place_key. */
export const CREATE_ANCESTRAL_HOME = /* cypher */ `
UNWIND $links AS link
MATCH (n:Scientist {id: link.from})
MATCH (to:Place {key: link.to})
CREATE (n)-[r:ANCESTRAL_HOME]->(to)
SET r = link.properties
RETURN count(r) AS count`;

/** Writes schoolings. $links, to = key of the institution. Index: scientist_id, institution_key. */
export const CREATE_STUDIED_AT = /* cypher */ `
UNWIND $links AS link
MATCH (n:Scientist {id: link.from})
MATCH (to:Institution {key: link.to})
CREATE (n)-[r:STUDIED_AT]->(to)
SET r = link.properties
RETURN count(r) AS count`;

/** Writes employments. $links, to = key of the institution. Index: scientist_id, institution_key. */
export const CREATE_WORKS_AT = /* cypher */ `
UNWIND $links AS link
MATCH (n:Scientist {id: link.from})
MATCH (to:Institution {key: link.to})
CREATE (n)-[r:WORKS_AT]->(to)
SET r = link.properties
RETURN count(r) AS count`;

/** Writes specialties. $links, to = key of the field. Index: scientist_id, field_key. */
export const CREATE_SPECIALISES_IN = /* cypher */ `
UNWIND $links AS link
MATCH (n:Scientist {id: link.from})
MATCH (to:Field {key: link.to})
CREATE (n)-[r:SPECIALISES_IN]->(to)
SET r = link.properties
RETURN count(r) AS count`;

/** Writes awards received. $links, to = key of the award. Index: scientist_id, award_key. */
export const CREATE_RECEIVED = /* cypher */ `
UNWIND $links AS link
MATCH (n:Scientist {id: link.from})
MATCH (to:Award {key: link.to})
CREATE (n)-[r:RECEIVED]->(to)
SET r = link.properties
RETURN count(r) AS count`;

/** The first of some keys of places that is not there. $keys. Index: place_key. */
export const UNKNOWN_PLACES = /* cypher */ `
UNWIND $keys AS key OPTIONAL MATCH (n:Place {key: key}) WITH key, n WHERE n IS NULL RETURN key LIMIT 1`;

/** As UNKNOWN_PLACES, of institutions. $keys. Index: institution_key. */
export const UNKNOWN_INSTITUTIONS = /* cypher */ `
UNWIND $keys AS key OPTIONAL MATCH (n:Institution {key: key}) WITH key, n WHERE n IS NULL RETURN key LIMIT 1`;

/** As UNKNOWN_PLACES, of fields. $keys. Index: field_key. */
export const UNKNOWN_FIELDS = /* cypher */ `
UNWIND $keys AS key OPTIONAL MATCH (n:Field {key: key}) WITH key, n WHERE n IS NULL RETURN key LIMIT 1`;

/** As UNKNOWN_PLACES, of awards. $keys. Index: award_key. */
export const UNKNOWN_AWARDS = /* cypher */ `
UNWIND $keys AS key OPTIONAL MATCH (n:Award {key: key}) WITH key, n WHERE n IS NULL RETURN key LIMIT 1`;

/** As UNKNOWN_PLACES, of sources. $keys. Index: source_key. */
export const UNKNOWN_SOURCES = /* cypher */ `
UNWIND $keys AS key OPTIONAL MATCH (n:Source {key: key}) WITH key, n WHERE n IS NULL RETURN key LIMIT 1`;

/** Whether a person exists. $id. Index: scientist_id. */
export const SCIENTIST_EXISTS = /* cypher */ `
MATCH (n:Scientist {id: $id}) RETURN n.id AS id`;

/** Deletes a person with their facts, needs and contacts, and the updates about nobody else. $id. Index: scientist_id. */
export const DELETE_SCIENTIST = /* cypher */ `
MATCH (n:Scientist {id: $id})
OPTIONAL MATCH (n)<-[:FACT_OF|NEED_OF|REACHES|ABOUT]-(own) WHERE NOT EXISTS { (own)-[:ABOUT]->(other) WHERE other <> n }
DETACH DELETE own, n`;

/** Whether anybody has refused. No parameters. Scans: stops at the first. */
export const ANY_REFUSAL = /* cypher */ `
MATCH (n:Refusal) RETURN n.hash AS hash LIMIT 1`;
