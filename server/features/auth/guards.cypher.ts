/**
 * Counts one more try before it is made, under the lock of the counter, and says whether it may be made: that is what keeps guesses that
 * come at the same moment, on whatever instance, within the limit. $key, $now, $windowMs, $limit. Index: sign_in_guard_key.
 */
export const RESERVE_TRY = /* cypher */ `
MERGE (g:SignInGuard {key: $key})
SET g.key = $key
WITH g, coalesce(g.tries, 0) AS tries, coalesce(g.windowStart, 0) AS windowStart, coalesce(g.lockedUntil, 0) AS lockedUntil
WITH g, tries, windowStart, lockedUntil, lockedUntil > $now AS locked, lockedUntil > 0 AND lockedUntil <= $now AS unlocked
WITH g, tries, windowStart, lockedUntil, locked, unlocked, NOT locked AND (unlocked OR windowStart + $windowMs <= $now) AS fresh
WITH g, tries, windowStart, lockedUntil, locked, unlocked, fresh, locked OR (NOT fresh AND tries >= $limit) AS refused
SET g.windowStart = CASE WHEN fresh THEN $now ELSE windowStart END,
    g.tries = CASE WHEN fresh THEN 1 WHEN refused THEN tries ELSE tries + 1 END,
    g.lockedUntil = CASE WHEN locked THEN lockedUntil ELSE null END,
    g.expiresAt = CASE WHEN locked THEN lockedUntil ELSE CASE WHEN fresh THEN $now ELSE windowStart END + $windowMs END
RETURN refused, unlocked`;

/** After a wrong try: locks when the limit is reached, and says whether this try did it. $key, $limit, $lockedUntil. Index: sign_in_guard_key. */
export const LOCK_AT_LIMIT = /* cypher */ `
MATCH (g:SignInGuard {key: $key})
SET g.key = $key
WITH g, g.tries >= $limit AND g.lockedUntil IS NULL AS locks
SET g.lockedUntil = CASE WHEN locks THEN $lockedUntil ELSE g.lockedUntil END,
    g.expiresAt = CASE WHEN locks THEN $lockedUntil ELSE g.expiresAt END
RETURN locks`;

/** Forgets counters, and with them their locks. $keys. Index: sign_in_guard_key. */
export const CLEAR_GUARDS = /* cypher */ `
MATCH (g:SignInGuard) WHERE g.key IN $keys
DELETE g`;

/** Takes one counted try back. $key. Index: sign_in_guard_key. */
export const RETURN_TRY = /* cypher */ `
MATCH (g:SignInGuard {key: $key})
SET g.key = $key
WITH g WHERE g.tries > 0
SET g.tries = g.tries - 1`;

/** Removes counters whose time is over. $now. Index: sign_in_guard_expires_at. */
export const SWEEP_GUARDS = /* cypher */ `
MATCH (g:SignInGuard) WHERE g.expiresAt <= $now AND coalesce(g.lockedUntil, 0) = 0
DELETE g`;
