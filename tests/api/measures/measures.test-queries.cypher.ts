/** Joint works of pairs. $rows: `{a, b, works, last}`. */
export const COLLABORATE = /* cypher */ `
UNWIND $rows AS row
MATCH (a:Scientist {id: row.a}), (b:Scientist {id: row.b})
CREATE (a)-[:COLLABORATED_WITH {works: row.works, firstYear: row.last, lastYear: row.last}]->(b)`;
/** Makes fields. $rows: properties. */
export const CREATE_FIELDS = /* cypher */ `UNWIND $rows AS row CREATE (f:Field) SET f = row`;
/** What people work on. $rows: `{person, to}`. */
export const SPECIALISE = /* cypher */ `
UNWIND $rows AS row MATCH (p:Scientist {id: row.person}), (f:Field {id: row.to}) CREATE (p)-[:SPECIALISES_IN {weight: 1.0, sourceId: 's1'}]->(f)`;
/** Deletes a person as erasure does. $id. */
export const ERASE = /* cypher */ `MATCH (p:Scientist {id: $id}) DETACH DELETE p`;
/** Says that a person does not want to be contacted. $id. */
export const OBJECT = /* cypher */ `MATCH (p:Scientist {id: $id}) SET p.objectedOn = '2026-01-01'`;
/** Projections that are left in the catalog. */
export const PROJECTIONS = /* cypher */ `CALL gds.graph.list() YIELD graphName RETURN graphName AS name`;
/** A run that an instance left behind when it died. $id, $attempts, $parameters. */
export const LEAVE_RUN = /* cypher */ `
CREATE (r:MeasureRun {id: $id, kind: 'PAGERANK', status: 'RUNNING', progress: 0.5, seed: 1, parameters: $parameters, queuedAt: '2026-01-01T00:00:00Z',
  startedById: 'x', startedBy: 'x', startedAt: '2026-01-01T00:00:00Z', holder: 'dead', attempts: $attempts, demo: false})`;
/** Many people in a ring with chords, so that computing takes a while. $count. */
export const CROWD = /* cypher */ `
UNWIND range(1, $count) AS n CREATE (:Scientist {id: 'c' + right('00000' + toString(n), 5), nameZh: '众' + toString(n)})`;
/** Links of the crowd. $count. */
export const CROWD_LINKS = /* cypher */ `
MATCH (a:Scientist) WHERE a.id STARTS WITH 'c'
WITH a, toInteger(right(a.id, 5)) AS n
UNWIND [1, 7, 61, 211, 997] AS step
MATCH (b:Scientist {id: 'c' + right('00000' + toString((n + step) % $count + 1), 5)})
WITH a, b WHERE a.id < b.id
MERGE (a)-[r:COLLABORATED_WITH]->(b) SET r.works = 1, r.lastYear = 2020, r.firstYear = 2020`;
