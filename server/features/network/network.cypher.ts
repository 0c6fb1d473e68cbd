/**
 * People by id: scientists, and authors of imported works, who are the scientist they are the same as, or stand for themselves. $keys. `barred`: has died or does not want to be contacted.
 * Indexes: scientist_id, author_id.
 */
export const PEOPLE_BY_ID = /* cypher */ `
UNWIND $keys AS key
CALL (key) {
  MATCH (p:Scientist {id: key})
  RETURN p.id AS id, coalesce(p.nameZh, p.nameEn, p.id) AS name, true AS isScientist, p.deathDate IS NOT NULL OR p.objectedOn IS NOT NULL AS barred,
    COUNT { (p)-[:COLLABORATED_WITH]-() } AS degree
  UNION ALL
  MATCH (a:Author {id: key})
  OPTIONAL MATCH (a)-[:SAME_AS]->(s:Scientist)
  WITH a, s, coalesce(s, a) AS p
  RETURN p.id AS id, coalesce(s.nameZh, s.nameEn, a.name) AS name, s IS NOT NULL AS isScientist,
    s.deathDate IS NOT NULL OR s.objectedOn IS NOT NULL AS barred, COUNT { (p)-[:COLLABORATED_WITH]-() } AS degree
}
RETURN key, id, name, isScientist, barred, degree`;

/**
 * Joint works of people: of each, at most $works works, those of few authors first, then the latest; of their authors at most $authorships, as
 * `[other's id, work's id, kind, year, authors]`. Authors who are a scientist count as that scientist; who has died or does not want to be
 * contacted is left out. $keys, $since (year or null). Indexes: scientist_id, author_id.
 */
export const JOINT_WORKS_OF = /* cypher */ `
UNWIND $keys AS key
CALL (key) {
  MATCH (p:Scientist {id: key}) RETURN p
  UNION ALL
  MATCH (p:Author {id: key}) RETURN p
}
CALL (p) {
  MATCH (p)<-[:SAME_AS*0..1]-(mine)-[:AUTHORED]->(w:Work)
  WHERE $since IS NULL OR w.year >= $since
  WITH DISTINCT w
  WITH w, COUNT { (w)<-[:AUTHORED]-() } AS authors
  ORDER BY authors, coalesce(w.year, 0) DESC, w.id
  WITH collect([w, authors]) AS every
  RETURN size(every) AS workCount, every[..$works] AS works
}
CALL (p, works) {
  UNWIND works AS entry
  WITH p, entry[0] AS w, entry[1] AS authors
  MATCH (w)<-[:AUTHORED]-(a)
  OPTIONAL MATCH (a)-[:SAME_AS]->(s:Scientist)
  WITH p, w, authors, coalesce(s, a) AS other
  WHERE other <> p AND other.deathDate IS NULL AND other.objectedOn IS NULL
  WITH other, w, authors LIMIT $authorships
  RETURN collect([other.id, w.id, w.kind, w.year, authors]) AS joint
}
RETURN key, workCount, size(works) AS worksRead, joint`;

/**
 * The groups that people were part of, at most 200 each, as `[link, group's id, year of an award, from, to, asOf, adviser]`. An award year is a group; the
 * group of an adviser has the adviser in it. The home is a county that is still one. $keys, $links. Index: scientist_id.
 */
