/** Promises of engagements that somebody is in charge of, due by a day and not kept. $ownerId, $today. Index: engagement_owner. */
export const DUE_PROMISES = /* cypher */ `
MATCH (e:Engagement {ownerId: $ownerId})<-[:LOGGED_UNDER]-(:ContactEntry)<-[:PROMISED_IN]-(p:PromiseMade)
WHERE p.keptOn IS NULL AND p.dueOn <= $today
MATCH (e)-[:ENGAGES]->(c:Candidate)
OPTIONAL MATCH (c)-[:IDENTIFIED_AS]->(s:Scientist)
RETURN p.id AS id, p.text AS text, p.dueOn AS dueOn, e.id AS engagementId, coalesce(s.nameZh, s.nameEn, c.name) AS personName
ORDER BY p.dueOn, p.id LIMIT $limit`;

/**
 * Checks of running engagements that wait for the legal desk, but for those that somebody recorded. $byId, $limit.
 * Index: engagement_status.
 */
export const CHECKS_FOR_LEGAL_DESK = /* cypher */ `
MATCH (e:Engagement) WHERE e.status IN ['OPEN', 'PAUSED']
MATCH (e)<-[:CHECK_OF]-(k:OpenEngagementCheck)
WHERE k.restrictedField AND k.informedOfDisclosure AND k.cleared IS NULL AND k.byId <> $byId
MATCH (e)-[:ENGAGES]->(c:Candidate)
OPTIONAL MATCH (c)-[:IDENTIFIED_AS]->(s:Scientist)
RETURN k.id AS id, k.at AS at, e.id AS engagementId, coalesce(s.nameZh, s.nameEn, c.name) AS personName
ORDER BY k.at, k.id LIMIT $limit`;

/** Those of some reminders that somebody has hidden. $keys. Index: dismissed_reminder_key. */
export const DISMISSED_REMINDERS = /* cypher */ `
MATCH (d:DismissedReminder) WHERE d.key IN $keys RETURN d.key AS key`;

/** Hides a reminder. $key, $at. Index: dismissed_reminder_key. */
export const DISMISS_REMINDER = /* cypher */ `
MERGE (d:DismissedReminder {key: $key}) SET d.at = coalesce(d.at, $at)`;
