/**
 * Teams by id with their people and needs. Who was erased is in none; who is an author comes as the scientist once identified. $keys.
 * Index: team_id.
 */
export const TEAMS_BY_ID = /* cypher */ `
UNWIND $keys AS key
MATCH (t:Team {id: key})
RETURN key, t {.id, .name, .purpose, .createdBy, .createdAt, .changedAt, proposed: coalesce(t.proposed, false), version: coalesce(t.version, 0), demo: coalesce(t.demo, false)} AS team,
  COLLECT {
    MATCH (p)-[r:MEMBER_OF]->(t)
    OPTIONAL MATCH (p)-[:SAME_AS]->(s:Scientist)
    RETURN r {.role, .from, .to, .stated, .verifiedBy, .verifiedOn, order: coalesce(r.order, 0), id: coalesce(s.id, p.id),
      name: coalesce(s.nameZh, s.nameEn, p.nameZh, p.nameEn, p.name, p.id), isScientist: s IS NOT NULL OR p:Scientist}
  } AS members,
  COLLECT {
    MATCH (n:TeamNeed)-[:NEEDED_BY]->(t)
    OPTIONAL MATCH (n)-[c:COVERED_BY]->(i:Institution)
    RETURN n {.id, .kind, .description, .order, institutionId: i.id, assignedBy: c.by, assignedAt: c.at}
  } AS needs`;

/** Ids of teams by name, at most $limit. $limit. Reads all teams, of which there are few. */
export const TEAM_IDS = /* cypher */ `
MATCH (t:Team)
RETURN t.id AS id ORDER BY t.name, t.id LIMIT $limit`;

/** Id of the team of a need. $id. Index: team_need_id. */
export const TEAM_OF_NEED = /* cypher */ `
MATCH (:TeamNeed {id: $id})-[:NEEDED_BY]->(t:Team)
RETURN t.id AS id`;

/** Which of some people there are. $keys. Indexes: scientist_id, author_id. */
export const PEOPLE_THERE = /* cypher */ `
UNWIND $keys AS key
CALL (key) {
  MATCH (p:Scientist {id: key}) RETURN p
  UNION ALL
  MATCH (p:Author {id: key}) RETURN p
}
RETURN key`;

/** Writes a team's own properties. $id, $properties. Index: team_id. */
export const WRITE_TEAM = /* cypher */ `
MERGE (t:Team {id: $id})
SET t += $properties
RETURN t.id AS id`;

/** The source that memberships entered by hand are from. $id, $key, $title, $publisher. Index: source_id. */
export const WRITE_OFFICE_SOURCE = /* cypher */ `
MERGE (s:Source {id: $id})
ON CREATE SET s.key = $key, s.title = $title, s.publisher = $publisher, s.url = '/teams', s.licence = '', s.retrievedAt = '2026-01-01'`;

/** Takes out of a team whoever is not among some people. $id, $keys. Index: team_id. */
export const DROP_MEMBERS = /* cypher */ `
MATCH (t:Team {id: $id})<-[r:MEMBER_OF]-(p)
OPTIONAL MATCH (p)-[:SAME_AS]->(s:Scientist)
WITH r, p, s WHERE NOT p.id IN $keys AND NOT coalesce(s.id, p.id) IN $keys
DELETE r`;

/**
 * Writes memberships. $id, $rows: `{key, whole, changes}`; one that is there keeps what is not in the changes. A membership of the author string of a scientist becomes the scientist's.
 * Indexes: team_id, scientist_id, author_id.
 */
export const WRITE_MEMBERS = /* cypher */ `
MATCH (t:Team {id: $id})
UNWIND $rows AS row
CALL (row) {
  MATCH (p:Scientist {id: row.key}) RETURN p
  UNION ALL
  MATCH (p:Author {id: row.key}) RETURN p
}
CALL (t, p) {
  MATCH (p)<-[:SAME_AS]-(:Author)-[old:MEMBER_OF]->(t)
  DELETE old
}
MERGE (p)-[r:MEMBER_OF]->(t)
ON CREATE SET r = row.whole
ON MATCH SET r += row.changes
RETURN count(r) AS written`;

