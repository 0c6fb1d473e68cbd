/** How many people there are, from the count store. No parameters. */
export const COUNT_SCIENTISTS = /* cypher */ `
MATCH (s:Scientist) RETURN count(s) AS count`;

/** All places. No parameters; reads the whole label. `number` is the engine's own, used only between two reads of one build. */
export const ALL_PLACES = /* cypher */ `
MATCH (p:Place)
OPTIONAL MATCH (p)-[:WITHIN]->(around:Place)
OPTIONAL MATCH (p)-[:SUCCEEDED_BY]->(successor:Place)
WITH p, min(around.id) AS withinId, min(successor.id) AS succeededById
RETURN id(p) AS number, p.id AS id, p.level AS level, p.nameZh AS nameZh, p.nameEn AS nameEn, p.code AS code,
       p.location.longitude AS longitude, p.location.latitude AS latitude, withinId, succeededById
ORDER BY p.id`;

/** All institutions. No parameters; reads the whole label. */
export const ALL_INSTITUTIONS = /* cypher */ `
MATCH (i:Institution)
OPTIONAL MATCH (i)-[:LOCATED_IN]->(p:Place)
WITH i, min(p.id) AS placeId
RETURN id(i) AS number, i.id AS id, i.nameZh AS nameZh, i.nameEn AS nameEn, placeId,
       i.location.longitude AS longitude, i.location.latitude AS latitude
ORDER BY i.id`;

/** All fields with the ids of the directly broader ones. No parameters; reads the whole label. */
export const ALL_FIELDS = /* cypher */ `
MATCH (f:Field)
RETURN id(f) AS number, f.id AS id, f.scheme AS scheme, f.nameZh AS nameZh, f.nameEn AS nameEn,
       [(f)-[:BROADER]->(broader:Field) | broader.id] AS broaderIds
ORDER BY f.id`;

/** All awards. No parameters; reads the whole label. */
export const ALL_AWARDS = /* cypher */ `
MATCH (a:Award)
RETURN id(a) AS number, a.id AS id, a.nameZh AS nameZh, a.nameEn AS nameEn
ORDER BY a.id`;

/** All sources. No parameters; reads the whole label. */
export const ALL_SOURCES = /* cypher */ `
MATCH (s:Source)
RETURN id(s) AS number, s.id AS id, s.title AS title, s.retrievedAt AS retrievedAt
ORDER BY s.id`;

/**
 * The filterable facts of everyone, for a build; streams the whole label. $kinds: number of each kind of relationship that counts,
 * $sources: number of each source by id. All relationships of a person in one expansion: one for each kind took three times as long
 * over a million people.
 */
export const ALL_SCIENTISTS = /* cypher */ `
MATCH (s:Scientist)
RETURN id(s) AS node, s.id AS id, s.nameZh AS nameZh, s.nameEn AS nameEn, s.aliases AS aliases,
       s.birthDate AS birthDate, s.deathDate AS deathDate, s.tier AS tier,
       [(s)-[r]->(to) | [$kinds[type(r)], id(to), $sources[r.sourceId], r.order, r.from, r.to, r.asOf, r.year, r.inUse]] AS links,
       [(s)<-[:FACT_OF]-(f) | $sources[f.sourceId]] AS factSources`;

/** The filterable facts of some people. $ids, and $kinds and $sources as in ALL_SCIENTISTS. Index: scientist_id. The same columns. */
export const SCIENTISTS_BY_ID = /* cypher */ `
MATCH (s:Scientist) WHERE s.id IN $ids
RETURN id(s) AS node, s.id AS id, s.nameZh AS nameZh, s.nameEn AS nameEn, s.aliases AS aliases,
       s.birthDate AS birthDate, s.deathDate AS deathDate, s.tier AS tier,
       [(s)-[r]->(to) | [$kinds[type(r)], id(to), $sources[r.sourceId], r.order, r.from, r.to, r.asOf, r.year, r.inUse]] AS links,
       [(s)<-[:FACT_OF]-(f) | $sources[f.sourceId]] AS factSources`;