export const GROUPS_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (p:Scientist {id: key})
CALL (p) {
  MATCH (p)-[r:WORKS_AT]->(g:Institution) WHERE 'COLLEAGUE' IN $links
  RETURN ['COLLEAGUE', g.id, null, r.from, r.to, r.asOf, false] AS stay
  UNION
  MATCH (p)-[r:STUDIED_AT]->(g:Institution) WHERE 'ALUMNI' IN $links
  RETURN ['ALUMNI', g.id, null, r.from, r.to, null, false] AS stay
  UNION
  MATCH (p)-[r:MEMBER_OF]->(g:Team) WHERE 'TEAM' IN $links AND NOT coalesce(g.proposed, false)
  RETURN ['TEAM', g.id, null, r.from, r.to, null, false] AS stay
  UNION
  MATCH (p)-[r:RECEIVED]->(g:Award) WHERE 'COAWARDED' IN $links AND r.year IS NOT NULL
  RETURN ['COAWARDED', g.id, r.year, null, null, null, false] AS stay
  UNION
  MATCH (p)-[r:BORN_IN|ANCESTRAL_HOME]->(:Place)-[:SUCCEEDED_BY*0..3]->(g:Place)
  WHERE 'HOMETOWN' IN $links AND r.inUse
  WITH DISTINCT g
  WHERE g.level = 'COUNTY' AND NOT EXISTS { (g)-[:SUCCEEDED_BY]->() }
  RETURN ['HOMETOWN', g.id, null, null, null, null, false] AS stay
  UNION
  MATCH (p)-[r:ADVISED_BY]->(g:Scientist) WHERE 'ADVISOR' IN $links
  RETURN ['ADVISOR', g.id, null, r.from, r.to, null, false] AS stay
  UNION
  MATCH (p) WHERE 'ADVISOR' IN $links AND EXISTS { (p)<-[:ADVISED_BY]-() }
  RETURN ['ADVISOR', p.id, null, null, null, null, true] AS stay
}
WITH key, stay LIMIT 50000
RETURN key, collect(stay)[..200] AS stays`;

/** How many people institutions employed. $ids. Index: institution_id. */
export const EMPLOYED_COUNT = /* cypher */ `
UNWIND $ids AS key
MATCH (g:Institution {id: key})
RETURN key, COUNT { (g)<-[:WORKS_AT]-() } AS size`;

/** How many people institutions schooled. $ids. Index: institution_id. */
export const SCHOOLED_COUNT = /* cypher */ `
UNWIND $ids AS key
MATCH (g:Institution {id: key})
RETURN key, COUNT { (g)<-[:STUDIED_AT]-() } AS size`;

/** How many members teams have. $ids. Index: team_id. */
export const TEAM_COUNT = /* cypher */ `
UNWIND $ids AS key
MATCH (g:Team {id: key})
RETURN key, COUNT { (g)<-[:MEMBER_OF]-() } AS size`;

/** How many students advisers have. $ids. Index: scientist_id. */
export const STUDENT_COUNT = /* cypher */ `
UNWIND $ids AS key
MATCH (g:Scientist {id: key})
RETURN key, COUNT { (g)<-[:ADVISED_BY]-() } AS size`;

/** How many homes in use counties have, with those of places that they took over. $ids. Index: place_id. */
export const HOME_COUNT = /* cypher */ `
UNWIND $ids AS key
MATCH (g:Place {id: key})
RETURN key, COUNT { MATCH (g)<-[:SUCCEEDED_BY*0..3]-(:Place)<-[r:BORN_IN|ANCESTRAL_HOME]-(p) WHERE r.inUse RETURN DISTINCT p } AS size`;

/** How many people received awards in given years. $groups: `{key, id, year}`. Index: award_id. */
export const AWARD_COUNT = /* cypher */ `
UNWIND $groups AS group
MATCH (g:Award {id: group.id})
RETURN group.key AS key, COUNT { MATCH (g)<-[r:RECEIVED]-(p) WHERE r.year = group.year RETURN DISTINCT p } AS size`;

/** People whom institutions employed, at most $members each, as `[id, from, to, asOf, false]`. $ids. Index: institution_id. */
export const EMPLOYED_AT = /* cypher */ `
UNWIND $ids AS key
MATCH (g:Institution {id: key})
CALL (g) {
  MATCH (g)<-[r:WORKS_AT]-(p:Scientist)
  WITH p, r LIMIT $members
  WITH p, r WHERE p.deathDate IS NULL AND p.objectedOn IS NULL
  RETURN collect([p.id, r.from, r.to, r.asOf, false]) AS members
}
RETURN key, members`;

/** People whom institutions schooled, as EMPLOYED_AT. $ids, $members. Index: institution_id. */
export const SCHOOLED_AT = /* cypher */ `
UNWIND $ids AS key
MATCH (g:Institution {id: key})
CALL (g) {
  MATCH (g)<-[r:STUDIED_AT]-(p:Scientist)
  WITH p, r LIMIT $members
  WITH p, r WHERE p.deathDate IS NULL AND p.objectedOn IS NULL
  RETURN collect([p.id, r.from, r.to, null, false]) AS members
}
RETURN key, members`;

/** Members of teams, as EMPLOYED_AT. $ids, $members. Index: team_id. */
export const TEAM_MEMBERS = /* cypher */ `
UNWIND $ids AS key
MATCH (g:Team {id: key})
CALL (g) {
  MATCH (g)<-[r:MEMBER_OF]-(p:Scientist)
  WITH p, r LIMIT $members
  WITH p, r WHERE p.deathDate IS NULL AND p.objectedOn IS NULL
  RETURN collect([p.id, r.from, r.to, null, false]) AS members
}
RETURN key, members`;

/** Students of advisers, and the advisers themselves, as EMPLOYED_AT; true marks the adviser. $ids, $members. Index: scientist_id. */
export const STUDENTS_OF = /* cypher */ `
UNWIND $ids AS key
MATCH (g:Scientist {id: key})
CALL (g) {
  MATCH (g)<-[r:ADVISED_BY]-(p:Scientist)
  WITH p, r LIMIT $members
  WITH p, r WHERE p.deathDate IS NULL AND p.objectedOn IS NULL
  RETURN collect([p.id, r.from, r.to, null, false]) AS students
}
RETURN key, students + CASE WHEN g.deathDate IS NULL AND g.objectedOn IS NULL THEN [[g.id, null, null, null, true]] ELSE [] END AS members`;

/** People with their home in counties, as EMPLOYED_AT. $ids, $members. Index: place_id. */
export const PEOPLE_OF_COUNTY = /* cypher */ `
UNWIND $ids AS key
MATCH (g:Place {id: key})
CALL (g) {
  MATCH (g)<-[:SUCCEEDED_BY*0..3]-(:Place)<-[r:BORN_IN|ANCESTRAL_HOME]-(p:Scientist) WHERE r.inUse
  WITH p LIMIT $members
  WITH DISTINCT p WHERE p.deathDate IS NULL AND p.objectedOn IS NULL
  RETURN collect([p.id, null, null, null, false]) AS members
}
RETURN key, members`;

/** People who received awards in given years, as EMPLOYED_AT. $groups: `{key, id, year}`, $members. Index: award_id. */
export const AWARDED_WITH = /* cypher */ `
UNWIND $groups AS group
MATCH (g:Award {id: group.id})
CALL (g, group) {
  MATCH (g)<-[r:RECEIVED]-(p:Scientist) WHERE r.year = group.year
  WITH p LIMIT $members
  WITH DISTINCT p WHERE p.deathDate IS NULL AND p.objectedOn IS NULL
  RETURN collect([p.id, null, null, null, false]) AS members
}
RETURN group.key AS key, members`;
