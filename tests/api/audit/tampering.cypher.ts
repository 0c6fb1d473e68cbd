/** Deletes the trail of a test database. No parameters. */
export const REMOVE_AUDIT = /* cypher */ `
MATCH (n:AuditRecord|AuditHead|Note) DETACH DELETE n`;

/** The head as the migration makes it. No parameters. */
export const NEW_AUDIT_HEAD = /* cypher */ `
CREATE (:AuditHead {name: 'audit', count: 0})`;

/** Replaces a property of a record. $index, $properties. Index: audit_record_index. */
export const CHANGE_RECORD = /* cypher */ `
MATCH (r:AuditRecord {index: $index}) SET r += $properties`;

/** Deletes records. $from, $to. Index: audit_record_index. */
export const DELETE_RECORDS = /* cypher */ `
MATCH (r:AuditRecord) WHERE r.index >= $from AND r.index <= $to DETACH DELETE r`;

/** Puts two records into each other's place. $one, $other, $aside (a free index). Index: audit_record_index. */
export const SWAP_RECORDS = /* cypher */ `
MATCH (a:AuditRecord {index: $one}), (b:AuditRecord {index: $other})
SET a.index = $aside WITH a, b SET b.index = $one WITH a SET a.index = $other`;

/** Moves all that follows a record one up, and copies it into the gap. $index. Index: audit_record_index. */
export const INSERT_COPY = /* cypher */ `
MATCH (r:AuditRecord) WHERE r.index > $index
WITH r ORDER BY r.index DESC
SET r.index = r.index + 1
WITH count(*) AS moved
MATCH (r:AuditRecord {index: $index})
CREATE (copy:AuditRecord) SET copy = r {.*, index: $index + 1, id: 'copy'}`;

/** Copies a record to another index; null gives the copy none. $index, $at. Index: audit_record_index. */
export const COPY_RECORD = /* cypher */ `
MATCH (r:AuditRecord {index: $index})
CREATE (copy:AuditRecord) SET copy = r {.*, index: $at, id: 'copy'}`;

/** Changes the head. $properties. Index: audit_head_name. */
export const CHANGE_HEAD = /* cypher */ `
MATCH (h:AuditHead {name: 'audit'}) SET h += $properties`;

/** Sets the head to what a record says. $index. Index: audit_record_index. */
export const SET_HEAD_BACK = /* cypher */ `
MATCH (h:AuditHead {name: 'audit'}), (r:AuditRecord {index: $index}) SET h.count = r.index, h.hash = r.hash`;

/** The head as it is. No parameters. Index: audit_head_name. */
export const READ_HEAD = /* cypher */ `
MATCH (h:AuditHead {name: 'audit'}) RETURN properties(h) AS head`;

/** Deletes the head. No parameters. Index: audit_head_name. */
export const DELETE_HEAD = /* cypher */ `
MATCH (h:AuditHead {name: 'audit'}) DETACH DELETE h`;

/** Adds a label to a record. $index. Index: audit_record_index. */
export const LABEL_RECORD = /* cypher */ `
MATCH (r:AuditRecord {index: $index}) SET r:Checked`;

/** Takes the label from a record. $index. Index: audit_record_index. */
export const UNLABEL_RECORD = /* cypher */ `
MATCH (r:AuditRecord {index: $index}) REMOVE r:AuditRecord SET r:Hidden`;

/** Ties a record to a note. $index. Index: audit_record_index. */
export const TIE_RECORD = /* cypher */ `
MATCH (r:AuditRecord {index: $index}) CREATE (r)-[:NOTED]->(:Note)`;

/** Makes the index of a record a float. $index. Index: audit_record_index. */
export const FLOAT_INDEX = /* cypher */ `
MATCH (r:AuditRecord {index: $index}) SET r.index = toFloat(r.index)`;

/** A record that stands where the next one is to be written. $index. */
export const OCCUPY_INDEX = /* cypher */ `
CREATE (:AuditRecord {index: $index, id: 'occupied'})`;

/** How many records there are. No parameters. */
export const COUNT_RECORDS = /* cypher */ `
MATCH (r:AuditRecord) RETURN count(r) AS count`;

/** Holds the lock of the head for as long as its transaction lives. No parameters. Index: audit_head_name. */
export const HOLD_HEAD = /* cypher */ `
MATCH (h:AuditHead {name: 'audit'}) SET h.name = 'audit' RETURN h.count AS count`;

/** Actions and details of all records. No parameters. */
export const ALL_DETAILS = /* cypher */ `
MATCH (r:AuditRecord) RETURN r.action AS action, r.detail AS detail`;

/** How many ways to reach people there are. No parameters. */
export const COUNT_CONTACTS = /* cypher */ `
MATCH (c:ContactPoint) RETURN count(c) AS count`;
