/** Referrals by id with where they stand on a day. $keys, $today. Index: referral_id. A claim has lapsed as soon as its last day is over. */
export const REFERRALS_BY_ID = /* cypher */ `
MATCH (r:Referral)-[:NAMES]->(c:Candidate) WHERE r.id IN $keys
RETURN r.id AS key, properties(r) AS referral, c.id AS candidateId,
  CASE WHEN r.state IN ['CLAIMED', 'IN_PROGRESS'] AND r.claimedUntil < $today THEN 'LAPSED' ELSE r.state END AS status`;

/** Ids of what somebody referred, latest first. $referrerId. Index: referral_referrer. */
export const REFERRALS_OF_REFERRER = /* cypher */ `
MATCH (r:Referral {referrerId: $referrerId})
RETURN r.id AS id ORDER BY r.submittedAt DESC, r.id DESC`;

/** Ids of referrals of some candidates, first first. $keys. Index: candidate_id. */
export const REFERRALS_OF_CANDIDATES = /* cypher */ `
MATCH (c:Candidate)<-[:NAMES]-(r:Referral) WHERE c.id IN $keys
WITH c, r ORDER BY r.submittedAt, r.id
RETURN c.id AS key, collect(r.id) AS ids`;

/** The referral of a submission, if it was made. $submissionKey. Index: referral_submission_key. */
export const REFERRAL_OF_SUBMISSION = /* cypher */ `
MATCH (r:Referral {submissionKey: $submissionKey})
RETURN r.id AS id, r.collided AS collided`;

/**
 * One page of the referrals of a filter, latest first, one more than asked for. $statuses (null: all), $waiting, $offering (null: either), $today,
 * $afterAt and $afterId (null: from the start), $limit. Reads the whole label: the office has thousands, not millions.
 */
export const REFERRAL_PAGE = /* cypher */ `
MATCH (r:Referral)
WITH r, CASE WHEN r.state IN ['CLAIMED', 'IN_PROGRESS'] AND r.claimedUntil < $today THEN 'LAPSED' ELSE r.state END AS status
WHERE ($statuses IS NULL OR status IN $statuses)
  AND ($waiting IS NULL OR $waiting = (status IN ['CLAIMED', 'UNDER_REVIEW'] AND NOT EXISTS { (:Engagement)-[:CAME_FROM]->(r) }))
  AND ($offering IS NULL OR $offering = (r.offeredAt IS NOT NULL AND r.offerOutcome IS NULL))
  AND ($afterAt IS NULL OR r.submittedAt < $afterAt OR (r.submittedAt = $afterAt AND r.id < $afterId))
RETURN r.id AS id, r.submittedAt AS submittedAt
ORDER BY submittedAt DESC, id DESC LIMIT $limit`;

/** How many match a filter. As {@link REFERRAL_PAGE}. */
export const REFERRAL_COUNT = /* cypher */ `
MATCH (r:Referral)
WITH r, CASE WHEN r.state IN ['CLAIMED', 'IN_PROGRESS'] AND r.claimedUntil < $today THEN 'LAPSED' ELSE r.state END AS status
WHERE ($statuses IS NULL OR status IN $statuses)
  AND ($waiting IS NULL OR $waiting = (status IN ['CLAIMED', 'UNDER_REVIEW'] AND NOT EXISTS { (:Engagement)-[:CAME_FROM]->(r) }))
  AND ($offering IS NULL OR $offering = (r.offeredAt IS NOT NULL AND r.offerOutcome IS NULL))
RETURN count(r) AS count`;

/** Adds a referral of a candidate. $candidateId, $properties. Index: candidate_id. */
export const CREATE_REFERRAL = /* cypher */ `
MATCH (c:Candidate {id: $candidateId})
CREATE (r:Referral)-[:NAMES]->(c)
SET r = $properties
RETURN r.id AS id`;

/** Changes properties of a referral; null takes one away. $id, $properties. Index: referral_id. */
export const CHANGE_REFERRAL = /* cypher */ `
MATCH (r:Referral {id: $id})
SET r += $properties`;

/** Makes a referral name another candidate. $id, $candidateId. Indexes: referral_id, candidate_id. */
export const MOVE_REFERRAL = /* cypher */ `
MATCH (r:Referral {id: $id})-[names:NAMES]->(:Candidate)
MATCH (c:Candidate {id: $candidateId})
DELETE names
CREATE (r)-[:NAMES]->(c)`;

/** Whether an engagement that came from a referral is open or paused. $id. Index: referral_id. */
export const ENGAGED_FROM = /* cypher */ `
MATCH (r:Referral {id: $id})
RETURN EXISTS { MATCH (e:Engagement)-[:CAME_FROM]->(r) WHERE e.status IN ['OPEN', 'PAUSED'] } AS engaged`;
