// Saved analyses: opened by id, listed by owner and by sharing, saved once however often saving is sent, removed some time after deletion.
CREATE CONSTRAINT analysis_id IF NOT EXISTS FOR (n:Analysis) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT analysis_save_key IF NOT EXISTS FOR (n:Analysis) REQUIRE n.saveKey IS UNIQUE;
CREATE RANGE INDEX analysis_owner IF NOT EXISTS FOR (n:Analysis) ON (n.ownerId);
CREATE RANGE INDEX analysis_shared IF NOT EXISTS FOR (n:Analysis) ON (n.shared);
CREATE RANGE INDEX analysis_deleted_at IF NOT EXISTS FOR (n:Analysis) ON (n.deletedAt);
