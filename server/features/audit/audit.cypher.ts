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

/** The records after an index in their order, with all that hangs on them. $after. Index: audit_record_index. */
export const AUDIT_CHAIN = /* cypher */ `
MATCH (record:AuditRecord) WHERE record.index > $after
RETURN properties(record) AS properties, labels(record) AS labels, COUNT { (record)--() } AS degree
ORDER BY record.index`;

/** How many records have no place in the chain. $prunedTo (index up to which none is left). Scans the label, as checking does anyway. */
export const STRAY_AUDIT_RECORDS = /* cypher */ `
MATCH (record:AuditRecord)
WHERE record.index IS NULL OR NOT record.index IS :: INTEGER NOT NULL OR record.index <= $prunedTo
RETURN count(record) AS count`;
