/** Referrals of some candidates whose claim runs, first first. $ids, $today. Index: candidate_id. */
export const RUNNING_CLAIMS = /* cypher */ `
MATCH (c:Candidate)<-[:NAMES]-(r:Referral)
USING INDEX c:Candidate(id)
WHERE c.id IN $ids AND r.state IN ['CLAIMED', 'IN_PROGRESS'] AND r.claimedUntil >= $today
RETURN r.id AS referralId, r.referrerId AS referrerId, r.claimedUntil AS claimedUntil, r.state AS state
ORDER BY r.submittedAt, r.id`;

/** Ends the claims of some referrals in favour of an earlier one. $ids. Index: referral_id. */
export const YIELD_CLAIMS = /* cypher */ `
MATCH (r:Referral) WHERE r.id IN $ids
SET r.state = 'ALREADY_IN_PROGRESS', r.claimedUntil = null`;
