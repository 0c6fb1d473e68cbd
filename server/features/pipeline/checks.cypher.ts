/** Checks of engagements, latest first. $keys. Index: engagement_id. */
export const CHECKS_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (e:Engagement {id: key})<-[:CHECK_OF]-(k:OpenEngagementCheck)
WITH key, k ORDER BY k.at DESC, k.id DESC
RETURN key, collect(k {.id, .at, .byId, .byName, .informedOfDisclosure, .commitment, .dualPost, .restrictedField, .note, .cleared,
  .decidedById, .decidedByName, .decidedAt, .decisionNote}) AS items`;

/** Records a check. $id (of the engagement), $check (properties). Index: engagement_id. */
export const CREATE_CHECK = /* cypher */ `
MATCH (e:Engagement {id: $id})
CREATE (k:OpenEngagementCheck)-[:CHECK_OF]->(e)
SET k = $check`;

/** A check, with who stands behind the scripts that recorded it and would decide it. $id, $byId. Index: open_engagement_check_id. */
export const CHECK_TO_DECIDE = /* cypher */ `
MATCH (k:OpenEngagementCheck {id: $id})-[:CHECK_OF]->(e:Engagement)
OPTIONAL MATCH (recorder:ApiToken {id: k.byId})
OPTIONAL MATCH (decider:ApiToken {id: $byId})
RETURN e.id AS engagementId, k {.informedOfDisclosure, .restrictedField, .cleared} AS check,
  coalesce(recorder.issuedById, k.byId) AS recordedBy, coalesce(decider.issuedById, $byId) AS decidedBy`;

/** Writes the legal desk's decision. $id, $decision (properties). Index: open_engagement_check_id. */
export const DECIDE_CHECK = /* cypher */ `
MATCH (k:OpenEngagementCheck {id: $id}) SET k += $decision`;

/** Employments of scientists at known institutions, with the places around each, the nearest first. $keys. Index: scientist_id. */
export const WORKPLACES_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (n:Scientist {id: key})-[r:WORKS_AT]->(i:Institution)
RETURN key, collect(r {.from, .to, .asOf, order: coalesce(r.order, 0), institution: coalesce(i.nameZh, i.nameEn, r.stated),
  places: COLLECT { MATCH way = (i)-[:LOCATED_IN]->(:Place)-[:WITHIN*0..6]->(p:Place)
    RETURN p {.code, .level, .nameZh, .nameEn} ORDER BY length(way) }}) AS items`;
