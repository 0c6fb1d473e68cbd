/** Takes the lock of the queue until the transaction ends, and counts the runs that wait or run: all, and those of one account. $by. Indexes: measure_queue_name, measure_run_status. */
export const LOCK_QUEUE = /* cypher */ `
MERGE (queue:MeasureQueue {name: 'measures'})
SET queue.name = 'measures'
WITH queue
OPTIONAL MATCH (run:MeasureRun) WHERE run.status IN ['QUEUED', 'RUNNING']
RETURN count(run) AS every, count(CASE WHEN run.startedById = $by THEN 1 END) AS own`;

/** The run that an account started by a key, if it did. $id. Index: measure_run_id. */
export const RUN_BY_ID = /* cypher */ `
MATCH (run:MeasureRun {id: $id})
RETURN properties(run) AS run`;

/** Queues a run. $run (properties). Index: measure_run_id. */
export const CREATE_RUN = /* cypher */ `
MERGE (run:MeasureRun {id: $run.id})
SET run = $run
RETURN properties(run) AS run`;

/** Keeps the ids of the people of a run in pieces, for the time until it has ended. $runId, $chunks: `{id, at, content}`. Indexes: measure_run_id, measure_chunk_id. */
export const KEEP_CHUNKS = /* cypher */ `
MATCH (run:MeasureRun {id: $runId})
UNWIND $chunks AS chunk
MERGE (c:MeasureChunk {id: chunk.id})
SET c.at = chunk.at, c.of = $of, c.content = chunk.content
MERGE (c)-[:CHUNK_OF]->(run)
RETURN count(c) AS kept`;

/** Pieces of a run in order: what it was asked of ('PEOPLE') or what it found ('ROWS'), those from $from on, at most $most. $runId, $of. Index: measure_run_id. */
export const CHUNKS = /* cypher */ `
MATCH (run:MeasureRun {id: $runId})<-[:CHUNK_OF]-(c:MeasureChunk)
WHERE c.of = $of AND c.at >= $from
RETURN c.content AS content ORDER BY c.at LIMIT $most`;

/** Deletes pieces of a run. $runId, $of. Index: measure_run_id. */
export const DROP_CHUNKS = /* cypher */ `
MATCH (run:MeasureRun {id: $runId})<-[:CHUNK_OF]-(c:MeasureChunk)
WHERE c.of = $of
DETACH DELETE c`;

/** The latest runs. $limit. Index: measure_run_queued_at. */
export const RUNS = /* cypher */ `
MATCH (run:MeasureRun) WHERE run.queuedAt > ''
RETURN properties(run) AS run ORDER BY run.queuedAt DESC, run.id DESC LIMIT $limit`;

/** Runs that wait or are said to run. No parameters. Index: measure_run_status. */
export const OPEN_RUNS = /* cypher */ `
MATCH (run:MeasureRun) WHERE run.status IN ['QUEUED', 'RUNNING']
RETURN run.id AS id, run.status AS status ORDER BY run.queuedAt, run.id`;

/** Takes the run that has waited longest. $holder, $now. Index: measure_run_status. */
export const TAKE_RUN = /* cypher */ `
MATCH (run:MeasureRun) WHERE run.status IN ['QUEUED']
WITH run ORDER BY run.queuedAt, run.id LIMIT 1
SET run.holder = $holder
WITH run WHERE run.status = 'QUEUED'
SET run.status = 'RUNNING', run.startedAt = $now, run.attempts = coalesce(run.attempts, 0) + 1, run.progress = 0.0
RETURN properties(run) AS run`;

/** Notes how far a run is, and tells whether it is to end; no row when it is no longer ours. $id, $holder, $progress. Index: measure_run_id. */
export const NOTE_PROGRESS = /* cypher */ `
MATCH (run:MeasureRun {id: $id})
USING INDEX run:MeasureRun(id)
WHERE run.status = 'RUNNING' AND run.holder = $holder
SET run.progress = CASE WHEN $progress > run.progress THEN $progress ELSE run.progress END
RETURN coalesce(run.cancelAsked, false) AS cancelAsked`;

