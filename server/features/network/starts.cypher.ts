/**
 * Living people who work at institutions now: stated with a start and no end, or seen there in the year in which the source was read.
 * $ids, $limit. Index: institution_id.
 */
export const EMPLOYED_NOW = /* cypher */ `
UNWIND $ids AS key
MATCH (:Institution {id: key})<-[r:WORKS_AT]-(p:Scientist)
WHERE r.to IS NULL AND (r.from IS NOT NULL OR left(r.asOf, 4) >= left(r.retrievedOn, 4)) AND p.deathDate IS NULL AND p.objectedOn IS NULL
WITH DISTINCT p LIMIT $limit
RETURN p.id AS id`;

/** Institutions in places or in what lies within them, by id. $ids. Index: place_id. */
export const INSTITUTIONS_IN = /* cypher */ `
UNWIND $ids AS key
MATCH (:Place {id: key})<-[:WITHIN*0..4]-(:Place)<-[:LOCATED_IN]-(i:Institution)
RETURN DISTINCT i.id AS id`;

/** Places by Chinese name, English name, alias or code. $names. Reads all places, of which there are some thousands. */
export const PLACES_NAMED = /* cypher */ `
MATCH (p:Place)
WHERE p.nameZh IN $names OR p.nameEn IN $names OR p.code IN $names OR any(alias IN p.aliases WHERE alias IN $names)
RETURN p.id AS id ORDER BY id`;

/** Scientists whom an account in use is linked to, by id. $limit, $demo: whether accounts of the trial desk count. Reads all accounts, of which there are few. */
export const LINKED_TO_ACCOUNTS = /* cypher */ `
MATCH (a:Account)-[:ACCOUNT_OF]->(p:Scientist)
WHERE NOT coalesce(a.disabled, false) AND (NOT coalesce(a.demo, false) OR $demo) AND p.deathDate IS NULL AND p.objectedOn IS NULL
WITH DISTINCT p LIMIT $limit
RETURN p.id AS id`;
