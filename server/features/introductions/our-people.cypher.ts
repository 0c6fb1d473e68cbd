/** Accounts in use that can be asked, with the scientist each is of. $demo: those of the trial desk too. Reads all accounts, of which there are few. */
export const OUR_ACCOUNTS = /* cypher */ `
MATCH (a:Account)
WHERE a.role IN ['OFFICER', 'AMBASSADOR'] AND NOT coalesce(a.disabled, false) AND (NOT coalesce(a.demo, false) OR $demo)
OPTIONAL MATCH (a)-[r:ACCOUNT_OF]->(s:Scientist)
RETURN a.id AS id, a.displayName AS name, a.role AS role, coalesce(a.demo, false) AS demo, s.id AS scientistId, r.byName AS confirmedBy, r.at AS confirmedAt
ORDER BY name, id`;

/** One of these accounts. $id. Index: account_id. */
export const OUR_ACCOUNT = /* cypher */ `
MATCH (a:Account {id: $id})
WHERE a.role IN ['OFFICER', 'AMBASSADOR'] AND NOT coalesce(a.disabled, false)
OPTIONAL MATCH (a)-[r:ACCOUNT_OF]->(s:Scientist)
RETURN a.id AS id, a.displayName AS name, a.role AS role, coalesce(a.demo, false) AS demo, s.id AS scientistId, r.byName AS confirmedBy, r.at AS confirmedAt`;

/** A scientist, and the account in use that can be asked and is of them. $id. Index: scientist_id. */
export const SCIENTIST_TO_LINK = /* cypher */ `
MATCH (s:Scientist {id: $id})
RETURN s.id AS id,
  [(s)<-[:ACCOUNT_OF]-(a:Account) WHERE a.role IN ['OFFICER', 'AMBASSADOR'] AND NOT coalesce(a.disabled, false) | a.id][0] AS accountId`;

/** Says that an account is of nobody. $accountId. Index: account_id. */
export const UNLINK_ACCOUNT = /* cypher */ `
MATCH (:Account {id: $accountId})-[r:ACCOUNT_OF]->(:Scientist) DELETE r`;

/** Says of which scientist an account is; accounts out of use are no longer of that scientist. $accountId, $scientistId, $link (properties). Indexes: account_id, scientist_id. */
export const LINK_ACCOUNT = /* cypher */ `
MATCH (a:Account {id: $accountId})
MATCH (s:Scientist {id: $scientistId})
OPTIONAL MATCH (s)<-[old:ACCOUNT_OF]-(:Account)
DELETE old
WITH DISTINCT a, s
CREATE (a)-[r:ACCOUNT_OF]->(s)
SET r = $link`;

/** The latest version of what the zone is. Reads all versions, of which there are few. */
export const ZONE = /* cypher */ `
MATCH (z:ZoneSettings)
RETURN z {.version, .placeIds, .institutionIds, .changedBy, .changedAt} AS zone ORDER BY z.version DESC LIMIT 1`;

/** Those of some ids that are places or institutions. $placeIds, $institutionIds. Indexes: place_id, institution_id. */
export const KNOWN_OF_ZONE = /* cypher */ `
RETURN COLLECT { UNWIND $placeIds AS id MATCH (p:Place {id: id}) RETURN p.id } AS placeIds,
  COLLECT { UNWIND $institutionIds AS id MATCH (i:Institution {id: id}) RETURN i.id } AS institutionIds`;

/** Keeps a version of what the zone is. $zone. */
export const CREATE_ZONE = /* cypher */ `
CREATE (z:ZoneSettings) SET z = $zone`;
