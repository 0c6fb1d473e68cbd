/** Removes contacts obtained before a day. $before, $limit. Index: contact_point_obtained_on. */
export const DELETE_OLD_CONTACTS = /* cypher */ `
MATCH (c:ContactPoint) WHERE c.obtainedOn < $before
WITH c LIMIT $limit
MATCH (c)-[:REACHES]->(n:Scientist)
WITH c, n.id AS scientistId
DETACH DELETE c
RETURN scientistId`;

/** Removes requests closed before a time. $before, $limit. Index: subject_request_closed_at. */
export const DELETE_OLD_REQUESTS = /* cypher */ `
MATCH (r:SubjectRequest) WHERE r.closedAt < $before
WITH r, r.scientistId AS scientistId LIMIT $limit
DETACH DELETE r
RETURN scientistId`;
