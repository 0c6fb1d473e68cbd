/** Landed referrals of some candidates of one person of whom no engagement has landed any more. $ids. Index: candidate_id. */
export const NO_LONGER_LANDED = /* cypher */ `
MATCH (c:Candidate)<-[:NAMES]-(r:Referral {state: 'LANDED'})
USING INDEX c:Candidate(id)
WHERE c.id IN $ids AND NOT EXISTS { MATCH (e:Engagement {status: 'LANDED'})-[:ENGAGES]->(other:Candidate) WHERE other.id IN $ids }
RETURN r.id AS id ORDER BY r.submittedAt, r.id`;
