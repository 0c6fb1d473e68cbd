/** Ids of all accounts. No parameters. */
export const ALL_ACCOUNT_IDS = /* cypher */ `
MATCH (a:Account) RETURN a.id AS id`;

/** What every record says. No parameters. */
export const ALL_RECORDS = /* cypher */ `
MATCH (r:AuditRecord) RETURN r.action AS action, r.subjectIds AS subjectIds, r.detail AS detail`;

/** Changes a record. $index. Index: audit_record_index. */
export const FORGE_RECORD = /* cypher */ `
MATCH (r:AuditRecord {index: $index}) SET r.actorName = '别人'`;
