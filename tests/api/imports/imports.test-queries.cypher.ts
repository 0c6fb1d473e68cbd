/** How much of everything there is. Scans: test databases are small. */
export const COUNTS = /* cypher */ `
RETURN COUNT { (:Work) } AS works, COUNT { (:Author) } AS authors, COUNT { ()-[:AUTHORED]->() } AS authored,
  COUNT { ()-[:COLLABORATED_WITH]->() } AS pairs, COUNT { (:ImportStatement) } AS statements,
  COUNT { ()-[:SAME_AS]->() } AS links, COUNT { (:ImportBatch) } AS batches, COUNT { (:Source) } AS sources,
  COUNT { (:AuditRecord {action: 'IMPORT'}) } AS audited`;

/** What an import draws, without anything that names a batch or is made up on writing. */
export const PICTURE = /* cypher */ `
MATCH (w:Work)
OPTIONAL MATCH (a)-[r:AUTHORED]->(w)
WITH w, a, r ORDER BY a.key
RETURN w.key AS key, w.doi AS doi, w.title AS title, w.year AS year, w.venue AS venue, w.kind AS kind, w.openAlexId AS openAlexId,
  collect(CASE WHEN a IS NULL THEN null ELSE {key: a.key, name: a.name, forms: a.nameForms, orcid: a.orcid, stated: r.stated, position: r.position,
    batches: size(r.batchIds), authorBatches: size(a.batchIds)} END) AS authors, size(w.batchIds) AS batches
ORDER BY key`;

/** The pairs that are drawn. */
export const DRAWN = /* cypher */ `
MATCH (p)-[r:COLLABORATED_WITH]->(q)
RETURN p.id AS p, q.id AS q, r.works AS works, r.firstYear AS firstYear, r.lastYear AS lastYear`;

/** Every authorship with who stands behind it. */
export const AUTHORSHIPS = /* cypher */ `
MATCH (a)-[:AUTHORED]->(w:Work)
OPTIONAL MATCH (a)-[:SAME_AS]->(s:Scientist)
RETURN w.id AS work, w.year AS year, coalesce(s.id, a.id) AS person`;

/** Distinct strings as stated. */
export const STRINGS = /* cypher */ `
MATCH ()-[r:AUTHORED]->() RETURN DISTINCT r.stated AS stated`;

/** Names of all authors and what is kept of records. */
export const NAMES = /* cypher */ `
MATCH (a:Author) RETURN a.name AS text
UNION
MATCH (n:ImportStatement) RETURN n.content AS text`;

/** Whether every node and relationship of the imports says which batches state it. */
export const WITHOUT_BATCH = /* cypher */ `
CALL () {
  MATCH (n:Work|Author) RETURN n.batchIds AS batches
  UNION ALL
  MATCH ()-[r:AUTHORED]->() RETURN r.batchIds AS batches
  UNION ALL
  MATCH ()-[r:SAME_AS {origin: 'import'}]->() RETURN r.batchIds AS batches
}
WITH batches WHERE size(coalesce(batches, [])) = 0
RETURN count(*) AS count`;

/** A scientist with outer ids. $id, $orcid, $openAlexId. */
export const ADD_SCIENTIST = /* cypher */ `
CREATE (:Scientist {id: $id, key: $id, nameEn: $id, orcid: $orcid, openAlexId: $openAlexId})`;

/** Who is linked to whom, and by whom. */
export const LINKS = /* cypher */ `
MATCH (a:Author)-[r:SAME_AS]->(s:Scientist) RETURN a.key AS author, s.id AS scientist, r.origin AS origin ORDER BY author`;

/** Ids of all authors, in the order of their keys. */
export const AUTHOR_IDS = /* cypher */ `
MATCH (a:Author) RETURN a.id AS id ORDER BY a.key`;
