// Measures of networks: their runs, what they found, and the one lock of the queue.
CREATE CONSTRAINT measure_queue_name IF NOT EXISTS FOR (n:MeasureQueue) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT measure_run_id IF NOT EXISTS FOR (n:MeasureRun) REQUIRE n.id IS UNIQUE;
CREATE RANGE INDEX measure_run_status IF NOT EXISTS FOR (n:MeasureRun) ON (n.status);
CREATE RANGE INDEX measure_run_queued_at IF NOT EXISTS FOR (n:MeasureRun) ON (n.queuedAt);
CREATE CONSTRAINT measure_chunk_id IF NOT EXISTS FOR (n:MeasureChunk) REQUIRE n.id IS UNIQUE;
// Needs of teams that are to move, each with the institute that covers it.
CREATE CONSTRAINT team_need_id IF NOT EXISTS FOR (n:TeamNeed) REQUIRE n.id IS UNIQUE;
