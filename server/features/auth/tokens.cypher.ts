/** A bearer token. $id. Index: api_token_id. */
export const TOKEN_BY_ID = /* cypher */ `
MATCH (t:ApiToken {id: $id})
RETURN t AS token`;

/** Keeps a new token; of its text only the hash. $token. */
export const CREATE_TOKEN = /* cypher */ `
CREATE (t:ApiToken)
SET t = $token`;

/** Remembers the last use. $id, $now. Index: api_token_id. */
export const TOUCH_TOKEN = /* cypher */ `
MATCH (t:ApiToken {id: $id}) SET t.lastUsedAt = $now`;

/** All tokens, latest first. No parameters. Scans: tokens are few. */
export const LIST_TOKENS = /* cypher */ `
MATCH (t:ApiToken)
RETURN t AS token ORDER BY t.createdAt DESC, t.id DESC`;

/** Ends a token that still works. $id, $now. Index: api_token_id. */
export const REVOKE_TOKEN = /* cypher */ `
MATCH (t:ApiToken {id: $id}) WHERE t.revokedAt IS NULL
SET t.revokedAt = $now
RETURN count(t) AS count`;

/** Ends all tokens that an account issued. $accountId, $now. Scans: tokens are few. */
export const REVOKE_TOKENS_ISSUED_BY = /* cypher */ `
MATCH (t:ApiToken) WHERE t.issuedById = $accountId AND t.revokedAt IS NULL
SET t.revokedAt = $now
RETURN count(t) AS count`;
