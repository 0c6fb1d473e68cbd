/** Creates the constraint behind leases; it must exist before the first lease, hence not in migrations/. No parameters. */
export const CREATE_LEASE_CONSTRAINT = /* cypher */ `
CREATE CONSTRAINT lease_name IF NOT EXISTS FOR (n:Lease) REQUIRE n.name IS UNIQUE`;

/**
 * Takes a free or expired lease and returns who holds it now. $name, $holder, $ttlMs. Index: lease_name.
 * The first SET takes the write lock, so that what is read after it is what was committed last.
 */
export const TAKE_LEASE = /* cypher */ `
MERGE (lease:Lease {name: $name})
SET lease.name = $name
WITH lease, coalesce(lease.expiresAt, 0) < timestamp() OR lease.holder = $holder AS free
SET lease.holder = CASE WHEN free THEN $holder ELSE lease.holder END,
    lease.expiresAt = CASE WHEN free THEN timestamp() + $ttlMs ELSE lease.expiresAt END
RETURN lease.holder AS holder`;

/** Prolongs a lease; no row when it is no longer held by this holder. $name, $holder, $ttlMs. Index: lease_name. */
export const RENEW_LEASE = /* cypher */ `
MATCH (lease:Lease {name: $name}) WHERE lease.holder = $holder
SET lease.expiresAt = timestamp() + $ttlMs
RETURN lease.holder AS holder`;

/** Gives a held lease back. $name, $holder. Index: lease_name. */
export const RELEASE_LEASE = /* cypher */ `
MATCH (lease:Lease {name: $name}) WHERE lease.holder = $holder
REMOVE lease.holder SET lease.expiresAt = 0`;
