/** How many things hang on a person. $id. Index: scientist_id. */
export const COUNT_HELD = /* cypher */ `
MATCH (n:Scientist {id: $id})-[r]-() RETURN count(r) AS count`;

/** Everything kept of all contacts, as text. No parameters. Scans: test databases are small. */
export const KEPT_CONTACTS = /* cypher */ `
MATCH (c:ContactPoint) RETURN properties(c) AS properties`;

/** Everything but the trail, which keeps ids only. No parameters. Scans: it is meant to see everything. */
export const EVERYTHING_KEPT = /* cypher */ `
MATCH (n) WHERE NOT n:AuditRecord
RETURN labels(n)[0] AS label, properties(n) AS properties`;

/** Dates a person's contacts back. $day. Scans: test databases are small. */
export const OBTAINED_EARLIER = /* cypher */ `
MATCH (c:ContactPoint) SET c.obtainedOn = $day`;
