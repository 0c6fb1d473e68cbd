/**
 * Puts people and their joint works into the graph catalog under a name: everybody who does not object, each pair once, weighed by its works. Isolated people
 * are in it too. People come first and in the order of their ids, so that the same data give the same projection. $graph, $ids (or null for everybody),
 * $minWorks, $since (year of the latest joint work, or null). Reads all people and pairs, in a job.
 */
export const PROJECT_COAUTHORS = /* cypher */ `
CALL () {
  CALL () {
    MATCH (n:Scientist) WHERE n.objectedOn IS NULL AND ($ids IS NULL OR n.id IN $ids) RETURN n
    UNION ALL
    MATCH (n:Author) WHERE NOT EXISTS { (n)-[:SAME_AS]->() } AND ($ids IS NULL OR n.id IN $ids) RETURN n
  }
  RETURN n AS source, null AS target, null AS weight ORDER BY n.id
  UNION ALL
  MATCH (a)-[r:COLLABORATED_WITH]->(b)
  WHERE r.works >= $minWorks AND ($since IS NULL OR r.lastYear >= $since) AND ($ids IS NULL OR (a.id IN $ids AND b.id IN $ids))
    AND a.objectedOn IS NULL AND b.objectedOn IS NULL
  RETURN a AS source, b AS target, toFloat(r.works) AS weight ORDER BY a.id, b.id
}
WITH gds.graph.project($graph, source, target, {relationshipProperties: CASE WHEN weight IS NULL THEN null ELSE {weight: weight} END},
  {undirectedRelationshipTypes: ['*'], readConcurrency: 1}) AS projected
RETURN projected.nodeCount AS people, projected.relationshipCount AS ends`;

/**
 * As PROJECT_COAUTHORS with links of further kinds, added up pair by pair: joint works count each, a common group counts 1 ÷ (its people − 1), adviser and
 * student 1. Employments and schoolings count when their years overlap (schoolings also from one year to the next), memberships of teams
 * and awards of a year in any case. Groups of more than $most people are passed over. $graph, $ids, $links, $minWorks, $since, $now (year), $most.
 * Reads all people and their facts, in a job.
 */
