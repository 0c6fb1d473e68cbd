/** What tells people of the map apart, of those found by name and the one with an ORCID. $ids, $orcid. Indexes: scientist_id, scientist_orcid. */
export const PEOPLE_TO_MATCH = /* cypher */ `
CALL () {
  MATCH (s:Scientist) WHERE s.id IN $ids RETURN s
  UNION
  MATCH (s:Scientist {orcid: $orcid}) RETURN s
}
RETURN s.id AS id, s.orcid AS orcid,
  coalesce(s.aliases, []) + [s.nameZh, s.nameEn] + COLLECT { MATCH (s)<-[:FACT_OF]-(f:Fact) WHERE f.property IN ['nameZh', 'nameEn'] RETURN f.value } AS names,
  [(s)-[:WORKS_AT]->(i:Institution) | i.id] AS employerIds,
  [(s)-[w:WORKS_AT]->(:Institution) | w.stated] + COLLECT { MATCH (s)<-[:FACT_OF]-(f:Fact {property: 'employment'}) RETURN f.value } AS employers`;
