/** Keeps a link for an account. $accountId, $secretHash, $purpose, $expiresAt. Index: account_id. */
export const CREATE_ACCOUNT_LINK = /* cypher */ `
MATCH (a:Account {id: $accountId})
CREATE (:OneTimeLink {secretHash: $secretHash, purpose: $purpose, expiresAt: $expiresAt})-[:LINK_FOR]->(a)`;

/** Keeps the link of a set-up. $secretHash, $expiresAt. */
export const CREATE_SET_UP_LINK = /* cypher */ `
CREATE (:OneTimeLink {secretHash: $secretHash, purpose: 'SET_UP', expiresAt: $expiresAt})`;

/** Voids the links of a set-up. No parameters. Scans: links are few. */
export const DELETE_SET_UP_LINKS = /* cypher */ `
MATCH (l:OneTimeLink {purpose: 'SET_UP'}) DETACH DELETE l`;

/** Voids the links of an account. $accountId. Index: account_id. */
export const DELETE_LINKS_OF = /* cypher */ `
MATCH (:Account {id: $accountId})<-[:LINK_FOR]-(l:OneTimeLink) DETACH DELETE l`;

/** Takes a link, locked, so that of two who try at once one gets it. $secretHash. Index: one_time_link_secret_hash. */
export const LOCK_LINK = /* cypher */ `
MATCH (l:OneTimeLink {secretHash: $secretHash})
SET l.secretHash = $secretHash
WITH l
OPTIONAL MATCH (l)-[:LINK_FOR]->(a:Account)
RETURN l.purpose AS purpose, l.expiresAt AS expiresAt, a.id AS accountId`;

/** Uses a link up. $secretHash. Index: one_time_link_secret_hash. */
export const DELETE_LINK = /* cypher */ `
MATCH (l:OneTimeLink {secretHash: $secretHash}) DETACH DELETE l`;

/** Removes what has ended by time: links. $now. Index: one_time_link_expires_at. */
export const SWEEP_LINKS = /* cypher */ `
MATCH (l:OneTimeLink) WHERE l.expiresAt <= $now
DETACH DELETE l`;
