/** People by id. $keys. Index: scientist_id. */
export const SCIENTISTS_BY_ID = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Scientist {id: key})
RETURN key, n {.id, .nameZh, .nameEn, aliases: coalesce(n.aliases, []), .birthDate, .deathDate, .specialty, .tier, .orcid, .openAlexId, .wikidataId} AS item`;

/** Institutions by id, with the place each is located in. $keys. Index: institution_id. */
export const INSTITUTIONS_BY_ID = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Institution {id: key})
RETURN key, n {.id, .nameZh, .nameEn, aliases: coalesce(n.aliases, []), .kind, .rorId, .location, .sourceId,
  placeId: head(COLLECT { MATCH (n)-[:LOCATED_IN]->(p:Place) RETURN p.id ORDER BY p.id })} AS item`;

/** Places by id, with the ids of what they lie within, nearest first, and of their successor. $keys. Index: place_id. */
export const PLACES_BY_ID = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Place {id: key})
RETURN key, n {.id, .nameZh, .nameEn, .level, .code, .location, .validFrom, .validTo,
  withinIds: COLLECT { MATCH path = (n)-[:WITHIN*1..6]->(p:Place) RETURN p.id ORDER BY length(path) },
  succeededById: head(COLLECT { MATCH (n)-[:SUCCEEDED_BY]->(p:Place) RETURN p.id ORDER BY p.id })} AS item`;

/** Fields by id, with the ids of the directly broader ones. $keys. Index: field_id. */
export const FIELDS_BY_ID = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Field {id: key})
RETURN key, n {.id, .scheme, .nameZh, .nameEn, synonyms: coalesce(n.synonyms, []),
  broaderIds: COLLECT { MATCH (n)-[:BROADER]->(b:Field) RETURN b.id ORDER BY b.key }} AS item`;

/** Sources by id. $keys. Index: source_id. */
export const SOURCES_BY_ID = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Source {id: key})
RETURN key, n {.id, .title, .url, .publisher, .licence, .retrievedAt} AS item`;

/** Ids of the fields of some schemes. $schemes. Index: field_scheme. */
export const FIELD_IDS = /* cypher */ `
MATCH (n:Field) WHERE n.scheme IN $schemes
RETURN n.id AS id ORDER BY n.key`;

/** Ids of the places that lie within none. $levels: all levels. Index: place_level. */
export const TOP_PLACE_IDS = /* cypher */ `
MATCH (n:Place) WHERE n.level IN $levels AND NOT EXISTS { (n)-[:WITHIN]->() }
RETURN n.id AS id ORDER BY n.code, n.nameZh, n.id`;

/** Ids of all places of one level. $level. Index: place_level. */
export const PLACE_IDS_OF_LEVEL = /* cypher */ `
MATCH (n:Place {level: $level})
RETURN n.id AS id ORDER BY n.code, n.nameZh, n.id`;

/** Ids of the places directly within one. $within. Index: place_id. */
export const PLACE_IDS_DIRECTLY_WITHIN = /* cypher */ `
MATCH (:Place {id: $within})<-[:WITHIN]-(n:Place)
RETURN n.id AS id ORDER BY n.code, n.nameZh, n.id`;

/** Ids of the places of one level within one, at any depth. $within, $level. Index: place_id. */
export const PLACE_IDS_WITHIN = /* cypher */ `
MATCH (:Place {id: $within})<-[:WITHIN*1..6]-(n:Place) WHERE n.level = $level
WITH DISTINCT n
RETURN n.id AS id ORDER BY n.code, n.nameZh, n.id`;

/** Places of birth and ancestry in use. $keys: people. Index: scientist_id. */
export const HOMES_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Scientist {id: key})
RETURN key,
  head(COLLECT { MATCH (n)-[r:BORN_IN]->(p:Place) WHERE r.inUse RETURN p.id ORDER BY p.id }) AS birthPlaceId,
  head(COLLECT { MATCH (n)-[r:ANCESTRAL_HOME]->(p:Place) WHERE r.inUse RETURN p.id ORDER BY p.id }) AS ancestralHomeId`;

