/** Works that hold one of some outer ids or keys. $dois, $anthologyIds, $openAlexIds, $keys. Indexes: work_doi, work_anthology_id, work_open_alex_id, work_key. */
export const FIND_WORKS = /* cypher */ `
CALL () {
  MATCH (w:Work) WHERE w.doi IN $dois RETURN w
  UNION
  MATCH (w:Work) WHERE w.anthologyId IN $anthologyIds RETURN w
  UNION
  MATCH (w:Work) WHERE w.openAlexId IN $openAlexIds RETURN w
  UNION
  MATCH (w:Work) WHERE w.key IN $keys RETURN w
}
RETURN w.id AS id, w.key AS key, w.doi AS doi, w.anthologyId AS anthologyId, w.openAlexId AS openAlexId`;

/** Those of some statements that are in. $keys. Index: import_statement_key. */
export const KNOWN_STATEMENTS = /* cypher */ `
MATCH (n:ImportStatement) WHERE n.key IN $keys
RETURN n.key AS key`;

/** Opens a batch. $id, $kind, $files, $byId, $startedAt. Index: import_batch_id. */
export const OPEN_BATCH = /* cypher */ `
MERGE (b:ImportBatch {id: $id})
ON CREATE SET b.kind = $kind, b.files = $files, b.byId = $byId, b.startedAt = $startedAt`;

/** Enters that a batch read a source. $row: {id, key, title, url, publisher, licence, retrievedAt}, $batchId. Index: source_key. */
export const TAKE_SOURCE = /* cypher */ `
MERGE (s:Source {key: $row.key})
ON CREATE SET s += $row, s.batchIds = []
SET s.batchIds = CASE WHEN s.batchIds IS NULL OR $batchId IN s.batchIds THEN s.batchIds ELSE s.batchIds + $batchId END`;

/** Closes a batch. $id, $finishedAt, $counts. Index: import_batch_id. */
export const CLOSE_BATCH = /* cypher */ `
MATCH (b:ImportBatch {id: $id})
SET b.finishedAt = $finishedAt, b += $counts`;

/** A batch. $id. Index: import_batch_id. */
export const BATCH_OF_ID = /* cypher */ `
MATCH (b:ImportBatch {id: $id})
RETURN b {.id, .kind, .files, .startedAt, .finishedAt, .rolledBackAt, .byId, .works, .persons, .authorships, .leftOut} AS batch`;

/** All batches, newest first. $limit. Scans the batches: they are few. */
export const LIST_BATCHES = /* cypher */ `
MATCH (b:ImportBatch)
RETURN b {.id, .kind, .files, .startedAt, .finishedAt, .rolledBackAt, .byId, .works, .persons, .authorships, .leftOut} AS batch
ORDER BY b.id DESC LIMIT $limit`;

/** Makes works that are not there, without their particulars. $rows: {id, key}. Index: work_id. */
export const CREATE_WORKS = /* cypher */ `
UNWIND $rows AS row
MERGE (w:Work {id: row.id})
ON CREATE SET w.key = row.key`;

/** Makes authors that are not there. $rows: {id, key}. Index: author_key. */
export const CREATE_AUTHORS = /* cypher */ `
UNWIND $rows AS row
MERGE (a:Author {key: row.key})
ON CREATE SET a.id = row.id, a.name = row.name`;

/** Writes what records state of works. $rows: {workId, properties}. Index: work_id, import_statement_key. */
export const STATE_WORKS = /* cypher */ `
UNWIND $rows AS row
MATCH (w:Work {id: row.workId})
MERGE (n:ImportStatement {key: row.properties.key})
SET n = row.properties
MERGE (n)-[:STATES]->(w)`;

/** Writes what records state of persons. $rows: {authorKey, properties}. Index: author_key, import_statement_key. */
export const STATE_PERSONS = /* cypher */ `
UNWIND $rows AS row
MATCH (a:Author {key: row.authorKey})
MERGE (n:ImportStatement {key: row.properties.key})
SET n = row.properties
MERGE (n)-[:STATES]->(a)`;

/** Everything stated of some works, oldest first. $workIds. Index: work_id. */
export const STATEMENTS_OF_WORKS = /* cypher */ `
MATCH (w:Work) WHERE w.id IN $workIds
OPTIONAL MATCH (w)<-[:STATES]-(n:ImportStatement)
WITH w, n ORDER BY n.position
RETURN w.id AS workId, w.key AS workKey,
  collect(n {.key, .batchId, .position, .content, .scope, .sourceId, .confidence, .retrievedOn}) AS statements`;

/** The people behind some works: the scientist where the author is linked to one, else the author. $workIds. Index: work_id. */
export const PEOPLE_BEHIND = /* cypher */ `
MATCH (w:Work)<-[:AUTHORED]-(a) WHERE w.id IN $workIds
OPTIONAL MATCH (a)-[:SAME_AS]->(s:Scientist)
RETURN DISTINCT coalesce(s.id, a.id) AS id`;

