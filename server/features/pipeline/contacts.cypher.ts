/** Contacts logged under engagements, latest first. $keys. Index: engagement_id. */
export const CONTACTS_UNDER = /* cypher */ `
UNWIND $keys AS key
MATCH (e:Engagement {id: key})<-[:LOGGED_UNDER]-(l:ContactEntry)
WITH key, e, l ORDER BY l.on DESC, l.id DESC
RETURN key, collect(l {.id, .kind, .on, .summary, .language, .byId, .byName, .loggedAt, engagementId: e.id,
  promises: COLLECT { MATCH (l)<-[:PROMISED_IN]-(p:PromiseMade) RETURN p {.id, .text, .dueOn, .keptOn} ORDER BY p.id }}) AS items`;

/** Contacts by id. $keys. Index: contact_entry_id. */
export const CONTACTS_BY_ID = /* cypher */ `
UNWIND $keys AS key
MATCH (l:ContactEntry {id: key})-[:LOGGED_UNDER]->(e:Engagement)
RETURN key, [l {.id, .kind, .on, .summary, .language, .byId, .byName, .loggedAt, engagementId: e.id,
  promises: COLLECT { MATCH (l)<-[:PROMISED_IN]-(p:PromiseMade) RETURN p {.id, .text, .dueOn, .keptOn} ORDER BY p.id }}] AS items`;

/** The latest contact of the office with scientists, under whichever engagement. $keys. Index: scientist_id. */
export const LAST_CONTACTS_WITH = /* cypher */ `
UNWIND $keys AS key
MATCH (:Scientist {id: key})<-[:IDENTIFIED_AS]-(:Candidate)<-[:ENGAGES]-(e:Engagement)<-[:LOGGED_UNDER]-(l:ContactEntry)
WITH key, e, l ORDER BY l.on DESC, l.id DESC
RETURN key, collect({on: l.on, kind: l.kind, deskId: e.desk})[0] AS contact`;

/** The contact that a sending has written already. $loggingKey. Index: contact_entry_logging_key. */
export const CONTACT_OF_SENDING = /* cypher */ `
MATCH (l:ContactEntry {loggingKey: $loggingKey})-[:LOGGED_UNDER]->(e:Engagement)
RETURN l.id AS id, e.id AS engagementId`;

/** Logs a contact with its promises. $id (of the engagement), $contact, $promises (properties). Index: engagement_id. */
export const CREATE_CONTACT_ENTRY = /* cypher */ `
MATCH (e:Engagement {id: $id})
CREATE (l:ContactEntry)-[:LOGGED_UNDER]->(e)
SET l = $contact
WITH l
UNWIND $promises AS promise
CREATE (p:PromiseMade)-[:PROMISED_IN]->(l)
SET p = promise`;

/** A promise and under which engagement it was made. $id. Index: promise_made_id. */
export const PROMISE_BY_ID = /* cypher */ `
MATCH (p:PromiseMade {id: $id})-[:PROMISED_IN]->(:ContactEntry)-[:LOGGED_UNDER]->(e:Engagement)
RETURN p {.id, .keptOn} AS promise, e.id AS engagementId`;

/** Marks a promise as kept. $id, $keptOn. Index: promise_made_id. */
export const KEEP_PROMISE = /* cypher */ `
MATCH (p:PromiseMade {id: $id}) SET p.keptOn = $keptOn`;
