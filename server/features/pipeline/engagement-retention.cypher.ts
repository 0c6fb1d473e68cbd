/** Engagements closed before a day. $before, $limit. Index: engagement_status. */
export const CLOSED_BEFORE = /* cypher */ `
MATCH (e:Engagement) WHERE e.status IN ['STOPPED', 'LANDED'] AND e.closedOn < $before
RETURN e.id AS id ORDER BY e.id LIMIT $limit`;

/** Engagements of some candidates, of whatever status. $candidateIds. Index: candidate_id. */
export const ENGAGEMENTS_OF_CANDIDATES = /* cypher */ `
MATCH (c:Candidate) WHERE c.id IN $candidateIds
MATCH (c)<-[:ENGAGES]-(e:Engagement)
RETURN e.id AS id ORDER BY e.id`;

/** Removes engagements with moves, checks, contacts and promises, and tells whom they were about. $ids. Index: engagement_id. */
export const DELETE_ENGAGEMENTS = /* cypher */ `
MATCH (e:Engagement) WHERE e.id IN $ids
MATCH (e)-[:ENGAGES]->(c:Candidate)
OPTIONAL MATCH (e)<-[:MOVE_OF|CHECK_OF]-(history)
WITH e, c, collect(history) AS histories
OPTIONAL MATCH (e)<-[:LOGGED_UNDER]-(l:ContactEntry)
OPTIONAL MATCH (l)<-[:PROMISED_IN]-(p:PromiseMade)
WITH e, c.id AS candidateId, e.id AS id, histories, collect(DISTINCT l) AS contacts, collect(DISTINCT p) AS promises
FOREACH (each IN histories | DETACH DELETE each)
FOREACH (each IN promises | DETACH DELETE each)
FOREACH (each IN contacts | DETACH DELETE each)
DETACH DELETE e
RETURN id, candidateId`;
