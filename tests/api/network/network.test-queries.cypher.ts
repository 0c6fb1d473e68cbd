/** Makes sources. $rows: properties. */
export const CREATE_SOURCES = /* cypher */ `UNWIND $rows AS row CREATE (n:Source) SET n = row`;
/** Makes people. $rows: properties. */
export const CREATE_SCIENTISTS = /* cypher */ `UNWIND $rows AS row CREATE (n:Scientist) SET n = row`;
/** Makes authors of imported works. $rows: properties. */
export const CREATE_AUTHORS = /* cypher */ `UNWIND $rows AS row CREATE (n:Author) SET n = row`;
/** Makes works with their authors. $rows: `{work, authors}`. */
export const CREATE_WORKS = /* cypher */ `
UNWIND $rows AS row
CREATE (w:Work) SET w = row.work
WITH w, row
UNWIND row.authors AS id
CALL (id) { MATCH (p:Scientist {id: id}) RETURN p UNION ALL MATCH (p:Author {id: id}) RETURN p }
CREATE (p)-[:AUTHORED]->(w)`;
/** Says which scientist an author is. $author, $scientist. */
export const SAME_AS = /* cypher */ `MATCH (a:Author {id: $author}), (s:Scientist {id: $scientist}) CREATE (a)-[:SAME_AS]->(s)`;
/** Derives COLLABORATED_WITH from all works, as the importer keeps it. */
export const DERIVE_COLLABORATIONS = /* cypher */ `
MATCH (a)-[:AUTHORED]->(w:Work)<-[:AUTHORED]-(b)
OPTIONAL MATCH (a)-[:SAME_AS]->(s:Scientist)
OPTIONAL MATCH (b)-[:SAME_AS]->(t:Scientist)
WITH coalesce(s, a) AS one, coalesce(t, b) AS other, w WHERE one.id < other.id
WITH one, other, count(DISTINCT w) AS works, min(w.year) AS first, max(w.year) AS last
CREATE (one)-[:COLLABORATED_WITH {works: works, firstYear: first, lastYear: last}]->(other)`;
/** Makes institutions. $rows: `{node, place}`. */
export const CREATE_INSTITUTIONS = /* cypher */ `
UNWIND $rows AS row CREATE (i:Institution) SET i = row.node
WITH i, row MATCH (p:Place {id: row.place}) CREATE (i)-[:LOCATED_IN]->(p)`;
/** Makes places. $rows: properties. */
export const CREATE_PLACES = /* cypher */ `UNWIND $rows AS row CREATE (n:Place) SET n = row`;
/** Makes teams. $rows: properties. */
export const CREATE_TEAMS = /* cypher */ `UNWIND $rows AS row CREATE (n:Team) SET n = row`;
/** Makes awards. $rows: properties. */
export const CREATE_AWARDS = /* cypher */ `UNWIND $rows AS row CREATE (n:Award) SET n = row`;
/** Employments. $rows: `{person, to, r}`. */
export const EMPLOY = /* cypher */ `
UNWIND $rows AS row MATCH (p:Scientist {id: row.person}), (i:Institution {id: row.to}) CREATE (p)-[r:WORKS_AT]->(i) SET r = row.r`;
/** Schoolings. $rows: `{person, to, r}`. */
export const SCHOOL = /* cypher */ `
UNWIND $rows AS row MATCH (p:Scientist {id: row.person}), (i:Institution {id: row.to}) CREATE (p)-[r:STUDIED_AT]->(i) SET r = row.r`;
/** Memberships of teams. $rows: `{person, to, r}`. */
export const JOIN_TEAM = /* cypher */ `
UNWIND $rows AS row MATCH (p:Scientist {id: row.person}), (i:Team {id: row.to}) CREATE (p)-[r:MEMBER_OF]->(i) SET r = row.r`;
/** Awards received. $rows: `{person, to, r}`. */
export const AWARD = /* cypher */ `
UNWIND $rows AS row MATCH (p:Scientist {id: row.person}), (i:Award {id: row.to}) CREATE (p)-[r:RECEIVED]->(i) SET r = row.r`;
/** Homes. $rows: `{person, to, r}`. */
export const BEAR = /* cypher */ `
UNWIND $rows AS row MATCH (p:Scientist {id: row.person}), (i:Place {id: row.to}) CREATE (p)-[r:BORN_IN]->(i) SET r = row.r`;
/** Advisers. $rows: `{person, to, r}`. */
export const ADVISE = /* cypher */ `
UNWIND $rows AS row MATCH (p:Scientist {id: row.person}), (i:Scientist {id: row.to}) CREATE (p)-[r:ADVISED_BY]->(i) SET r = row.r`;
/** An account of a scientist. $id, $scientist, $disabled. */
export const LINK_ACCOUNT = /* cypher */ `
MATCH (s:Scientist {id: $scientist}) CREATE (:Account {id: $id, name: $id, nameKey: $id, displayName: $id, disabled: $disabled, demo: false})-[:ACCOUNT_OF]->(s)`;
/** A crowd at one institution. $count, $institution, $from: the prefix of ids. */
export const CROWD_AT = /* cypher */ `
MATCH (i:Institution {id: $institution})
UNWIND range(1, $count) AS n
CREATE (p:Scientist {id: $from + toString(n), nameZh: '众' + toString(n)})-[:WORKS_AT {from: '2000', to: '2020', sourceId: 's1', stated: 'x'}]->(i)`;
/** One work with one person and a crowd of new authors. $person, $count, $work. */
export const CROWDED_WORK = /* cypher */ `
MATCH (p:Scientist {id: $person})
CREATE (w:Work {id: $work, key: $work, title: 'Crowd', kind: 'PAPER', year: 2020, sourceId: 's1'})
CREATE (p)-[:AUTHORED]->(w)
WITH p, w
UNWIND range(1, $count) AS n
CREATE (a:Author {id: $work + 'a' + toString(n), name: 'Author ' + toString(n)})-[:AUTHORED]->(w)
CREATE (a)-[:COLLABORATED_WITH {works: 1, firstYear: 2020, lastYear: 2020}]->(p)`;