/** Deletes needs of a team that are not among some. $id, $keys. Index: team_id. */
export const DROP_NEEDS = /* cypher */ `
MATCH (t:Team {id: $id})<-[:NEEDED_BY]-(n:TeamNeed)
WHERE NOT n.id IN $keys
DETACH DELETE n`;

/** Writes needs of a team. $id, $rows: `{id, properties}`. Indexes: team_id, team_need_id. */
export const WRITE_NEEDS = /* cypher */ `
MATCH (t:Team {id: $id})
UNWIND $rows AS row
MERGE (n:TeamNeed {id: row.id})
SET n += row.properties
MERGE (n)-[:NEEDED_BY]->(t)
RETURN count(n) AS written`;

/** Deletes a team with its needs. $id. Index: team_id. */
export const REMOVE_TEAM = /* cypher */ `
MATCH (t:Team {id: $id})
OPTIONAL MATCH (t)<-[:NEEDED_BY]-(n:TeamNeed)
DETACH DELETE n, t`;

/** Takes the institute of a need away. $id. Index: team_need_id. */
export const FREE_NEED = /* cypher */ `
MATCH (:TeamNeed {id: $id})-[c:COVERED_BY]->()
DELETE c`;

/** Says which institute covers a need; no row when there is none. $id, $institution, $by, $byId, $at. Indexes: team_need_id, institution_id. */
export const COVER_NEED = /* cypher */ `
MATCH (n:TeamNeed {id: $id})
MATCH (i:Institution {id: $institution})
CREATE (n)-[:COVERED_BY {by: $by, byId: $byId, at: $at}]->(i)
RETURN i.id AS id`;

/** What people work on, by how many of them. $keys, $most. Index: scientist_id. */
export const FIELDS_OF_PEOPLE = /* cypher */ `
UNWIND $keys AS key
MATCH (:Scientist {id: key})-[:SPECIALISES_IN]->(f:Field)
RETURN f.id AS id, count(DISTINCT key) AS count ORDER BY count DESC, id LIMIT $most`;

/**
 * Institutes in provinces by how many people who work or worked there, and are not among some, work on fields. $fields, $keys, $codes (of provinces), $most. Index: field_id.
 */
export const INSTITUTES_NEAR = /* cypher */ `
UNWIND $fields AS field
MATCH (:Field {id: field})<-[:SPECIALISES_IN]-(p:Scientist)-[:WORKS_AT]->(i:Institution)
WHERE NOT p.id IN $keys
WITH DISTINCT i, p
WHERE EXISTS { MATCH (i)-[:LOCATED_IN]->(:Place)-[:WITHIN*0..4]->(q:Place) WHERE q.level = 'PROVINCE' AND left(q.code, 2) IN $codes }
RETURN i.id AS id, count(p) AS people ORDER BY people DESC, id LIMIT $most`;

/**
 * Pairs with repeated joint works, the most works first, at most $most: people who are alive and do not object. $minWorks, $since (year or null). Reads all pairs.
 */
export const REPEATED_PAIRS = /* cypher */ `
MATCH (a)-[r:COLLABORATED_WITH]->(b)
WHERE r.works >= $minWorks AND ($since IS NULL OR r.lastYear >= $since)
  AND a.deathDate IS NULL AND b.deathDate IS NULL AND a.objectedOn IS NULL AND b.objectedOn IS NULL
RETURN a.id AS source, b.id AS target, r.works AS works, r.firstYear AS firstYear, r.lastYear AS lastYear
ORDER BY works DESC, source, target LIMIT $most`;

/** Names of people. $keys. Indexes: scientist_id, author_id. */
export const PEOPLE_NAMED = /* cypher */ `
UNWIND $keys AS key
CALL (key) {
  MATCH (p:Scientist {id: key}) RETURN p.id AS id, coalesce(p.nameZh, p.nameEn, p.id) AS name, true AS isScientist
  UNION ALL
  MATCH (p:Author {id: key})
  OPTIONAL MATCH (p)-[:SAME_AS]->(s:Scientist)
  RETURN coalesce(s.id, p.id) AS id, coalesce(s.nameZh, s.nameEn, p.name) AS name, s IS NOT NULL AS isScientist
}
RETURN key, id, name, isScientist`;
