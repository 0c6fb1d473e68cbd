/** A referral as contributions see it, with the status of the contribution on the same occasion. $referralId, $occasion. Index: referral_id. */
export const CONTRIBUTION_GROUND = /* cypher */ `
MATCH (r:Referral {id: $referralId})
OPTIONAL MATCH (r)-[:NAMES]->(n:Candidate)
OPTIONAL MATCH (n)-[:IDENTIFIED_AS]->(s:Scientist)
OPTIONAL MATCH (r)<-[:THROUGH]-(c:Contribution {occasion: $occasion})
RETURN r.id AS referralId, r.referrerId AS ambassadorId, r.referrerName AS ambassadorName, coalesce(r.demo, false) AS demo,
       [id IN [r.id, n.id, s.id] WHERE id IS NOT NULL] AS subjectIds, c.status AS status, c.id AS contributionId
LIMIT 1`;

/** Writes a contribution. $referralId, $properties. Index: referral_id. */
export const CREATE_CONTRIBUTION = /* cypher */ `
MATCH (r:Referral {id: $referralId})
CREATE (c:Contribution)-[:THROUGH]->(r)
SET c = $properties
RETURN c.id AS id`;

/**
 * One contribution with what the audit trail finds it by, and who issued the token that its ambassador or the asker used, if one did.
 * $id, $actorId. Indexes: contribution_id, api_token_id.
 */
export const CONTRIBUTION_BY_ID = /* cypher */ `
MATCH (c:Contribution {id: $id})-[:THROUGH]->(r:Referral)
OPTIONAL MATCH (r)-[:NAMES]->(n:Candidate)
OPTIONAL MATCH (n)-[:IDENTIFIED_AS]->(s:Scientist)
OPTIONAL MATCH (t:ApiToken {id: c.ambassadorId})
OPTIONAL MATCH (u:ApiToken {id: $actorId})
RETURN properties(c) AS contribution, r.id AS referralId, [id IN [r.id, n.id, s.id] WHERE id IS NOT NULL] AS subjectIds,
       t.issuedById AS ambassadorIssuer, u.issuedById AS actorIssuer
LIMIT 1`;

/** Changes a contribution. $id, $changes (properties). Index: contribution_id. */
export const CHANGE_CONTRIBUTION = /* cypher */ `
MATCH (c:Contribution {id: $id})-[:THROUGH]->(r:Referral)
SET c += $changes
RETURN properties(c) AS contribution, r.id AS referralId`;

/** Removes a contribution. $id. Index: contribution_id. */
export const DELETE_CONTRIBUTION = /* cypher */ `
MATCH (c:Contribution {id: $id}) DETACH DELETE c`;

/** How many match, and their points. $statuses, $ambassadorId (null for all). Index: contribution_status. */
export const COUNT_CONTRIBUTIONS = /* cypher */ `
MATCH (c:Contribution)-[:THROUGH]->(:Referral)
USING INDEX c:Contribution(status)
WHERE c.status IN $statuses AND ($ambassadorId IS NULL OR c.ambassadorId = $ambassadorId)
RETURN count(c) AS totalCount, coalesce(sum(c.points), 0) AS totalPoints,
       count(CASE WHEN c.demo THEN 1 END) AS demoCount, coalesce(sum(CASE WHEN c.demo THEN c.points END), 0) AS demoPoints`;

/** One page, latest first. $statuses, $ambassadorId (null for all), $before (id; null for the first page), $limit. Index: contribution_status. */
export const CONTRIBUTION_PAGE = /* cypher */ `
MATCH (c:Contribution)-[:THROUGH]->(r:Referral)
USING INDEX c:Contribution(status)
WHERE c.status IN $statuses AND ($ambassadorId IS NULL OR c.ambassadorId = $ambassadorId) AND ($before IS NULL OR c.id < $before)
WITH c, r ORDER BY c.id DESC LIMIT $limit
RETURN properties(c) AS contribution, r.id AS referralId ORDER BY c.id DESC`;

/** The contributions of one ambassador, latest first. $ambassadorId. Index: contribution_ambassador. */
export const CONTRIBUTIONS_OF = /* cypher */ `
MATCH (c:Contribution {ambassadorId: $ambassadorId})-[:THROUGH]->(r:Referral)
RETURN properties(c) AS contribution, r.id AS referralId ORDER BY c.id DESC`;

/** What waits for a decision, 演示 or not, oldest first, with the person's name. $statuses, $demo, $limit. Index: contribution_status. */
export const WAITING_CONTRIBUTIONS = /* cypher */ `
MATCH (c:Contribution)-[:THROUGH]->(r:Referral)
USING INDEX c:Contribution(status)
WHERE c.status IN $statuses AND coalesce(c.demo, false) = $demo
RETURN properties(c) AS contribution, r.id AS referralId, r.name AS personName ORDER BY c.id LIMIT $limit`;

/** The decided ones of an ambassador since a time, latest first, with the person's name. $ambassadorId, $statuses, $since, $limit. Index: contribution_ambassador. */
export const DECIDED_CONTRIBUTIONS = /* cypher */ `
MATCH (c:Contribution)-[:THROUGH]->(r:Referral)
USING INDEX c:Contribution(ambassadorId)
WHERE c.ambassadorId = $ambassadorId AND c.status IN $statuses AND c.decidedAt >= $since
RETURN properties(c) AS contribution, r.id AS referralId, r.name AS personName ORDER BY c.decidedAt DESC LIMIT $limit`;

/** Settlement numbers of a day, by what they begin with. $status, $prefix. Index: contribution_status. */
export const SETTLEMENTS_OF_DAY = /* cypher */ `
MATCH (c:Contribution {status: $status}) WHERE c.settlement STARTS WITH $prefix
RETURN DISTINCT c.settlement AS number`;

/** How many confirmed contributions a settlement up to a day would hold. $status, $until, $demo. Index: contribution_status. */
export const COUNT_TO_SETTLE = /* cypher */ `
MATCH (c:Contribution {status: $status})-[:THROUGH]->(:Referral)
WHERE c.on <= $until AND coalesce(c.demo, false) = $demo
RETURN count(c) AS count`;

/** Settles what is confirmed up to a day. $status, $until, $demo, $changes (properties). Index: contribution_status. */
export const SETTLE_CONTRIBUTIONS = /* cypher */ `
MATCH (c:Contribution {status: $status})-[:THROUGH]->(r:Referral)
WHERE c.on <= $until AND coalesce(c.demo, false) = $demo
SET c += $changes
RETURN c.ambassadorId AS ambassadorId, r.id AS referralId`;

/** The rows of a settlement, by ambassador and day. $status, $number. Index: contribution_status. */
export const SETTLEMENT_ROWS = /* cypher */ `
MATCH (c:Contribution {status: $status})-[:THROUGH]->(r:Referral)
WHERE c.settlement = $number
RETURN properties(c) AS contribution, r.id AS referralId, r.name AS personName
ORDER BY c.ambassadorName, c.ambassadorId, c.on, c.id`;
