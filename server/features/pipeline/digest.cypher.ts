/** The sealed address of an account, or no row. $accountId. Index: digest_address_account. */
export const DIGEST_ADDRESS = /* cypher */ `
MATCH (d:DigestAddress {accountId: $accountId}) RETURN d.sealed AS sealed`;

/** Sets the address of an account. $accountId, $sealed. Index: digest_address_account. */
export const SET_DIGEST_ADDRESS = /* cypher */ `
MERGE (d:DigestAddress {accountId: $accountId}) SET d.sealed = $sealed`;

/** Removes the address of an account. $accountId. Index: digest_address_account. */
export const DELETE_DIGEST_ADDRESS = /* cypher */ `
MATCH (d:DigestAddress {accountId: $accountId}) DELETE d`;

/** Accounts with an address that have had no digest on a day. $day. Scans its label: one node an account. */
export const DIGESTS_TO_SEND = /* cypher */ `
MATCH (d:DigestAddress) WHERE coalesce(d.sentOn, '') < $day
MATCH (a:Account {id: d.accountId}) WHERE NOT a.disabled AND a.role IS NOT NULL
RETURN a.id AS id, a.displayName AS name, a.role AS role, a.demo AS demo, d.sealed AS sealed ORDER BY a.id`;

/**
 * Takes the digest of an account for a day, once over all instances; no row when another has it. $accountId, $day.
 * Index: digest_address_account. The first SET takes the write lock, so that what is read after it is what was committed last.
 */
export const TAKE_DIGEST = /* cypher */ `
MATCH (d:DigestAddress {accountId: $accountId})
SET d.accountId = $accountId
WITH d WHERE coalesce(d.sentOn, '') < $day
SET d.sentOn = $day
RETURN d.accountId AS accountId`;

/** Gives a digest back that could not be sent, to be tried again. $accountId, $day. Index: digest_address_account. */
export const GIVE_DIGEST_BACK = /* cypher */ `
MATCH (d:DigestAddress {accountId: $accountId}) WHERE d.sentOn = $day
REMOVE d.sentOn`;
