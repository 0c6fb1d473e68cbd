/** Ids of all referrals of some candidates. $candidateIds. Index: candidate_id. */
export const REFERRALS_TO_REMOVE = /* cypher */ `
MATCH (c:Candidate)<-[:NAMES]-(r:Referral) WHERE c.id IN $candidateIds
RETURN r.id AS id`;

/** Removes referrals with their files and contributions, and tells whose they were. $ids. Index: referral_id. */
export const DELETE_REFERRALS = /* cypher */ `
MATCH (r:Referral)-[:NAMES]->(c:Candidate) WHERE r.id IN $ids
OPTIONAL MATCH (r)<-[:ATTACHED_TO|THROUGH]-(held)
WITH r, c.id AS candidateId, r.id AS id, r.referrerId AS referrerId, collect(held) AS hanging
FOREACH (each IN hanging | DETACH DELETE each)
DETACH DELETE r
RETURN id, candidateId, referrerId`;

/**
 * Referrals that ended before a day and from which no engagement came: as ended, lapsed, or never of a claim. Those that contributions rest on
 * are kept with them. $before, $limit. Index: referral_state.
 */
export const ENDED_REFERRALS = /* cypher */ `
MATCH (r:Referral)
WHERE r.state IN ['CLAIMED', 'IN_PROGRESS', 'ALREADY_IN_PROGRESS', 'TRANSFERRED', 'WITHDRAWN', 'DECLINED', 'LANDED']
  AND substring(coalesce(r.endedAt, r.claimedUntil, r.submittedAt), 0, 10) < $before
  AND NOT EXISTS { (:Engagement)-[:CAME_FROM]->(r) } AND NOT EXISTS { (:Contribution)-[:THROUGH]->(r) }
RETURN r.id AS id ORDER BY id LIMIT $limit`;

/** Names, employers and ORCIDs under which some candidates were stated. $candidateIds. Index: candidate_id. */
export const STATED_IDENTITIES = /* cypher */ `
MATCH (c:Candidate) WHERE c.id IN $candidateIds
OPTIONAL MATCH (c)<-[:NAMES]-(r:Referral)
WITH c, collect(r) AS referrals
RETURN [c.name] + [r IN referrals | r.name] AS names, [c.employer] + [r IN referrals | r.employer] AS employers,
  [c.orcid] + [r IN referrals | r.orcid] AS orcids`;

/** What tells a scientist from others, as referrals state it. $id. Index: scientist_id. */
export const SCIENTIST_AS_STATED = /* cypher */ `
MATCH (s:Scientist {id: $id})
RETURN s.orcid AS orcid,
  coalesce(s.aliases, []) + [s.nameZh, s.nameEn] + COLLECT { MATCH (s)<-[:FACT_OF]-(f:Fact) WHERE f.property IN ['nameZh', 'nameEn'] RETURN f.value } AS names,
  [(s)-[:WORKS_AT]->(i:Institution) | i.id] AS employerIds,
  [(s)-[w:WORKS_AT]->(:Institution) | w.stated] + COLLECT { MATCH (s)<-[:FACT_OF]-(f:Fact {property: 'employment'}) RETURN f.value } AS employers`;

/** Everything held on some candidates, themselves first; of who referred only the role. $candidateIds. Index: candidate_id. */
export const HELD_ON_CANDIDATES = /* cypher */ `
MATCH (c:Candidate) WHERE c.id IN $candidateIds
CALL (c) {
  RETURN c AS held
  UNION MATCH (c)<-[:NAMES]-(held:Referral) RETURN held
  UNION MATCH (c)<-[:NAMES]-(:Referral)<-[:ATTACHED_TO]-(held:Attachment) RETURN held
  UNION MATCH (c)<-[:NAMES]-(:Referral)<-[:THROUGH]-(held:Contribution) RETURN held
  UNION MATCH (c)<-[:ENGAGES]-(held:Engagement) RETURN held
  UNION MATCH (c)<-[:ENGAGES]-(:Engagement)-[:ENGAGED_FOR]->(held:Programme) RETURN held
  UNION MATCH (c)<-[:ENGAGES]-(:Engagement)<-[:MOVE_OF]-(held:EngagementMove) RETURN held
  UNION MATCH (c)<-[:ENGAGES]-(:Engagement)<-[:LOGGED_UNDER]-(held:ContactEntry) RETURN held
  UNION MATCH (c)<-[:ENGAGES]-(:Engagement)<-[:LOGGED_UNDER]-(:ContactEntry)<-[:PROMISED_IN]-(held:PromiseMade) RETURN held
  UNION MATCH (c)<-[:ENGAGES]-(:Engagement)<-[:CHECK_OF]-(held:OpenEngagementCheck) RETURN held
}
WITH DISTINCT held
OPTIONAL MATCH (account:Account {id: held.referrerId})
OPTIONAL MATCH (token:ApiToken {id: held.referrerId})
RETURN labels(held)[0] AS label, properties(held) AS properties, coalesce(account.role, token.role) AS referrerRole
ORDER BY label, held.id`;
