/** A person's own properties. $id. Index: scientist_id. */
export const PERSON_PROPERTIES = /* cypher */ `
MATCH (n:Scientist {id: $id}) RETURN properties(n) AS properties`;

/** Every relationship of a person with what is at its other end. $id. Index: scientist_id. */
export const PERSON_RELATIONSHIPS = /* cypher */ `
MATCH (n:Scientist {id: $id})-[r]-(other)
RETURN type(r) AS type, startNode(r) = n AS outgoing, properties(r) AS properties, labels(other)[0] AS label, properties(other) AS other
ORDER BY type, other.id`;

/** A candidate's own properties. $id. Index: candidate_id. */
export const CANDIDATE_PROPERTIES = /* cypher */ `
MATCH (c:Candidate {id: $id}) RETURN properties(c) AS properties`;

/** Requests about a person, oldest first. $ids: the person's, and those of the candidates that are the person. Index: subject_request_status. */
export const PERSON_REQUESTS = /* cypher */ `
MATCH (r:SubjectRequest) WHERE r.status IN $statuses AND r.scientistId IN $ids
RETURN properties(r) AS properties ORDER BY r.id`;

/** The sources of some ids. $ids. Index: source_id. */
export const PERSON_SOURCES = /* cypher */ `
MATCH (s:Source) WHERE s.id IN $ids
RETURN properties(s) AS properties ORDER BY s.id`;
