/** Says who issued a token. $tokenId, $issuerId. */
export const SET_TOKEN_ISSUER = /* cypher */ `
MATCH (t:ApiToken {id: $tokenId}) SET t.issuedById = $issuerId`;
