/** What recognises a person: outer ids, names, dates of birth and institutions, in every stated form. $id. Index: scientist_id. */
export const IDENTITY_OF = /* cypher */ `
MATCH (n:Scientist {id: $id})
RETURN n.key AS key, n.orcid AS orcid, n.openAlexId AS openAlexId, n.wikidataId AS wikidataId,
  coalesce(n.aliases, []) + [n.nameZh, n.nameEn] + COLLECT { MATCH (n)<-[:FACT_OF]-(f:Fact) WHERE f.property IN ['nameZh', 'nameEn'] RETURN f.value } AS names,
  [n.birthDate] + COLLECT { MATCH (n)<-[:FACT_OF]-(f:Fact {property: 'birthDate'}) RETURN f.value } AS birthDates,
  COLLECT {
    MATCH (n)-[r:STUDIED_AT|WORKS_AT]->(i:Institution)
    UNWIND [r.stated, i.nameZh, i.nameEn] AS name
    RETURN DISTINCT name
  } + COLLECT { MATCH (n)<-[:FACT_OF]-(f:Fact) WHERE f.property IN ['education', 'employment'] RETURN f.value } AS institutions`;

/** Enters a refusal. $hashes, $at, $requestId; it holds no name. Index: refusal_hash. */
export const RECORD_REFUSALS = /* cypher */ `
UNWIND $hashes AS hash
MERGE (n:Refusal {hash: hash})
ON CREATE SET n.at = $at, n.requestId = $requestId`;

/** Those of some hashes that are in the register. $hashes. Index: refusal_hash. */
export const KNOWN_REFUSALS = /* cypher */ `
MATCH (n:Refusal) WHERE n.hash IN $hashes
RETURN n.hash AS hash`;
