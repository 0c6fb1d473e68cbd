/** Files of some referrals, oldest first, without their content. $keys. Index: referral_id. */
export const ATTACHMENTS_OF = /* cypher */ `
MATCH (r:Referral)<-[:ATTACHED_TO]-(a:Attachment) WHERE r.id IN $keys
WITH r, a ORDER BY a.addedAt, a.id
RETURN r.id AS key, collect(a {.id, .name, .mediaType, .size}) AS items`;

/** Adds a file to a referral. $referralId, $properties. Index: referral_id. */
export const CREATE_ATTACHMENT = /* cypher */ `
MATCH (r:Referral {id: $referralId})
CREATE (a:Attachment)-[:ATTACHED_TO]->(r)
SET a = $properties`;

/** A file without its content, and its referral. $id. Index: attachment_id. */
export const ATTACHMENT_BY_ID = /* cypher */ `
MATCH (a:Attachment {id: $id})-[:ATTACHED_TO]->(r:Referral)
RETURN a {.id, .name, .mediaType, .size} AS attachment, r.id AS referralId`;

/** The sealed content of a file. $id. Index: attachment_id. */
export const ATTACHMENT_CONTENT = /* cypher */ `
MATCH (a:Attachment {id: $id}) RETURN a.sealed AS sealed`;

/** Removes a file. $id. Index: attachment_id. */
export const DELETE_ATTACHMENT = /* cypher */ `
MATCH (a:Attachment {id: $id}) DETACH DELETE a`;