/** Employments, also those whose words name no known institution. $keys: people. Index: scientist_id. */
export const EMPLOYMENT_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Scientist {id: key})
CALL (n) {
  MATCH (n)-[r:WORKS_AT]->(i:Institution)
  RETURN r {.stated, .role, .from, .to, .asOf, .order, .sourceId, .url, .retrievedOn, .confidence, .verifiedBy, .verifiedOn, institutionId: i.id} AS item
  UNION ALL
  MATCH (n)<-[:FACT_OF]-(f:Fact {property: 'employment'})
  RETURN f {.role, .from, .to, .asOf, .order, .sourceId, .url, .retrievedOn, .confidence, .verifiedBy, .verifiedOn, stated: f.value, institutionId: null} AS item
}
RETURN key, n.deathDate IS NOT NULL AS deceased, collect(item) AS items`;

/** Schoolings, also those whose words name no known institution. $keys: people. Index: scientist_id. */
export const EDUCATION_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Scientist {id: key})
CALL (n) {
  MATCH (n)-[r:STUDIED_AT]->(i:Institution)
  RETURN r {.stated, .degree, .from, .to, .order, .sourceId, .url, .retrievedOn, .confidence, .verifiedBy, .verifiedOn, institutionId: i.id} AS item
  UNION ALL
  MATCH (n)<-[:FACT_OF]-(f:Fact {property: 'education'})
  RETURN f {.degree, .from, .to, .order, .sourceId, .url, .retrievedOn, .confidence, .verifiedBy, .verifiedOn, stated: f.value, institutionId: null} AS item
}
RETURN key, collect(item) AS items`;

/** Ids of the fields of people, the weightiest first. $keys: people. Index: scientist_id. */
export const FIELDS_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Scientist {id: key})
RETURN key, COLLECT { MATCH (n)-[r:SPECIALISES_IN]->(f:Field) WITH f, max(r.weight) AS weight RETURN f.id ORDER BY weight DESC, f.key } AS items`;

/** Awards received, newest first. $keys: people. Index: scientist_id. */
export const AWARDS_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Scientist {id: key})-[r:RECEIVED]->(a:Award)
WITH key, r, a ORDER BY coalesce(r.year, -1) DESC, a.key
RETURN key, collect(r {.year, .category, .motivation, .sourceId, .url, .retrievedOn, .confidence, .verifiedBy, .verifiedOn,
  award: a {.id, .nameZh, .nameEn, .url}}) AS items`;

/** Everything that sources state about people, resolved or not. $keys: people. Index: scientist_id. */
export const FACTS_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Scientist {id: key})
CALL (n) {
  MATCH (n)<-[:FACT_OF]-(f:Fact)
  RETURN f.property AS property, f.value AS value, null AS resolvedId, f.inUse AS inUse, f AS p
  UNION ALL
  MATCH (n)-[r:BORN_IN]->(to) RETURN 'birthPlace' AS property, r.stated AS value, to.id AS resolvedId, r.inUse AS inUse, r AS p
  UNION ALL
  MATCH (n)-[r:ANCESTRAL_HOME]->(to) RETURN 'ancestralHome' AS property, r.stated AS value, to.id AS resolvedId, r.inUse AS inUse, r AS p
  UNION ALL
  MATCH (n)-[r:STUDIED_AT]->(to) RETURN 'education' AS property, r.stated AS value, to.id AS resolvedId, true AS inUse, r AS p
  UNION ALL
  MATCH (n)-[r:WORKS_AT]->(to) RETURN 'employment' AS property, r.stated AS value, to.id AS resolvedId, true AS inUse, r AS p
  UNION ALL
  MATCH (n)-[r:SPECIALISES_IN]->(to) RETURN 'field' AS property, to.nameZh AS value, to.id AS resolvedId, true AS inUse, r AS p
  UNION ALL
  MATCH (n)-[r:RECEIVED]->(to) RETURN 'award' AS property, coalesce(to.nameZh, to.nameEn) AS value, to.id AS resolvedId, true AS inUse, r AS p
}
RETURN key, collect(p {.sourceId, .url, .retrievedOn, .confidence, .verifiedBy, .verifiedOn, property: property, value: value, resolvedId: resolvedId, inUse: inUse}) AS items`;

/** Teams that there are; proposed ones are work of the office. $keys: people. Index: scientist_id. */
export const TEAMS_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Scientist {id: key})-[r:MEMBER_OF]->(t:Team) WHERE NOT coalesce(t.proposed, false)
WITH key, r, t ORDER BY coalesce(r.from, '') DESC, t.name
RETURN key, collect(r {.role, .from, .to, team: t.name}) AS items`;

