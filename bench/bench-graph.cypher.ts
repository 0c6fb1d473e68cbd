/** The bulk importer leaves an empty list out; the product never does. Reads whole labels; once after an import. */
export const EMPTY_LISTS = [
  /* cypher */ "MATCH (n:Scientist) WHERE n.aliases IS NULL CALL (n) { SET n.aliases = [] } IN TRANSACTIONS OF 50000 ROWS",
  /* cypher */ "MATCH (n:Place) WHERE n.aliases IS NULL SET n.aliases = []",
  /* cypher */ "MATCH (n:Institution) WHERE n.aliases IS NULL SET n.aliases = []",
  /* cypher */ "MATCH (n:Field) WHERE n.synonyms IS NULL SET n.synonyms = []",
] as const;

/** The source of what is made up. Index: source_id. */
export const CREATE_SOURCE = /* cypher */ `
CREATE (:Source {id: 'synthetic', key: 'synthetic', title: 'synthetic', url: 'https://synthetic.example/', publisher: 'synthetic', licence: 'none', retrievedAt: '2026-01-01'})`;

/** Authors. $rows of id and name. */
export const CREATE_AUTHORS = /* cypher */ `
UNWIND $rows AS row
CREATE (:Author {id: row.id, key: row.id, name: row.name, nameForms: [], sourceId: 'synthetic', batchIds: ['synthetic']})`;

/** Works of two authors, and their collaboration. $rows of id, one, other and year. Index: author_id. */
export const CREATE_JOINT_WORKS = /* cypher */ `
UNWIND $rows AS row
MATCH (a:Author {id: row.one})
MATCH (b:Author {id: row.other})
CREATE (w:Work {id: row.id, key: row.id, title: row.id, kind: 'PAPER', year: row.year, sourceId: 'synthetic', batchIds: ['synthetic']})
CREATE (a)-[:AUTHORED {stated: a.name, sourceId: 'synthetic', retrievedOn: '2026-01-01', batchIds: ['synthetic']}]->(w)
CREATE (b)-[:AUTHORED {stated: b.name, sourceId: 'synthetic', retrievedOn: '2026-01-01', batchIds: ['synthetic']}]->(w)
CREATE (a)-[:COLLABORATED_WITH {works: 1, firstYear: row.year, lastYear: row.year}]->(b)`;
