/** Removes candidates, and the keys that no other candidate has: a key holds the name. $ids. Index: candidate_id. */
export const DELETE_CANDIDATES = /* cypher */ `
MATCH (c:Candidate) WHERE c.id IN $ids
OPTIONAL MATCH (c)-[:HAS_KEY]->(k:CandidateKey)
WHERE NOT EXISTS { MATCH (k)<-[:HAS_KEY]-(other:Candidate) WHERE NOT other.id IN $ids }
WITH collect(DISTINCT c) AS candidates, collect(DISTINCT k) AS keys
FOREACH (key IN keys | DETACH DELETE key)
FOREACH (candidate IN candidates | DETACH DELETE candidate)`;

/** Those of some candidates that no referral and no engagement names. $ids. Index: candidate_id. */
export const FORGOTTEN_CANDIDATES = /* cypher */ `
MATCH (c:Candidate) WHERE c.id IN $ids AND NOT (c)<-[:ENGAGES]-() AND NOT (c)<-[:NAMES]-()
RETURN c.id AS id`;

/** Notes that the person of a candidate objects to being contacted. $id, $on. Index: candidate_id. */
export const RECORD_CANDIDATE_OBJECTION = /* cypher */ `
MATCH (c:Candidate {id: $id})
SET c.objectedOn = $on`;

/** The scientist of an id, or the candidate of it with the scientist it is. $id. Indexes: scientist_id, candidate_id. */
export const SUBJECT_OF = /* cypher */ `
OPTIONAL MATCH (s:Scientist {id: $id})
OPTIONAL MATCH (c:Candidate {id: $id})
OPTIONAL MATCH (c)-[:IDENTIFIED_AS]->(is:Scientist)
RETURN coalesce(s.id, is.id) AS scientistId, c.id AS candidateId`;
