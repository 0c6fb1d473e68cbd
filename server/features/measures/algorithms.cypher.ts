/** The component of each person. $graph, $job. */
export const COMPONENTS = /* cypher */ `
CALL gds.wcc.stream($graph, {concurrency: 1, jobId: $job}) YIELD nodeId, componentId
RETURN gds.util.asNode(nodeId).id AS id, toFloat(componentId) AS value`;

/** The community of each person, by Leiden on weighted links, with a seed. $graph, $job, $seed. */
export const COMMUNITIES = /* cypher */ `
CALL gds.leiden.stream($graph, {relationshipWeightProperty: 'weight', randomSeed: $seed, concurrency: 1, jobId: $job}) YIELD nodeId, communityId
RETURN gds.util.asNode(nodeId).id AS id, toFloat(communityId) AS value`;

/** PageRank on weighted links, damping 0.85, at most 100 rounds. $graph, $job. */
export const PAGERANK = /* cypher */ `
CALL gds.pageRank.stream($graph, {relationshipWeightProperty: 'weight', dampingFactor: 0.85, maxIterations: 100, tolerance: 1e-9, concurrency: 1, jobId: $job})
YIELD nodeId, score
RETURN gds.util.asNode(nodeId).id AS id, score AS value`;

/** Betweenness by hops, from a sample of people chosen by a seed. $graph, $job, $sample, $seed. */
export const BETWEENNESS = /* cypher */ `
CALL gds.betweenness.stream($graph, {samplingSize: $sample, samplingSeed: $seed, concurrency: 1, jobId: $job}) YIELD nodeId, score
RETURN gds.util.asNode(nodeId).id AS id, score AS value`;

/** With how many people each person is linked. $graph, $job. */
export const DEGREES = /* cypher */ `
CALL gds.degree.stream($graph, {concurrency: 1, jobId: $job}) YIELD nodeId, score
RETURN gds.util.asNode(nodeId).id AS id, score AS value`;

/** Who is linked with people of $ids: each such pair, seen from the one who is linked. $graph, $ids. Reads all links of the projection. */
export const LINKS_OF = /* cypher */ `
CALL gds.graph.relationshipProperty.stream($graph, 'weight', ['*'], {concurrency: 1}) YIELD sourceNodeId, targetNodeId
WITH gds.util.asNode(sourceNodeId).id AS source, gds.util.asNode(targetNodeId).id AS target
WHERE target IN $ids
RETURN source AS id, target AS other`;

/** The people whose fields are nearest to those of one person: cosine of the weighted fields, at most $most. $graph, $job, $person, $most. Index: scientist_id. */
export const NEAREST = /* cypher */ `
MATCH (p:Scientist {id: $person})
CALL gds.nodeSimilarity.filtered.stream($graph, {sourceNodeFilter: [id(p)], topK: $most, similarityMetric: 'COSINE',
  relationshipWeightProperty: 'weight', similarityCutoff: 1e-9, concurrency: 1, jobId: $job}) YIELD node2, similarity
RETURN gds.util.asNode(node2).id AS id, similarity AS value`;

/** How far a job is, such as 12.5%. $job. */
export const JOB_PROGRESS = /* cypher */ `
CALL gds.listProgress() YIELD jobId, progress
WITH progress WHERE jobId = $job
RETURN progress`;
