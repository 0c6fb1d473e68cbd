/** What changes whenever an import has ended or was rolled back. Reads all batches, of which there are few. */
export const LAST_IMPORT = /* cypher */ `
MATCH (b:ImportBatch)
RETURN count(b) AS batches, max(b.finishedAt) AS finishedAt, max(b.rolledBackAt) AS rolledBackAt`;

/** The names of authors who are no scientists, by id, from $after on. $most. Index: author_id. */
export const AUTHOR_NAMES = /* cypher */ `
MATCH (a:Author) WHERE a.id > $after
WITH a ORDER BY a.id LIMIT $most
RETURN a.id AS id, a.name AS name, coalesce(a.nameForms, []) AS forms, EXISTS { (a)-[:SAME_AS]->(:Scientist) } AS isScientist`;

/** What tells authors of one name apart. $keys: ids of authors; those who are gone or are a scientist are passed over. Index: author_id. */
export const AUTHORS_BY_ID = /* cypher */ `
UNWIND $keys AS key
MATCH (a:Author {id: key})
WHERE NOT EXISTS { (a)-[:SAME_AS]->(:Scientist) }
CALL (a) {
  OPTIONAL MATCH (a)-[:AUTHORED]->(w:Work)
  RETURN count(DISTINCT w) AS works, min(w.year) AS firstYear, max(w.year) AS lastYear
}
RETURN a.id AS id, a.name AS name, works, firstYear, lastYear, coalesce(a.affiliations, [])[..2] AS affiliations,
  head(COLLECT { MATCH (s:Source {id: a.sourceId}) RETURN s.title }) AS source`;