/** The authors of some works. $workIds. Index: work_id. */
export const AUTHORS_OF_WORKS = /* cypher */ `
MATCH (w:Work)<-[:AUTHORED]-(a:Author) WHERE w.id IN $workIds
RETURN DISTINCT a.id AS id`;

/** Ids of the authors of some keys. $keys. Index: author_key. */
export const AUTHORS_OF_KEYS = /* cypher */ `
MATCH (a:Author) WHERE a.key IN $keys
RETURN a.id AS id`;

/** Works of some authors. $authorIds. Index: author_id. */
export const WORKS_OF_AUTHORS = /* cypher */ `
MATCH (a:Author)-[:AUTHORED]->(w:Work) WHERE a.id IN $authorIds
RETURN DISTINCT w.id AS id`;

/** Deletes works that nobody states any more. $workIds. Index: work_id. */
export const DELETE_WORKS = /* cypher */ `
MATCH (w:Work) WHERE w.id IN $workIds
DETACH DELETE w`;

/** Frees the unique ids of works before they are written anew. $workIds. Index: work_id. */
export const CLEAR_WORK_IDS = /* cypher */ `
MATCH (w:Work) WHERE w.id IN $workIds
REMOVE w.key, w.doi, w.anthologyId, w.openAlexId`;

/** Writes the particulars of works; null removes. $rows: {id, properties}. Index: work_id. */
export const WRITE_WORKS = /* cypher */ `
UNWIND $rows AS row
MATCH (w:Work {id: row.id})
SET w += row.properties`;

/** Makes the statements of a work that was two speak of the right one. $rows: {workId, statementKeys}. Index: work_id, import_statement_key. */
export const MOVE_STATEMENTS = /* cypher */ `
UNWIND $rows AS row
MATCH (w:Work {id: row.workId})
UNWIND row.statementKeys AS key
MATCH (n:ImportStatement {key: key})-[old:STATES]->(:Work)
DELETE old
CREATE (n)-[:STATES]->(w)`;

/** Removes the authorships that imports wrote on works. $workIds. Index: work_id. */
export const DELETE_AUTHORED = /* cypher */ `
MATCH (w:Work)<-[r:AUTHORED]-(:Author) WHERE w.id IN $workIds
DELETE r`;

/** Writes authorships. $rows: {workId, authorKey, properties}. Index: work_id, author_key. */
export const CREATE_AUTHORED = /* cypher */ `
UNWIND $rows AS row
MATCH (w:Work {id: row.workId})
MATCH (a:Author {key: row.authorKey})
CREATE (a)-[r:AUTHORED]->(w)
SET r = row.properties`;

/** What is stated of some authors: in authorships, and in records of their own, newest first. $authorIds. Index: author_id. */
export const STATED_OF_AUTHORS = /* cypher */ `
MATCH (a:Author) WHERE a.id IN $authorIds
RETURN a.id AS id, a.key AS key,
  COLLECT {
    MATCH (a)-[r:AUTHORED]->(:Work)
    WITH r.stated AS stated, coalesce(r.shownName, r.stated) AS name, r.orcid AS orcid, r.sourceId AS sourceId, r.batchIds AS batchIds, count(*) AS times
    RETURN {stated: stated, name: name, orcid: orcid, sourceId: sourceId, batchIds: batchIds, times: times}
  } AS authorships,
  COLLECT {
    MATCH (a)<-[:STATES]-(n:ImportStatement)
    WITH n ORDER BY n.position DESC
    RETURN {content: n.content, batchId: n.batchId, sourceId: n.sourceId}
  } AS records`;

/** Writes the particulars of authors; null removes. $rows: {id, properties}. Index: author_id. */
export const WRITE_AUTHORS = /* cypher */ `
UNWIND $rows AS row
MATCH (a:Author {id: row.id})
SET a += row.properties`;

/** Deletes authors of whom nothing is stated any more. $authorIds. Index: author_id. */
export const DELETE_AUTHORS = /* cypher */ `
MATCH (a:Author) WHERE a.id IN $authorIds
DETACH DELETE a`;

/**
 * To whom some authors are linked, and to whom their ids say they should be: none when the ids are of two scientists. A link that people
 * made is left alone. $authorIds. Indexes: author_id, scientist_orcid, scientist_open_alex_id.
 */
export const LINKS_OF_AUTHORS = /* cypher */ `
MATCH (a:Author) WHERE a.id IN $authorIds
OPTIONAL MATCH (a)-[r:SAME_AS]->(now:Scientist)
OPTIONAL MATCH (byOrcid:Scientist {orcid: a.orcid})
OPTIONAL MATCH (byOpenAlex:Scientist {openAlexId: a.openAlexId})
WITH a, r, now, byOrcid, byOpenAlex WHERE r IS NULL OR r.origin = 'import'
WITH a, now.id AS linked,
  CASE WHEN byOrcid.id <> byOpenAlex.id THEN null ELSE coalesce(byOrcid.id, byOpenAlex.id) END AS wanted
WHERE coalesce(linked, '') <> coalesce(wanted, '')
RETURN a.id AS authorId, wanted AS scientistId`;

