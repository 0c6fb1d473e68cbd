/** Every institution with its names, and the names of countries and provinces; no parameters. Reads whole labels on purpose: they are kept in memory. */
export const EMPLOYER_NAMES = /* cypher */ `
MATCH (i:Institution)
RETURN i.id AS id, coalesce(i.aliases, []) + [i.nameZh, i.nameEn] AS names`;

/** Names of countries and provinces, which are no institution's short name. No parameters. Index: place_level. */
export const REGION_NAMES = /* cypher */ `
MATCH (p:Place) WHERE p.level IN ['COUNTRY', 'PROVINCE']
RETURN coalesce(p.aliases, []) + [p.nameZh, p.nameEn] AS names`;

/** Candidates by id. $keys. Index: candidate_id. */
export const CANDIDATES_BY_ID = /* cypher */ `
MATCH (c:Candidate) WHERE c.id IN $keys
OPTIONAL MATCH (c)-[:IDENTIFIED_AS]->(s:Scientist)
RETURN c.id AS key, c.id AS id, coalesce(s.nameZh, s.nameEn, c.name) AS name, c.employer AS employer, c.orcid AS orcid, s.id AS scientistId,
  coalesce(c.demo, false) AS demo`;

/** Candidates that have any of some keys, with all keys they have, oldest first. $keys. Index: candidate_key_key. */
export const CANDIDATES_BY_KEYS = /* cypher */ `
MATCH (k:CandidateKey) WHERE k.key IN $keys
MATCH (k)<-[:HAS_KEY]-(c:Candidate)
WITH DISTINCT c ORDER BY c.createdAt, c.id
RETURN c.id AS id, c.name AS name, c.objectedOn AS objectedOn, [(c)-[:HAS_KEY]->(every:CandidateKey) | every.key] AS keys`;

/** All candidates of a candidate's person, itself included, oldest first. $id. Index: candidate_id. */
export const CANDIDATES_OF_PERSON = /* cypher */ `
MATCH (c:Candidate {id: $id})
OPTIONAL MATCH (c)-[:IDENTIFIED_AS]->(:Scientist)<-[:IDENTIFIED_AS]-(other:Candidate)
WITH c, collect(other) + c AS all
UNWIND all AS each
WITH DISTINCT each ORDER BY each.createdAt, each.id
RETURN each.id AS id`;

/** Candidates identified as a scientist, oldest first. $scientistId. Index: scientist_id. */
export const CANDIDATES_OF_SCIENTIST = /* cypher */ `
MATCH (:Scientist {id: $scientistId})<-[:IDENTIFIED_AS]-(c:Candidate)
RETURN c.id AS id ORDER BY c.createdAt, c.id`;

/** What a scientist is called and whether they object to being contacted. $id. Index: scientist_id. */
export const SCIENTIST_TO_ENGAGE = /* cypher */ `
MATCH (s:Scientist {id: $id})
RETURN coalesce(s.nameZh, s.nameEn, s.id) AS name, s.orcid AS orcid, s.objectedOn AS objectedOn`;

/** Adds a candidate. $properties. */
export const CREATE_CANDIDATE = /* cypher */ `
CREATE (c:Candidate)
SET c = $properties`;

/** Gives a candidate keys. $id, $keys. Indexes: candidate_id, candidate_key_key. */
export const ADD_CANDIDATE_KEYS = /* cypher */ `
MATCH (c:Candidate {id: $id})
UNWIND $keys AS key
MERGE (k:CandidateKey {key: key})
MERGE (c)-[:HAS_KEY]->(k)`;

/** Takes a candidate's identification away. $id. Index: candidate_id. */
export const UNIDENTIFY = /* cypher */ `
MATCH (:Candidate {id: $id})-[link:IDENTIFIED_AS]->(:Scientist)
DELETE link`;

/** Identifies a candidate. $id, $scientistId, $properties. Indexes: candidate_id, scientist_id. */
export const IDENTIFY = /* cypher */ `
MATCH (c:Candidate {id: $id})
MATCH (s:Scientist {id: $scientistId})
CREATE (c)-[link:IDENTIFIED_AS]->(s)
SET link = $properties`;

/** Since when a candidate, or the scientist it is, objects to being contacted. $id. Index: candidate_id. */
export const OBJECTION_OF = /* cypher */ `
MATCH (c:Candidate {id: $id})
OPTIONAL MATCH (c)-[:IDENTIFIED_AS]->(s:Scientist)
RETURN coalesce(s.objectedOn, c.objectedOn) AS objectedOn`;
