/** Claims that lapse within a time and belong to nobody's finished referral, soonest first. $today, $until, $limit. Index: referral_state. */
export const LAPSING_CLAIMS = /* cypher */ `
MATCH (r:Referral)
WHERE r.state IN ['CLAIMED', 'IN_PROGRESS'] AND r.claimedUntil >= $today AND r.claimedUntil <= $until
RETURN r.id AS id, r.name AS name, r.claimedUntil AS at ORDER BY at, id LIMIT $limit`;

/** Referrals that nobody has taken up, first first. $today, $limit. Index: referral_state. */
export const ARRIVED_REFERRALS = /* cypher */ `
MATCH (r:Referral)
WHERE r.state IN ['CLAIMED', 'UNDER_REVIEW'] AND (r.claimedUntil IS NULL OR r.claimedUntil >= $today) AND NOT EXISTS { (:Engagement)-[:CAME_FROM]->(r) }
RETURN r.id AS id, r.name AS name, r.submittedAt AS at, r.state AS state ORDER BY at, id LIMIT $limit`;

/** Introductions offered and not closed, first first. $limit. Index: referral_state. */
export const OFFERED_INTRODUCTIONS = /* cypher */ `
MATCH (r:Referral)
WHERE r.state IN ['ALREADY_IN_PROGRESS', 'CLAIMED', 'IN_PROGRESS', 'LANDED'] AND r.offeredAt IS NOT NULL AND r.offerOutcome IS NULL
RETURN r.id AS id, r.name AS name, r.offeredAt AS at, r.offerNote AS note ORDER BY at, id LIMIT $limit`;

/** Somebody's own referrals that the office works on or has landed since a time. $referrerId, $today, $landedAfter. Index: referral_referrer. */
export const FOLLOWED_REFERRALS = /* cypher */ `
MATCH (r:Referral {referrerId: $referrerId})-[:NAMES]->(c:Candidate)
WHERE (r.state IN ['CLAIMED', 'IN_PROGRESS'] AND r.claimedUntil >= $today) OR (r.state = 'LANDED' AND r.endedAt >= $landedAfter)
RETURN r.id AS id, r.name AS name, r.state AS state, r.endedAt AS endedAt, c.id AS candidateId ORDER BY id`;