/** Removes the links of some authors. $authorIds. Index: author_id. */
export const UNLINK_AUTHORS = /* cypher */ `
MATCH (a:Author)-[r:SAME_AS]->(:Scientist) WHERE a.id IN $authorIds
DELETE r`;

/** Links authors to scientists. $rows: {authorId, scientistId, properties}. Index: author_id, scientist_id. */
export const LINK_AUTHORS = /* cypher */ `
UNWIND $rows AS row
MATCH (a:Author {id: row.authorId})
MATCH (s:Scientist {id: row.scientistId})
CREATE (a)-[r:SAME_AS]->(s)
SET r = row.properties
RETURN s.id AS id`;

/** Keeps the batches of a link in step with those of its author. $authorIds. Index: author_id. */
export const REFRESH_LINK_BATCHES = /* cypher */ `
MATCH (a:Author)-[r:SAME_AS {origin: 'import'}]->(:Scientist) WHERE a.id IN $authorIds
SET r.batchIds = a.batchIds`;

/** Removes what is drawn between some people. $ids: scientists and authors. Index: scientist_id, author_id. */
export const DELETE_COLLABORATIONS = /* cypher */ `
CALL () {
  MATCH (p:Scientist) WHERE p.id IN $ids RETURN p
  UNION
  MATCH (p:Author) WHERE p.id IN $ids RETURN p
}
MATCH (p)-[r:COLLABORATED_WITH]->(q) WHERE q.id IN $ids
DELETE r`;

/** Draws anew what is between some people, each pair once, from the smaller id to the larger. $ids. Index: scientist_id, author_id. */
export const CREATE_COLLABORATIONS = /* cypher */ `
CALL () {
  MATCH (p:Scientist) WHERE p.id IN $ids RETURN p
  UNION
  MATCH (p:Author) WHERE p.id IN $ids AND NOT EXISTS { (p)-[:SAME_AS]->(:Scientist) } RETURN p
}
CALL (p) {
  MATCH (p)-[:AUTHORED]->(w:Work) RETURN w
  UNION
  MATCH (p)<-[:SAME_AS]-(:Author)-[:AUTHORED]->(w:Work) RETURN w
}
MATCH (w)<-[:AUTHORED]-(other)
OPTIONAL MATCH (other)-[:SAME_AS]->(s:Scientist)
WITH p, w, coalesce(s, other) AS q
WHERE q.id > p.id AND q.id IN $ids
WITH p, q, count(DISTINCT w) AS works, min(w.year) AS firstYear, max(w.year) AS lastYear
CREATE (p)-[:COLLABORATED_WITH {works: works, firstYear: firstYear, lastYear: lastYear}]->(q)`;

/** Works and authors of which a batch states something, some at a time. $batchId, $limit. Index: import_statement_batch. */
export const STATED_BY_BATCH = /* cypher */ `
MATCH (n:ImportStatement {batchId: $batchId})-[:STATES]->(x)
WITH DISTINCT x LIMIT $limit
RETURN x.id AS id, x:Work AS work`;

/** Deletes what a batch states of some works and authors. $batchId, $ids. Index: import_statement_batch. */
export const DELETE_STATEMENTS = /* cypher */ `
MATCH (n:ImportStatement {batchId: $batchId})-[:STATES]->(x) WHERE x.id IN $ids
DETACH DELETE n`;

/** Ends a roll-back. $id, $at. Index: import_batch_id. */
export const MARK_ROLLED_BACK = /* cypher */ `
MATCH (b:ImportBatch {id: $id})
SET b.rolledBackAt = $at`;

/** Takes a batch from the sources that it read. $batchId. Scans the sources: they are few. */
export const RELEASE_SOURCES = /* cypher */ `
MATCH (s:Source) WHERE $batchId IN s.batchIds
SET s.batchIds = [id IN s.batchIds WHERE id <> $batchId]
WITH s WHERE size(s.batchIds) = 0
DELETE s`;

/** The authors linked to a scientist, and what tells who they are. $scientistId. Index: scientist_id. */
export const AUTHORS_OF_SCIENTIST = /* cypher */ `
MATCH (s:Scientist {id: $scientistId})<-[:SAME_AS]-(a:Author)
RETURN a.id AS id, a.key AS key, a.name AS name, coalesce(a.nameForms, []) AS nameForms, a.orcid AS orcid, a.openAlexId AS openAlexId,
  coalesce(a.affiliations, []) + REDUCE(all = [], list IN COLLECT { MATCH (a)-[r:AUTHORED]->(:Work) RETURN coalesce(r.affiliations, []) } | all + list) AS affiliations`;

/** Writes the content of statements. $rows: {key, content}. Index: import_statement_key. */
export const REWRITE_STATEMENTS = /* cypher */ `
UNWIND $rows AS row
MATCH (n:ImportStatement {key: row.key})
SET n.content = row.content`;

/** Deletes what records state of persons. $authorIds. Index: author_id. */
export const DELETE_PERSON_STATEMENTS = /* cypher */ `
MATCH (n:ImportStatement)-[:STATES]->(a:Author) WHERE a.id IN $authorIds
DETACH DELETE n`;
