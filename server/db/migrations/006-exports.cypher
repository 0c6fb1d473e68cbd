// Exports over the row cap that were asked for, and what a second person decided.
CREATE CONSTRAINT export_request_id IF NOT EXISTS FOR (n:ExportRequest) REQUIRE n.id IS UNIQUE;
CREATE RANGE INDEX export_request_requester IF NOT EXISTS FOR (n:ExportRequest) ON (n.requestedById);
CREATE RANGE INDEX export_request_requested_at IF NOT EXISTS FOR (n:ExportRequest) ON (n.requestedAt);
