/** Claims that run on a day. $today. */
export const CLAIMS_HELD = /* cypher */ `
MATCH (r:Referral)-[:NAMES]->(c:Candidate)
WHERE r.state IN ['CLAIMED', 'IN_PROGRESS'] AND r.claimedUntil >= $today
RETURN r.id AS referralId, c.id AS candidateId, r.state AS status`;

/** All referrals. */
export const REFERRALS_KEPT = /* cypher */ `
MATCH (r:Referral) RETURN r.id AS id, r.state AS state`;

/** Everything that is held on people and the work with them. Scans: it is meant to see everything. */
export const WORK_KEPT = /* cypher */ `
MATCH (n) WHERE NOT n:AuditRecord AND NOT n:AuditHead AND NOT n:WorkSequence AND NOT n:WorkChange AND NOT n:Change AND NOT n:ChangeSequence
  AND NOT n:ApiToken AND NOT n:Refusal AND NOT n:SubjectRequest AND NOT n:Place AND NOT n:Field AND NOT n:Source AND NOT n:Award
  AND NOT n:Fact AND NOT n:Migration AND NOT n:SeedRun AND NOT n:Lease
RETURN labels(n)[0] AS label, properties(n) AS properties ORDER BY elementId(n)`;

/** All files with their sealed content. */
export const ATTACHMENTS_KEPT = /* cypher */ `
MATCH (a:Attachment) RETURN properties(a) AS properties`;