export const PROJECT_LINKS = /* cypher */ `
CALL () {
  CALL () {
    MATCH (n:Scientist) WHERE n.objectedOn IS NULL AND ($ids IS NULL OR n.id IN $ids) RETURN n
    UNION ALL
    MATCH (n:Author) WHERE 'COAUTHOR' IN $links AND NOT EXISTS { (n)-[:SAME_AS]->() } AND ($ids IS NULL OR n.id IN $ids) RETURN n
  }
  RETURN n AS source, null AS target, null AS weight ORDER BY n.id
  UNION ALL
  CALL () {
    MATCH (a)-[r:COLLABORATED_WITH]->(b)
    WHERE 'COAUTHOR' IN $links AND r.works >= $minWorks AND ($since IS NULL OR r.lastYear >= $since)
    RETURN a, b, toFloat(r.works) AS part
    UNION ALL
    MATCH (a:Scientist)-[r:ADVISED_BY]->(b:Scientist)
    WHERE 'ADVISOR' IN $links AND ($since IS NULL OR toInteger(left(coalesce(r.to, r.from), 4)) >= $since)
    RETURN a, b, 1.0 AS part
    UNION ALL
    MATCH (g:Institution)
    WHERE 'COLLEAGUE' IN $links OR 'ALUMNI' IN $links
    UNWIND [['COLLEAGUE', 'WORKS_AT'], ['ALUMNI', 'STUDIED_AT']] AS kind
    CALL (g, kind) {
      MATCH (g)<-[r:WORKS_AT|STUDIED_AT]-(p:Scientist)
      WHERE kind[0] IN $links AND type(r) = kind[1]
      WITH p, r, kind, [day IN [r.from, r.to, r.asOf] WHERE day IS NOT NULL | toInteger(left(day, 4))] AS years
      WHERE size(years) > 0
      RETURN collect([p, reduce(least = 9999, year IN years | CASE WHEN year < least THEN year ELSE least END),
        CASE WHEN kind[0] = 'COLLEAGUE' AND r.from IS NOT NULL AND r.to IS NULL THEN $now
          ELSE reduce(most = 0, year IN years | CASE WHEN year > most THEN year ELSE most END) + CASE kind[0] WHEN 'ALUMNI' THEN 1 ELSE 0 END END]) AS stays,
        count(DISTINCT p) AS size
    }
    WITH stays, size WHERE size > 1 AND size <= $most
    UNWIND stays AS one
    UNWIND stays AS other
    WITH one[0] AS a, other[0] AS b, one, other, size
    WHERE a.id < b.id AND one[1] <= other[2] AND other[1] <= one[2] AND ($since IS NULL OR (one[2] >= $since AND other[2] >= $since))
    RETURN DISTINCT a, b, 1.0 / (size - 1) AS part
    UNION ALL
    MATCH (g:Team)
    WHERE 'TEAM' IN $links AND NOT coalesce(g.proposed, false)
    CALL (g) {
      MATCH (g)<-[r:MEMBER_OF]-(p:Scientist)
      WHERE $since IS NULL OR r.to IS NULL OR toInteger(left(r.to, 4)) >= $since
      RETURN collect(DISTINCT p) AS people
    }
    WITH people WHERE size(people) > 1 AND size(people) <= $most
    UNWIND people AS a
    UNWIND people AS b
    WITH a, b, people WHERE a.id < b.id
    RETURN a, b, 1.0 / (size(people) - 1) AS part
    UNION ALL
    MATCH (g:Award)<-[r:RECEIVED]-(p:Scientist)
    WHERE 'COAWARDED' IN $links AND r.year IS NOT NULL AND ($since IS NULL OR r.year >= $since)
    WITH g, r.year AS year, collect(DISTINCT p) AS people
    WHERE size(people) > 1 AND size(people) <= $most
    UNWIND people AS a
    UNWIND people AS b
    WITH a, b, people WHERE a.id < b.id
    RETURN a, b, 1.0 / (size(people) - 1) AS part
    UNION ALL
    MATCH (g:Place {level: 'COUNTY'})
    WHERE 'HOMETOWN' IN $links AND $since IS NULL AND NOT EXISTS { (g)-[:SUCCEEDED_BY]->() }
    CALL (g) {
      MATCH (g)<-[:SUCCEEDED_BY*0..3]-(:Place)<-[r:BORN_IN|ANCESTRAL_HOME]-(p:Scientist) WHERE r.inUse
      RETURN collect(DISTINCT p) AS people
    }
    WITH people WHERE size(people) > 1 AND size(people) <= $most
    UNWIND people AS a
    UNWIND people AS b
    WITH a, b, people WHERE a.id < b.id
    RETURN a, b, 1.0 / (size(people) - 1) AS part
  }
  WITH a, b, part
  WHERE a.objectedOn IS NULL AND b.objectedOn IS NULL AND ($ids IS NULL OR (a.id IN $ids AND b.id IN $ids))
  WITH CASE WHEN a.id < b.id THEN a ELSE b END AS source, CASE WHEN a.id < b.id THEN b ELSE a END AS target, part
  WITH source, target, sum(part) AS weight
  RETURN source, target, weight ORDER BY source.id, target.id
}
WITH gds.graph.project($graph, source, target, {relationshipProperties: CASE WHEN weight IS NULL THEN null ELSE {weight: weight} END},
  {undirectedRelationshipTypes: ['*'], readConcurrency: 1}) AS projected
RETURN projected.nodeCount AS people, projected.relationshipCount AS ends`;

/** How many groups PROJECT_LINKS passes over because they have more than $most people. $links, $most. Counts all groups, in a job. */
export const LARGE_GROUPS = /* cypher */ `
CALL () {
  MATCH (g:Institution) WHERE 'COLLEAGUE' IN $links AND COUNT { (g)<-[:WORKS_AT]-() } > $most RETURN g.id AS id
  UNION ALL
  MATCH (g:Institution) WHERE 'ALUMNI' IN $links AND COUNT { (g)<-[:STUDIED_AT]-() } > $most RETURN g.id AS id
}
RETURN count(id) AS groups`;

/**
 * Puts people and their fields into the graph catalog: each field that a person specialises in counts its weight, each broader field half of that, over at most
 * 3 steps. $graph, $ids (or null for everybody), $person (is among them in any case). Reads all people and fields, in a job.
 */
export const PROJECT_TOPICS = /* cypher */ `
CALL () {
  MATCH (p:Scientist)-[r:SPECIALISES_IN]->(f:Field)
  WHERE p.objectedOn IS NULL AND ($ids IS NULL OR p.id IN $ids OR p.id = $person)
  MATCH way = (f)-[:BROADER*0..3]->(topic:Field)
  WITH p, topic, max(coalesce(r.weight, 1.0) * 0.5 ^ length(way)) AS weight
  RETURN p AS source, topic AS target, weight ORDER BY p.id, topic.id
}
WITH gds.graph.project($graph, source, target, {relationshipProperties: {weight: weight}}, {readConcurrency: 1}) AS projected,
  count(DISTINCT source) AS people
RETURN people, projected.relationshipCount AS ends`;

/** Takes a projection out of the catalog; one that is not there is no matter. $graph. */
export const DROP_PROJECTION = /* cypher */ `
CALL gds.graph.drop($graph, false) YIELD graphName
RETURN graphName`;

/** Whether the Graph Data Science library is installed. No parameters. */
export const HAS_GDS = /* cypher */ `
SHOW FUNCTIONS YIELD name WHERE name = 'gds.version'
RETURN name`;
