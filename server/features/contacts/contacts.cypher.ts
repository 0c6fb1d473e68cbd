/** Contacts of people, oldest first. $keys: people. Index: scientist_id. */
export const CONTACTS_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (:Scientist {id: key})<-[:REACHES]-(c:ContactPoint)
WITH key, c ORDER BY c.id
RETURN key, collect(c {.id, .kind, .masked, .statedSource, .lawfulBasis, .obtainedOn, demo: coalesce(c.demo, false)}) AS items`;

/** One contact with its sealed text and whose it is. $id. Index: contact_point_id. */
export const CONTACT_BY_ID = /* cypher */ `
MATCH (c:ContactPoint {id: $id})-[:REACHES]->(n:Scientist)
RETURN c {.id, .kind, .masked, .statedSource, .lawfulBasis, .obtainedOn, demo: coalesce(c.demo, false)} AS contact, c.sealed AS sealed, n.id AS scientistId`;

/** Whether a person is there, and since when they object to being contacted. $id. Index: scientist_id. */
export const REACHABLE_PERSON = /* cypher */ `
MATCH (n:Scientist {id: $id}) RETURN n.objectedOn AS objectedOn`;

/** Adds a contact. $scientistId, $properties. Index: scientist_id. */
export const CREATE_CONTACT = /* cypher */ `
MATCH (n:Scientist {id: $scientistId})
CREATE (c:ContactPoint)-[:REACHES]->(n)
SET c = $properties
RETURN c.id AS id`;

/** Removes a contact. $id. Index: contact_point_id. */
export const DELETE_CONTACT = /* cypher */ `
MATCH (c:ContactPoint {id: $id}) DETACH DELETE c`;
