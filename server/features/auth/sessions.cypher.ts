/** The session of a cookie, with its account. $hash. Index: session_secret_hash. */
export const SESSION_BY_HASH = /* cypher */ `
MATCH (s:Session {secretHash: $hash})
OPTIONAL MATCH (s)-[:SESSION_OF]->(a:Account)
RETURN s AS session, a AS account`;

/** Opens a session of an account. $accountId, $session. Index: account_id. */
export const CREATE_SESSION = /* cypher */ `
MATCH (a:Account {id: $accountId})
CREATE (s:Session)-[:SESSION_OF]->(a)
SET s = $session`;

/** Opens the session of a set-up, which has no account. $session. */
export const CREATE_SET_UP_SESSION = /* cypher */ `
CREATE (s:Session)
SET s = $session`;

/** Remembers the person's last request. $hash, $now. Index: session_secret_hash. */
export const TOUCH_SESSION = /* cypher */ `
MATCH (s:Session {secretHash: $hash})
SET s.lastSeenAt = CASE WHEN s.lastSeenAt > $now THEN s.lastSeenAt ELSE $now END`;

/** Keeps the sealed secret of an enrolment. $id, $pendingTotp. Index: session_id. */
export const SET_PENDING_TOTP = /* cypher */ `
MATCH (s:Session {id: $id}) SET s.pendingTotp = $pendingTotp`;

/** Ends one session. $id. Index: session_id. */
export const DELETE_SESSION = /* cypher */ `
MATCH (s:Session {id: $id})
DETACH DELETE s
RETURN count(*) AS count`;

/** Ends one session of an account. $id, $accountId. Index: session_id. */
export const DELETE_OWN_SESSION = /* cypher */ `
MATCH (s:Session {id: $id})-[:SESSION_OF]->(a:Account)
USING INDEX s:Session(id)
WHERE a.id = $accountId
DETACH DELETE s
RETURN count(*) AS count`;

/** Ends all sessions of an account but one; an empty $keep keeps none. $accountId, $keep. Index: account_id. */
export const DELETE_SESSIONS_OF = /* cypher */ `
MATCH (:Account {id: $accountId})<-[:SESSION_OF]-(s:Session) WHERE s.id <> $keep
DETACH DELETE s
RETURN count(*) AS count`;

/** Ends the sessions of a set-up. No parameters. Scans: run when the first accounts are made. */
export const DELETE_SET_UP_SESSIONS = /* cypher */ `
MATCH (s:Session {stage: 'SET_UP'}) DETACH DELETE s`;

/** The sessions of an account that have not ended, latest first. $accountId, $now, $seenAfter. Index: account_id. */
export const SESSIONS_OF = /* cypher */ `
MATCH (:Account {id: $accountId})<-[:SESSION_OF]-(s:Session)
WHERE s.stage = 'SIGNED_IN' AND s.expiresAt > $now AND s.lastSeenAt > $seenAfter
RETURN s AS session ORDER BY s.lastSeenAt DESC, s.id DESC`;

/** Removes what has ended by time: sessions. $now. Index: session_expires_at. */
export const SWEEP_SESSIONS = /* cypher */ `
MATCH (s:Session) WHERE s.expiresAt <= $now
DETACH DELETE s`;