/** Ends a run that is still ours; no row when it is not. $id, $holder, $changes. Index: measure_run_id. */
export const END_RUN = /* cypher */ `
MATCH (run:MeasureRun {id: $id})
SET run.id = $id
WITH run WHERE run.status = 'RUNNING' AND run.holder = $holder
SET run += $changes, run.holder = null
RETURN run.id AS id`;

/** Lets the runs of an instance that died wait again, once; those that died twice have failed, those that were to end are cancelled. $now. Index: measure_run_status. */
export const RECOVER_RUNS = /* cypher */ `
MATCH (run:MeasureRun) WHERE run.status IN ['RUNNING']
SET run.holder = null, run.progress = 0.0,
  run.status = CASE WHEN coalesce(run.cancelAsked, false) THEN 'CANCELLED' WHEN run.attempts >= 2 THEN 'FAILED' ELSE 'QUEUED' END
WITH run
SET run.finishedAt = CASE WHEN run.status = 'QUEUED' THEN null ELSE $now END, run.failure = CASE run.status WHEN 'FAILED' THEN 'INTERRUPTED' END
RETURN run.id AS id, run.status AS status`;

/** Cancels a run that waits, and asks one that runs to end. $id, $now. Index: measure_run_id. */
export const CANCEL_RUN = /* cypher */ `
MATCH (run:MeasureRun {id: $id})
SET run.id = $id
WITH run, run.status AS before
SET run.cancelAsked = CASE WHEN before IN ['QUEUED', 'RUNNING'] THEN true ELSE run.cancelAsked END,
  run.status = CASE before WHEN 'QUEUED' THEN 'CANCELLED' ELSE before END,
  run.finishedAt = CASE before WHEN 'QUEUED' THEN $now ELSE run.finishedAt END
RETURN properties(run) AS run, before`;

/** Deletes the oldest of the ended runs with what they found, so that $keep stay. $keep. Index: measure_run_queued_at. */
export const PRUNE_RUNS = /* cypher */ `
MATCH (run:MeasureRun) WHERE run.queuedAt > ''
WITH run ORDER BY run.queuedAt DESC SKIP $keep
WITH run WHERE NOT run.status IN ['QUEUED', 'RUNNING']
OPTIONAL MATCH (run)<-[:CHUNK_OF]-(c:MeasureChunk)
DETACH DELETE c, run`;

/**
 * People by id, as far as they may be shown: who was erased is not there, who does not want to be contacted is left out, an author who has been identified comes
 * as the scientist. $keys. Indexes: scientist_id, author_id.
 */
export const PEOPLE_TO_SHOW = /* cypher */ `
UNWIND $keys AS key
CALL (key) {
  MATCH (p:Scientist {id: key})
  RETURN p, p AS scientist
  UNION ALL
  MATCH (p:Author {id: key})
  OPTIONAL MATCH (p)-[:SAME_AS]->(scientist:Scientist)
  RETURN p, scientist
}
WITH key, p, scientist WHERE scientist.objectedOn IS NULL
RETURN key, coalesce(scientist.id, p.id) AS id, coalesce(scientist.nameZh, scientist.nameEn, p.name, p.id) AS name, scientist IS NOT NULL AS isScientist`;

/** What people may be typical of: fields and employers. $keys. Index: scientist_id. */
export const TYPICAL_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (p:Scientist {id: key})
RETURN key, COLLECT { MATCH (p)-[:SPECIALISES_IN]->(f:Field) RETURN DISTINCT f.id } AS fields,
  COLLECT { MATCH (p)-[:WORKS_AT]->(i:Institution) RETURN DISTINCT i.id } AS institutions`;

/** Everybody whom institutions employ or employed. $ids. Index: institution_id. */
export const EMPLOYED_BY = /* cypher */ `
UNWIND $ids AS key
MATCH (:Institution {id: key})<-[:WORKS_AT]-(p:Scientist)
RETURN DISTINCT key, p.id AS id`;

/** Which of some institutions there are. $ids. Index: institution_id. */
export const INSTITUTIONS_BY_ID = /* cypher */ `
UNWIND $ids AS key
MATCH (i:Institution {id: key})
RETURN i.id AS id`;
