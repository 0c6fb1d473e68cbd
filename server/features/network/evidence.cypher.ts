/**
 * Joint works of pairs of people, the latest first, at most $most a pair; `total` counts all. $pairs: `{key, from, to, papers}`, where papers says whether papers or
 * patents and projects are meant; $since (year or null). Indexes: scientist_id, author_id.
 */
export const JOINT_WORKS_OF_PAIRS = /* cypher */ `
UNWIND $pairs AS pair
CALL (pair) {
  MATCH (p:Scientist {id: pair.from}) RETURN p
  UNION ALL
  MATCH (p:Author {id: pair.from}) RETURN p
}
CALL (pair) {
  MATCH (q:Scientist {id: pair.to}) RETURN q
  UNION ALL
  MATCH (q:Author {id: pair.to}) RETURN q
}
CALL (pair, p, q) {
  MATCH (p)<-[:SAME_AS*0..1]-(mine)-[:AUTHORED]->(w:Work)
  WHERE (w.kind = 'PAPER') = pair.papers AND ($since IS NULL OR w.year >= $since)
  WITH DISTINCT q, w
  WHERE EXISTS { (w)<-[:AUTHORED]-(theirs)-[:SAME_AS*0..1]->(q) }
  WITH w, COUNT { (w)<-[:AUTHORED]-() } AS authors ORDER BY coalesce(w.year, 0) DESC, w.id
  WITH collect({id: w.id, kind: w.kind, title: w.title, year: w.year, people: authors,
    sources: COLLECT { MATCH (s:Source {id: w.sourceId}) RETURN s.title }}) AS every
  RETURN size(every) AS total, every[..$most] AS works
}
RETURN pair.key AS key, total, works`;

/**
 * What two people were both part of, by name in Chinese and English, and the titles of the sources that say so of either.
 * $pairs: `{key, from, to, groupId, types}`, where types are those of the relationships. Indexes: scientist_id, institution_id, team_id, award_id, place_id.
 */
export const SHARED_GROUPS = /* cypher */ `
UNWIND $pairs AS pair
CALL (pair) {
  MATCH (g:Institution {id: pair.groupId}) RETURN g, g.nameZh AS nameZh, g.nameEn AS nameEn
  UNION ALL
  MATCH (g:Team {id: pair.groupId}) RETURN g, g.name AS nameZh, g.name AS nameEn
  UNION ALL
  MATCH (g:Award {id: pair.groupId}) RETURN g, g.nameZh AS nameZh, g.nameEn AS nameEn
  UNION ALL
  MATCH (g:Place {id: pair.groupId}) RETURN g, g.nameZh AS nameZh, g.nameEn AS nameEn
  UNION ALL
  MATCH (g:Scientist {id: pair.groupId}) RETURN g, g.nameZh AS nameZh, g.nameEn AS nameEn
}
CALL (pair, g) {
  UNWIND [pair.from, pair.to] AS id
  MATCH (p:Scientist {id: id})-[r]->(x)-[:SUCCEEDED_BY*0..3]->(g)
  WHERE type(r) IN pair.types AND coalesce(r.inUse, true)
  MATCH (s:Source {id: r.sourceId})
  WITH DISTINCT s.title AS title ORDER BY title
  RETURN collect(title) AS sources
}
RETURN pair.key AS key, coalesce(nameZh, nameEn) AS nameZh, coalesce(nameEn, nameZh) AS nameEn, sources`;
