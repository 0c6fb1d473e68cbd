/**
 * People with whom people have joint works, the most works first, at most $most each, as `[other's id, works, first year, last year]`; `total` counts all.
 * $keys, $minWorks, $among (ids that count, or null for all). Indexes: scientist_id, author_id.
 */
export const COLLABORATORS_OF = /* cypher */ `
UNWIND $keys AS key
CALL (key) {
  MATCH (p:Scientist {id: key}) RETURN p
  UNION ALL
  MATCH (p:Author {id: key}) RETURN p
}
CALL (p) {
  MATCH (p)-[c:COLLABORATED_WITH]-(o)
  WHERE c.works >= $minWorks AND ($among IS NULL OR o.id IN $among)
  WITH o, c ORDER BY c.works DESC, coalesce(c.lastYear, 0) DESC, o.id
  WITH collect([o.id, c.works, c.firstYear, c.lastYear]) AS every
  RETURN size(every) AS total, every[..$most] AS others
}
RETURN key, total, others, 0 AS workCount, 0 AS worksRead, 0 AS authorships`;

/**
 * As COLLABORATORS_OF, counting only works of some years: of at most $works works of each person, those of few authors first, and at most $most authorships
 * of these; `authorships` counts all. $from, $to: years or null. Indexes: scientist_id, author_id.
 */
export const COLLABORATORS_IN_YEARS = /* cypher */ `
UNWIND $keys AS key
CALL (key) {
  MATCH (p:Scientist {id: key}) RETURN p
  UNION ALL
  MATCH (p:Author {id: key}) RETURN p
}
CALL (p) {
  MATCH (p)<-[:SAME_AS*0..1]-(mine)-[:AUTHORED]->(w:Work)
  WHERE w.year >= coalesce($from, -9999) AND w.year <= coalesce($to, 9999)
  WITH DISTINCT w
  WITH w, COUNT { (w)<-[:AUTHORED]-() } AS authors
  ORDER BY authors, w.year DESC, w.id
  WITH collect([w, authors]) AS every
  RETURN size(every) AS workCount, every[..$works] AS works
}
CALL (p, works) {
  UNWIND works AS entry
  WITH p, entry[0] AS w
  MATCH (w)<-[:AUTHORED]-(a)
  OPTIONAL MATCH (a)-[:SAME_AS]->(s:Scientist)
  WITH p, w, coalesce(s, a) AS o
  WHERE o <> p
  WITH o, w LIMIT $most
  WITH o, count(DISTINCT w) AS joint, min(w.year) AS first, max(w.year) AS last
  WHERE joint >= $minWorks
  WITH o, joint, first, last ORDER BY joint DESC, last DESC, o.id
  WITH collect([o.id, joint, first, last]) AS every
  RETURN size(every) AS total, every AS others
}
RETURN key, total, others, workCount, size(works) AS worksRead,
  reduce(sum = 0, entry IN works | sum + entry[1] - 1) AS authorships`;

/**
 * Works of people in some years, those of few authors first, then the latest, at most $works each, as `[id, year, whether a paper, authors]`; `total`
 * counts all. $keys, $from, $to (years or null; undated works only when both are). Indexes: scientist_id, author_id.
 */
export const WORKS_OF_PEOPLE = /* cypher */ `
UNWIND $keys AS key
CALL (key) {
  MATCH (p:Scientist {id: key}) RETURN p
  UNION ALL
  MATCH (p:Author {id: key}) RETURN p
}
CALL (p) {
  MATCH (p)<-[:SAME_AS*0..1]-(mine)-[:AUTHORED]->(w:Work)
  WHERE ($from IS NULL AND $to IS NULL) OR (w.year >= coalesce($from, -9999) AND w.year <= coalesce($to, 9999))
  WITH DISTINCT w
  WITH w, COUNT { (w)<-[:AUTHORED]-() } AS authors
  WHERE authors > 1
  WITH w, authors ORDER BY authors, coalesce(w.year, 0) DESC, w.id
  WITH collect([w.id, w.year, w.kind = 'PAPER', authors]) AS every
  RETURN size(every) AS total, every[..$works] AS works
}
RETURN key, total, works`;

/** Members of a team, by id. $id, $limit. Index: team_id. */
export const MEMBERS_OF_TEAM = /* cypher */ `
MATCH (:Team {id: $id})<-[:MEMBER_OF]-(p:Scientist)
WITH DISTINCT p ORDER BY p.id LIMIT $limit
RETURN p.id AS id`;

/**
 * Joint works of two people in some years, the latest first: the first $most with all particulars, and of at most $weighed what their weight needs, as
 * `[year, whether a paper, authors]`. $from, $to: years or null. Indexes: scientist_id, author_id.
 */
export const JOINT_WORKS_OF_TWO = /* cypher */ `
CALL () {
  MATCH (p:Scientist {id: $source}) RETURN p
  UNION ALL
  MATCH (p:Author {id: $source}) RETURN p
}
CALL () {
  MATCH (q:Scientist {id: $target}) RETURN q
  UNION ALL
  MATCH (q:Author {id: $target}) RETURN q
}
CALL (p, q) {
  MATCH (p)<-[:SAME_AS*0..1]-(mine)-[:AUTHORED]->(w:Work)
  WHERE ($from IS NULL AND $to IS NULL) OR (w.year >= coalesce($from, -9999) AND w.year <= coalesce($to, 9999))
  WITH DISTINCT q, w
  WHERE EXISTS { (w)<-[:AUTHORED]-(theirs)-[:SAME_AS*0..1]->(q) }
  WITH w, COUNT { (w)<-[:AUTHORED]-() } AS authors ORDER BY coalesce(w.year, 0) DESC, w.id
  WITH collect({w: w, authors: authors}) AS every
  RETURN size(every) AS total, every
}
RETURN total, [each IN every[..$weighed] | [each.w.year, each.w.kind = 'PAPER', each.authors]] AS weights,
  COLLECT {
    UNWIND every[..$most] AS each
    RETURN {id: each.w.id, kind: each.w.kind, title: each.w.title, year: each.w.year, venue: each.w.venue, url: each.w.url, authors: each.authors,
      sources: COLLECT { MATCH (s:Source {id: each.w.sourceId}) RETURN s.title }}
  } AS works`;
