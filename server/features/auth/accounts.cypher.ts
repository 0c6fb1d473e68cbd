/** Takes the one lock under which administrators are counted and the first accounts are made. $name. Index: auth_lock_name. */
export const TAKE_AUTH_LOCK = /* cypher */ `
MERGE (lock:AuthLock {name: $name})
SET lock.name = $name`;

/** How many accounts exist, those of the trial desk left out. No parameters. Scans: accounts are few. */
export const COUNT_ACCOUNTS = /* cypher */ `
MATCH (a:Account) WHERE NOT a.demo
RETURN count(a) AS count`;

/** How many accounts that can be used hold a role. $role. Scans: accounts are few. */
export const COUNT_ROLE = /* cypher */ `
MATCH (a:Account) WHERE a.role = $role AND NOT a.disabled AND NOT a.demo
RETURN count(a) AS count`;

/** Creates an account; names are kept apart by the constraint account_name_key. $id, $name, $nameKey, $displayName, $role, $demo, $guardKeys, $now. */
export const CREATE_ACCOUNT = /* cypher */ `
CREATE (a:Account {id: $id, name: $name, nameKey: $nameKey, displayName: $displayName, role: $role, demo: $demo, disabled: false,
                   guardKeys: $guardKeys, createdAt: $now})`;

/** The account of a sign-in name, locked for the transaction, so that what is decided on it stays true. $nameKey. Index: account_name_key. */
export const LOCK_ACCOUNT_BY_NAME = /* cypher */ `
MATCH (a:Account {nameKey: $nameKey})
SET a.nameKey = $nameKey
WITH a
OPTIONAL MATCH (g:SignInGuard) WHERE g.key IN a.guardKeys
RETURN a AS account, max(g.lockedUntil) AS lockedUntil`;

/** An account, locked for the transaction. $id. Indexes: account_id and sign_in_guard_key. */
export const LOCK_ACCOUNT = /* cypher */ `
MATCH (a:Account {id: $id})
SET a.id = $id
WITH a
OPTIONAL MATCH (g:SignInGuard) WHERE g.key IN a.guardKeys
RETURN a AS account, max(g.lockedUntil) AS lockedUntil`;

/** An account. $id. Indexes: account_id and sign_in_guard_key. */
export const ACCOUNT_BY_ID = /* cypher */ `
MATCH (a:Account {id: $id})
OPTIONAL MATCH (g:SignInGuard) WHERE g.key IN a.guardKeys
RETURN a AS account, max(g.lockedUntil) AS lockedUntil`;

/** An account by its sign-in name. $nameKey. Indexes: account_name_key and sign_in_guard_key. */
export const ACCOUNT_BY_NAME = /* cypher */ `
MATCH (a:Account {nameKey: $nameKey})
OPTIONAL MATCH (g:SignInGuard) WHERE g.key IN a.guardKeys
RETURN a AS account, max(g.lockedUntil) AS lockedUntil`;

/** An account by the subject that a single sign-on service verified. $externalKey. Indexes: account_external_key and sign_in_guard_key. */
export const ACCOUNT_BY_EXTERNAL_KEY = /* cypher */ `
MATCH (a:Account {externalKey: $externalKey})
OPTIONAL MATCH (g:SignInGuard) WHERE g.key IN a.guardKeys
RETURN a AS account, max(g.lockedUntil) AS lockedUntil`;

/** All accounts by name. No parameters. Scans: accounts are few. */
export const LIST_ACCOUNTS = /* cypher */ `
MATCH (a:Account)
OPTIONAL MATCH (g:SignInGuard) WHERE g.key IN a.guardKeys
RETURN a AS account, max(g.lockedUntil) AS lockedUntil
ORDER BY a.demo, a.nameKey`;

/** Grants a role, or takes it away with null. $id, $role. Index: account_id. */
export const SET_ROLE = /* cypher */ `
MATCH (a:Account {id: $id}) SET a.role = $role`;

/** Disables or enables. $id, $disabled. Index: account_id. */
export const SET_DISABLED = /* cypher */ `
MATCH (a:Account {id: $id}) SET a.disabled = $disabled`;

/** Keeps a new password's hash and its place in the history. $id, $hash, $history, $now. Index: account_id. */
export const SET_PASSWORD = /* cypher */ `
MATCH (a:Account {id: $id})
SET a.passwordHash = $hash, a.passwordHistory = $history, a.passwordChangedAt = $now`;

/** Takes password and second factor away; the history stays. $id. Index: account_id. */
export const CLEAR_CREDENTIALS = /* cypher */ `
MATCH (a:Account {id: $id})
REMOVE a.passwordHash, a.totpSecret, a.totpLastStep, a.recoveryHashes`;

/** Keeps a confirmed second factor. $id, $secret, $step, $recoveryHashes. Index: account_id. */
export const SET_SECOND_FACTOR = /* cypher */ `
MATCH (a:Account {id: $id})
SET a.totpSecret = $secret, a.totpLastStep = $step, a.recoveryHashes = $recoveryHashes`;

/** Remembers the time step of a code that was used. $id, $step. Index: account_id. */
export const SET_TOTP_STEP = /* cypher */ `
MATCH (a:Account {id: $id}) SET a.totpLastStep = $step`;

/** Keeps the recovery codes that are left. $id, $recoveryHashes. Index: account_id. */
export const SET_RECOVERY = /* cypher */ `
MATCH (a:Account {id: $id}) SET a.recoveryHashes = $recoveryHashes`;

/** Remembers a complete sign-in. $id, $now. Index: account_id. */
export const SET_LAST_SIGN_IN = /* cypher */ `
MATCH (a:Account {id: $id}) SET a.lastSignInAt = $now`;

/** Ties an account to a subject of the single sign-on service; the constraint account_external_key keeps it single. $id, $externalKey. Index: account_id. */
export const SET_EXTERNAL_KEY = /* cypher */ `
MATCH (a:Account {id: $id}) SET a.externalKey = $externalKey`;

/** Remembers which version of the notice was taken note of. $id, $version. Index: account_id. */
export const SET_NOTICE_VERSION = /* cypher */ `
MATCH (a:Account {id: $id}) SET a.noticeVersion = $version`;
