/**
 * Advances the change sequence and writes the change. $kind, $scientistIds, $keep (changes kept). Index: change_sequence_name.
 * The first SET takes the write lock on the one node; it is held until commit, so numbers are committed in their order.
 */
export const RECORD_CHANGE = /* cypher */ `
MERGE (s:ChangeSequence {name: 'graph'})
SET s.name = 'graph'
WITH s
SET s.value = coalesce(s.value, 0) + 1
WITH s, s.value AS sequence
SET s.prunedTo = CASE WHEN sequence > $keep THEN sequence - $keep ELSE 0 END
CREATE (:Change {sequence: sequence, mark: randomUUID(), kind: $kind, scientistIds: $scientistIds, at: toString(datetime())})
RETURN sequence, s.prunedTo AS prunedTo`;

/** Deletes the changes before a number; that of the number itself is kept, so that its reader can recognise it. $prunedTo. Index: change_sequence_number. */
export const PRUNE_CHANGES = /* cypher */ `
MATCH (c:Change) WHERE c.sequence < $prunedTo
DELETE c`;

/** The changes after a number, in order. $sequence, $limit. Index: change_sequence_number. */
export const CHANGES_SINCE = /* cypher */ `
MATCH (c:Change) WHERE c.sequence > $sequence
RETURN c.sequence AS sequence, c.mark AS mark, c.kind AS kind, c.scientistIds AS scientistIds, c.at AS at
ORDER BY c.sequence LIMIT $limit`;

/** The number of the last change, and the number up to which changes were deleted. No parameters. Index: change_sequence_name. */
export const SEQUENCE_STATE = /* cypher */ `
MATCH (s:ChangeSequence {name: 'graph'})
RETURN s.value AS value, coalesce(s.prunedTo, 0) AS prunedTo`;

/** The random mark of a change, which tells it from another database's change of the same number. $sequence. Index: change_sequence_number. */
export const CHANGE_MARK = /* cypher */ `
MATCH (c:Change {sequence: $sequence})
RETURN c.mark AS mark`;

/** The last change: its number and its mark. No parameters. Indexes: change_sequence_name, change_sequence_number. */
export const LAST_CHANGE = /* cypher */ `
MATCH (s:ChangeSequence {name: 'graph'})
OPTIONAL MATCH (c:Change {sequence: s.value})
RETURN s.value AS sequence, c.mark AS mark`;
