/**
 * Locks the end of the chain until the transaction ends, and tells it. No parameters. Index: audit_head_name.
 * The SET takes the lock, so that what is read after it is what was committed last.
 */
export const LOCK_AUDIT_HEAD = /* cypher */ `
MATCH (head:AuditHead {name: 'audit'})
SET head.name = 'audit'
WITH head
RETURN properties(head) AS head`;

/** Whether an event is already recorded. $id. Index: audit_record_id. */
export const AUDIT_RECORD_OF_ID = /* cypher */ `
MATCH (record:AuditRecord {id: $id}) RETURN record.index AS index`;

/** Adds records and moves the head to the last of them. $records (properties), $head (properties). Index: audit_head_name. */
export const APPEND_AUDIT_RECORDS = /* cypher */ `
MATCH (head:AuditHead {name: 'audit'})
SET head += $head
WITH head
UNWIND $records AS properties
CREATE (record:AuditRecord)
SET record = properties`;

/** The head or heads as they are: there must be one. No parameters. Scans its label: of a whole trail there is one node. */
export const AUDIT_HEADS = /* cypher */ `
MATCH (head:AuditHead)
RETURN properties(head) AS head, labels(head) AS labels, COUNT { (head)--() } AS degree`;

/** The records after an index and up to another in their order, with all that hangs on them. $after, $to. Index: audit_record_index. */
export const AUDIT_CHAIN = /* cypher */ `
MATCH (record:AuditRecord) WHERE record.index > $after AND record.index <= $to
RETURN properties(record) AS properties, labels(record) AS labels, COUNT { (record)--() } AS degree
ORDER BY record.index`;

/** How many records stand behind the last that the head counts. $count. Index: audit_record_index. */
export const AUDIT_RECORDS_BEHIND = /* cypher */ `
MATCH (record:AuditRecord) WHERE record.index > $count
RETURN count(record) AS count`;

/** How many records have no place in the chain. $prunedTo (index up to which none is left). Scans the label, as checking does anyway. */
export const STRAY_AUDIT_RECORDS = /* cypher */ `
MATCH (record:AuditRecord)
WHERE record.index IS NULL OR NOT record.index IS :: INTEGER NOT NULL OR record.index <= $prunedTo
RETURN count(record) AS count`;

/** The first record of a time or later. $cutoff (ISO 8601). Index: audit_record_at. */
export const FIRST_AUDIT_RECORD_SINCE = /* cypher */ `
MATCH (record:AuditRecord) WHERE record.at >= $cutoff
RETURN min(record.index) AS index`;

/** The records after an index and up to another, in order. $after, $to. Index: audit_record_index. */
export const AUDIT_RECORDS_UP_TO = /* cypher */ `
MATCH (record:AuditRecord) WHERE record.index > $after AND record.index <= $to
RETURN properties(record) AS properties ORDER BY record.index`;

/** Deletes the records up to an index. $to. Index: audit_record_index. */
export const PRUNE_AUDIT_RECORDS = /* cypher */ `
MATCH (record:AuditRecord) WHERE record.index <= $to
DELETE record`;

/**
 * A page of the trail, the latest first. $before (index, exclusive), $limit, and conditions that null leaves out: $actor, $actions,
 * $results, $subject, $from (ISO 8601), $until (exclusive). Index: audit_record_index.
 */
export const AUDIT_PAGE = /* cypher */ `
MATCH (record:AuditRecord)
WHERE record.index < $before
  AND ($actor IS NULL OR record.actorId = $actor)
  AND ($actions IS NULL OR record.action IN $actions)
  AND ($results IS NULL OR record.result IN $results)
  AND ($subject IS NULL OR $subject IN record.subjectIds)
  AND ($from IS NULL OR record.at >= $from)
  AND ($until IS NULL OR record.at < $until)
RETURN properties(record) AS record
ORDER BY record.index DESC LIMIT $limit`;

/** How many records match; conditions as in AUDIT_PAGE. Scans the label. */
export const COUNT_AUDIT_RECORDS = /* cypher */ `
MATCH (record:AuditRecord)
WHERE ($actor IS NULL OR record.actorId = $actor)
  AND ($actions IS NULL OR record.action IN $actions)
  AND ($results IS NULL OR record.result IN $results)
  AND ($subject IS NULL OR $subject IN record.subjectIds)
  AND ($from IS NULL OR record.at >= $from)
  AND ($until IS NULL OR record.at < $until)
RETURN count(record) AS count`;

/** How many records there are, from the database's own count. No parameters. */
export const COUNT_ALL_AUDIT_RECORDS = /* cypher */ `
MATCH (record:AuditRecord) RETURN count(record) AS count`;
