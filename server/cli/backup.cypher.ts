/** How many nodes and relationships there are, from the store's own counts. No parameters. */
export const COUNT_GRAPH = /* cypher */ `
MATCH (n)
WITH count(n) AS nodes
MATCH ()-[r]->()
RETURN nodes, count(r) AS relationships`;