/** Research needs, newest first. $keys: people. Index: scientist_id. */
export const NEEDS_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Scientist {id: key})<-[:NEED_OF]-(need:ResearchNeed)
WITH key, need ORDER BY coalesce(need.statedOn, '') DESC, need.id
RETURN key, collect(need {.id, .kind, .description, .statedOn}) AS items`;

/** Research news, newest first. $keys: people. Index: scientist_id. */
export const UPDATES_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Scientist {id: key})<-[:ABOUT]-(u:Update)
WITH key, u ORDER BY coalesce(u.date, '') DESC, u.id
RETURN key, collect(u {.id, .kind, .date, .title, .url}) AS items`;

/**
 * People who studied where one person studied, one row an institution: `own` and `theirs` are `[from, to, null]` and
 * `[other's id, from, to, null]`. Lists instead of maps and rows: of thousands, the driver reads them in a tenth of the time.
 * $id, $perPlace (schoolings read at one institution, in the order of the store). size: how many the institution has in all.
 * Index: scientist_id.
 */
export const FELLOW_ALUMNI = /* cypher */ `
MATCH (me:Scientist {id: $id})-[mine:STUDIED_AT]->(i:Institution)
WITH me, i, collect([mine.from, mine.to, null]) AS own
CALL (me, i) {
  MATCH (i)<-[r:STUDIED_AT]-(other:Scientist) WHERE other <> me
  WITH other, r LIMIT $perPlace
  RETURN collect([other.id, r.from, r.to, null]) AS theirs
}
RETURN i.id AS sharedId, own, theirs, COUNT { (i)<-[:STUDIED_AT]-() } AS size`;

/** People who worked where one person worked, as FELLOW_ALUMNI with `asOf` last. $id, $perPlace. Index: scientist_id. */
export const COLLEAGUES = /* cypher */ `
MATCH (me:Scientist {id: $id})-[mine:WORKS_AT]->(i:Institution)
WITH me, i, collect([mine.from, mine.to, mine.asOf]) AS own
CALL (me, i) {
  MATCH (i)<-[r:WORKS_AT]-(other:Scientist) WHERE other <> me
  WITH other, r LIMIT $perPlace
  RETURN collect([other.id, r.from, r.to, r.asOf]) AS theirs
}
RETURN i.id AS sharedId, own, theirs, COUNT { (i)<-[:WORKS_AT]-() } AS size`;

/** People whose birthplace or ancestral home in use lies in one of some places, or in what such a place took over. $id, $placeIds, $perPlace. Index: place_id. */
export const PEOPLE_FROM = /* cypher */ `
UNWIND $placeIds AS placeId
MATCH (p:Place {id: placeId})
CALL (p) {
  MATCH (p)<-[:WITHIN|SUCCEEDED_BY*0..4]-(:Place)<-[r:BORN_IN|ANCESTRAL_HOME]-(other:Scientist) WHERE r.inUse AND other.id <> $id
  WITH other LIMIT $perPlace
  RETURN collect(DISTINCT other.id) AS otherIds
}
RETURN placeId AS sharedId, otherIds`;
