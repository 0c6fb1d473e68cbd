/** Requests of one state, or all for null, those due soonest first. $status. Index: subject_request_status. */
export const SUBJECT_REQUESTS = /* cypher */ `
MATCH (r:SubjectRequest) WHERE r.status IN $statuses
RETURN r {.id, .kind, .scientistId, .requester, .description, .receivedOn, .dueOn, .status, .note, .closedBy, .closedAt, demo: coalesce(r.demo, false)} AS request
ORDER BY r.status = 'OPEN' DESC, r.dueOn, r.id LIMIT $limit`;

/** One request, locked until the transaction ends, so that two people cannot both close it. $id. Index: subject_request_id. */
export const LOCK_SUBJECT_REQUEST = /* cypher */ `
MATCH (r:SubjectRequest {id: $id})
SET r.id = $id
RETURN r {.id, .kind, .scientistId, .requester, .description, .receivedOn, .dueOn, .status, .note, .closedBy, .closedAt, demo: coalesce(r.demo, false)} AS request`;

/** Registers a request about a person who is there. $scientistId, $properties. Index: scientist_id. */
export const CREATE_SUBJECT_REQUEST = /* cypher */ `
MATCH (n:Scientist {id: $scientistId})
CREATE (r:SubjectRequest)
SET r = $properties
RETURN r.id AS id`;

/** Registers a request about a candidate who is nobody on the map. $scientistId (the candidate's id), $properties. Index: candidate_id. */
export const CREATE_REQUEST_OF_CANDIDATE = /* cypher */ `
MATCH (c:Candidate {id: $scientistId})
CREATE (r:SubjectRequest)
SET r = $properties
RETURN r.id AS id`;

/** Closes a request. $id, $status, $note, $closedBy, $closedAt. Index: subject_request_id. */
export const CLOSE_SUBJECT_REQUEST = /* cypher */ `
MATCH (r:SubjectRequest {id: $id})
SET r.status = $status, r.note = $note, r.closedBy = $closedBy, r.closedAt = $closedAt`;

/** Notes that a person objects to being contacted, and removes the ways to reach them. $scientistId, $on. Index: scientist_id. */
export const RECORD_OBJECTION = /* cypher */ `
MATCH (n:Scientist {id: $scientistId})
SET n.objectedOn = $on
WITH n
OPTIONAL MATCH (n)<-[:REACHES]-(c:ContactPoint)
DETACH DELETE c`;
