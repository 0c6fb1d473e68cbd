/** The memberships of a team as they are kept. $id. */
export const MEMBERSHIPS = /* cypher */ `
MATCH (p)-[r:MEMBER_OF]->(:Team {id: $id})
MATCH (s:Source {id: r.sourceId})
RETURN p.id AS id, r.stated AS stated, r.verifiedBy AS verifiedBy, r.verifiedOn AS verifiedOn, r.origin AS origin, s.title AS source ORDER BY id`;
/** Needs that belong to no team. */
export const LONELY_NEEDS = /* cypher */ `MATCH (n:TeamNeed) WHERE NOT EXISTS { (n)-[:NEEDED_BY]->() } RETURN n.id AS id`;
