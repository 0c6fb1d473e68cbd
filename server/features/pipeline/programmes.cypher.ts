/** Programmes and needs by name. $includeClosed. Scans its label: programmes are few. */
export const PROGRAMMES = /* cypher */ `
MATCH (g:Programme) WHERE $includeClosed OR NOT g.closed
RETURN g {.id, .kind, .nameZh, .nameEn, .description, .closed, demo: coalesce(g.demo, false)} AS programme
ORDER BY g.nameZh, g.id`;

/** Programmes by id. $keys. Index: programme_id. */
export const PROGRAMMES_BY_ID = /* cypher */ `
UNWIND $keys AS key
MATCH (g:Programme {id: key})
RETURN key, g {.id, .kind, .nameZh, .nameEn, .description, .closed, demo: coalesce(g.demo, false)} AS programme`;

/** Adds a programme, or writes its properties (null removes). $id, $properties. Index: programme_id. */
export const SAVE_PROGRAMME = /* cypher */ `
MERGE (g:Programme {id: $id})
SET g += $properties`;
