/** Keeps a new analysis; sent again under the same key it is the one that was kept. $saveKey, $properties. Index: analysis_save_key. */
export const CREATE_ANALYSIS = /* cypher */ `
MERGE (a:Analysis {saveKey: $saveKey})
ON CREATE SET a += $properties
RETURN a {.id, .title, .ownerId, .ownerName, .shared, .dataDate, .createdAt, .changedAt, .version, .people, .links, .demo, .deletedAt} AS analysis`;

/** What the viewer may open, latest change first, without the views. $viewerId, $limit. Indexes: analysis_owner, analysis_shared. */
export const ANALYSES_OF = /* cypher */ `
CALL () {
  MATCH (a:Analysis {ownerId: $viewerId}) RETURN a
  UNION
  MATCH (a:Analysis {shared: 'OFFICE'}) RETURN a
}
WITH a WHERE a.deletedAt IS NULL
RETURN a {.id, .title, .ownerId, .ownerName, .shared, .dataDate, .createdAt, .changedAt, .version, .people, .links, .demo, .deletedAt} AS analysis
ORDER BY a.changedAt DESC, a.id LIMIT $limit`;

/** One analysis with its view. $id. Index: analysis_id. */
export const ANALYSIS_WITH_VIEW = /* cypher */ `
MATCH (a:Analysis {id: $id}) WHERE a.deletedAt IS NULL
RETURN a {.id, .title, .ownerId, .ownerName, .shared, .dataDate, .createdAt, .changedAt, .version, .people, .links, .demo, .deletedAt} AS analysis, a.view AS view`;

/** One analysis, also a deleted one, locked until the transaction ends, so that no two writers see the same version. $id. Index: analysis_id. */
export const LOCK_ANALYSIS = /* cypher */ `
MATCH (a:Analysis {id: $id})
SET a.id = $id
RETURN a {.id, .title, .ownerId, .ownerName, .shared, .dataDate, .createdAt, .changedAt, .version, .people, .links, .demo, .deletedAt} AS analysis`;

/** Writes some properties; null takes one away. $id, $changes. Index: analysis_id. */
export const CHANGE_ANALYSIS = /* cypher */ `
MATCH (a:Analysis {id: $id})
SET a += $changes
RETURN a {.id, .title, .ownerId, .ownerName, .shared, .dataDate, .createdAt, .changedAt, .version, .people, .links, .demo, .deletedAt} AS analysis`;

/** Those of some ids that are people of the graph: scientists, or authors of imported works. $ids. Indexes: scientist_id, author_id. */
export const PEOPLE_THERE = /* cypher */ `
UNWIND $ids AS id
WITH id WHERE EXISTS { MATCH (:Scientist {id: id}) } OR EXISTS { MATCH (:Author {id: id}) }
RETURN collect(id) AS ids`;

/** Removes analyses deleted before a day. $before, $limit. Index: analysis_deleted_at. */
export const REMOVE_DELETED_ANALYSES = /* cypher */ `
MATCH (a:Analysis) WHERE a.deletedAt < $before
WITH a, a.id AS id LIMIT $limit
DETACH DELETE a
RETURN id`;
