// Contact data, requests of the people concerned, and the register of those who refused.
CREATE CONSTRAINT contact_point_id IF NOT EXISTS FOR (n:ContactPoint) REQUIRE n.id IS UNIQUE;
CREATE RANGE INDEX contact_point_obtained_on IF NOT EXISTS FOR (n:ContactPoint) ON (n.obtainedOn);
CREATE CONSTRAINT subject_request_id IF NOT EXISTS FOR (n:SubjectRequest) REQUIRE n.id IS UNIQUE;
CREATE RANGE INDEX subject_request_status IF NOT EXISTS FOR (n:SubjectRequest) ON (n.status);
CREATE RANGE INDEX subject_request_closed_at IF NOT EXISTS FOR (n:SubjectRequest) ON (n.closedAt);
CREATE CONSTRAINT refusal_hash IF NOT EXISTS FOR (n:Refusal) REQUIRE n.hash IS UNIQUE;
