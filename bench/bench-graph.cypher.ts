/** The bulk importer leaves an empty list out; the product never does. Reads whole labels; once after an import. */
export const EMPTY_LISTS = [
  /* cypher */ "MATCH (n:Scientist) WHERE n.aliases IS NULL CALL (n) { SET n.aliases = [] } IN TRANSACTIONS OF 50000 ROWS",
  /* cypher */ "MATCH (n:Place) WHERE n.aliases IS NULL SET n.aliases = []",
  /* cypher */ "MATCH (n:Institution) WHERE n.aliases IS NULL SET n.aliases = []",
  /* cypher */ "MATCH (n:Field) WHERE n.synonyms IS NULL SET n.synonyms = []",
] as const;
