/**
 * Everything the query parser knows by name: fields, places, institutions and awards.
 * Reads whole labels on purpose (the lexicon is rebuilt only when reference data change).
 */
export const LEXICON_FIELDS = /* cypher */ `
  MATCH (f:Field)
  RETURN f.id AS id, f.scheme AS scheme, f.nameZh AS nameZh, f.nameEn AS nameEn, f.synonyms AS synonyms`;

/** Places in force with the ids of all they lie within; the names of places that they took over are names of theirs. */
export const LEXICON_PLACES = /* cypher */ `
  MATCH (p:Place)
  WHERE NOT (p)-[:SUCCEEDED_BY]->()
  RETURN p.id AS id, p.level AS level, p.nameZh AS nameZh, p.nameEn AS nameEn,
         p.aliases + [(former:Place)-[:SUCCEEDED_BY]->(p) WHERE former.nameZh <> p.nameZh | former.nameZh] AS aliases,
         [(p)-[:WITHIN*1..4]->(w:Place) | w.id] AS within, p.code AS code`;

/** Institutions with their other names. */
export const LEXICON_INSTITUTIONS = /* cypher */ `
  MATCH (i:Institution)
  RETURN i.id AS id, i.nameZh AS nameZh, i.nameEn AS nameEn, i.aliases AS aliases`;

/** Awards and memberships. */
export const LEXICON_AWARDS = /* cypher */ `
  MATCH (a:Award)
  RETURN a.id AS id, a.key AS key, a.nameZh AS nameZh, a.nameEn AS nameEn`;

/**
 * People whose stated specialty contains the words, by the engine's own number, which needs no further read: a row for each score, of
 * which there are few. Of 210,000 people a row each took ten times as long, a list of scores beside the people four times. `query` is a Lucene query made by `proseQuery`.
 * Index: full-text scientist_prose.
 */
export const PEOPLE_BY_SPECIALTY = /* cypher */ `
  CALL db.index.fulltext.queryNodes('scientist_prose', $query) YIELD node, score
  RETURN score, collect(id(node)) AS numbers`;

/**
 * People one of whose award citations contains the words, as above; who has several such citations comes several times.
 * Index: full-text award_motivation.
 */
export const PEOPLE_BY_CITATION = /* cypher */ `
  CALL db.index.fulltext.queryRelationships('award_motivation', $query) YIELD relationship, score
  RETURN score, collect(id(startNode(relationship))) AS numbers`;

/** Specialty and citations of a page of people, for the highlight. Index: constraint scientist_id. */
export const PROSE_OF_PEOPLE = /* cypher */ `
  UNWIND $keys AS key
  MATCH (s:Scientist {id: key})
  RETURN key, s.specialty AS specialty, [(s)-[r:RECEIVED]->() WHERE r.motivation IS NOT NULL | r.motivation] AS citations`;

/** The exported columns of a batch of people, in the order of `ids`. Index: constraint scientist_id. */
export const EXPORT_ROWS = /* cypher */ `
  UNWIND range(0, size($ids) - 1) AS position
  MATCH (s:Scientist {id: $ids[position]})
  RETURN s.id AS id, s.nameZh AS nameZh, s.nameEn AS nameEn, s.birthDate AS birthDate, s.tier AS tier, s.specialty AS specialty, s.orcid AS orcid,
    [(s)-[r:BORN_IN {inUse: true}]->(p:Place) | {names: [p.nameZh] + [(p)-[:WITHIN*1..4]->(w) | w.nameZh],
      namesEn: [p.nameEn] + [(p)-[:WITHIN*1..4]->(w) | w.nameEn], level: p.level}] AS birthPlaces,
    [(s)-[r:ANCESTRAL_HOME {inUse: true}]->(p:Place) | {names: [p.nameZh] + [(p)-[:WITHIN*1..4]->(w) | w.nameZh],
      namesEn: [p.nameEn] + [(p)-[:WITHIN*1..4]->(w) | w.nameEn], level: p.level}] AS ancestralHomes,
    [(s)-[r:STUDIED_AT]->(i:Institution) | {nameZh: i.nameZh, nameEn: i.nameEn, date: r.to, degree: r.degree, order: r.order}] AS education,
    [(s)-[r:WORKS_AT]->(i:Institution) | {nameZh: i.nameZh, nameEn: i.nameEn, date: coalesce(r.to, r.asOf, r.from), degree: r.role, order: r.order}] AS employment,
    [(s)-[:SPECIALISES_IN]->(f:Field) | {nameZh: f.nameZh, nameEn: f.nameEn}] AS fields,
    [(s)-[r:RECEIVED]->(a:Award) | {nameZh: a.nameZh, nameEn: a.nameEn, date: toString(r.year)}] AS awards,
    COLLECT { MATCH (s)-[r:BORN_IN|ANCESTRAL_HOME|STUDIED_AT|WORKS_AT|RECEIVED]->() MATCH (source:Source {id: r.sourceId}) RETURN DISTINCT source.title } AS sources
  ORDER BY position`;
