/**
 * Advances the sequence of the daily work and writes the change. $keep (changes kept).
 * Index: work_sequence_name. The first SET takes the write lock on the one node; it is held until commit.
 */
export const RECORD_WORK_CHANGE = /* cypher */ `
MERGE (s:WorkSequence {name: 'work'})
SET s.name = 'work'
WITH s
SET s.value = coalesce(s.value, 0) + 1
CREATE (:WorkChange {sequence: s.value, engagementIds: [], referrerIds: [], at: toString(datetime())})
WITH s.value AS sequence
OPTIONAL MATCH (old:WorkChange) WHERE old.sequence <= sequence - $keep
DETACH DELETE old
RETURN DISTINCT sequence`;

/** Completes a change with what it touched. $sequence, $engagementIds, $referrerIds. Index: work_change_sequence. */
export const COMPLETE_WORK_CHANGE = /* cypher */ `
MATCH (c:WorkChange {sequence: $sequence})
SET c.engagementIds = $engagementIds, c.referrerIds = $referrerIds`;

/** The changes after a number, in order. $sequence, $limit. Index: work_change_sequence. */
export const WORK_CHANGES_SINCE = /* cypher */ `
MATCH (c:WorkChange) WHERE c.sequence > $sequence
RETURN c.sequence AS sequence, c.engagementIds AS engagementIds, c.referrerIds AS referrerIds
ORDER BY c.sequence LIMIT $limit`;

/** The number of the last change. No parameters. Index: work_sequence_name. */
export const WORK_SEQUENCE = /* cypher */ `
MATCH (s:WorkSequence {name: 'work'}) RETURN s.value AS value`;
