/** Keeps a request for an export. $request (properties). Index: export_request_id. */
export const CREATE_EXPORT_REQUEST = /* cypher */ `
MERGE (request:ExportRequest {id: $request.id})
SET request = $request
RETURN properties(request) AS request`;

/**
 * One request, locked until the transaction ends, and who issued the token that asked for it, if a token did. $id.
 * Index: export_request_id. The SET takes the lock, so that what is read after it is what was committed last.
 */
export const LOCK_EXPORT_REQUEST = /* cypher */ `
MATCH (request:ExportRequest {id: $id})
SET request.id = $id
WITH request
OPTIONAL MATCH (token:ApiToken {id: request.requestedById})
RETURN properties(request) AS request, token.issuedById AS issuedById`;

/** Writes what became of a request. $id, $changes (properties). Index: export_request_id. */
export const CHANGE_EXPORT_REQUEST = /* cypher */ `
MATCH (request:ExportRequest {id: $id})
SET request += $changes
RETURN properties(request) AS request`;

/** The latest requests of one requester. $requestedById, $limit. Index: export_request_requester. */
export const EXPORT_REQUESTS_OF = /* cypher */ `
MATCH (request:ExportRequest {requestedById: $requestedById})
RETURN properties(request) AS request ORDER BY request.requestedAt DESC LIMIT $limit`;

/** The latest requests of everyone. $limit. Index: export_request_requested_at. */
export const EXPORT_REQUESTS = /* cypher */ `
MATCH (request:ExportRequest) WHERE request.requestedAt > ''
RETURN properties(request) AS request ORDER BY request.requestedAt DESC LIMIT $limit`;
