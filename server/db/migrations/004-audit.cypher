// The trail: records numbered from 1, and one head that every writer locks. The head is made here and nowhere else: a trail
// whose head was removed must not begin anew by itself.
CREATE CONSTRAINT audit_record_index IF NOT EXISTS FOR (n:AuditRecord) REQUIRE n.index IS UNIQUE;
CREATE CONSTRAINT audit_record_id IF NOT EXISTS FOR (n:AuditRecord) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT audit_head_name IF NOT EXISTS FOR (n:AuditHead) REQUIRE n.name IS UNIQUE;
CREATE RANGE INDEX audit_record_at IF NOT EXISTS FOR (n:AuditRecord) ON (n.at);
CREATE RANGE INDEX audit_record_actor IF NOT EXISTS FOR (n:AuditRecord) ON (n.actorId);
MERGE (head:AuditHead {name: 'audit'}) ON CREATE SET head.count = 0;
