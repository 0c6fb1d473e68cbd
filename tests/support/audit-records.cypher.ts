/** The latest records of the trail. $limit, $action (null for all of them). Index: audit_record_index. */
export const LATEST_AUDIT_RECORDS = /* cypher */ `
MATCH (record:AuditRecord) WHERE record.index > 0 AND ($action IS NULL OR record.action = $action)
RETURN properties(record) AS record ORDER BY record.index DESC LIMIT $limit`;
