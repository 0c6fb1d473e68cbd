// Accounts, sessions, bearer tokens, one-time links and the counters of failed sign-ins.
CREATE CONSTRAINT account_id IF NOT EXISTS FOR (n:Account) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT account_name_key IF NOT EXISTS FOR (n:Account) REQUIRE n.nameKey IS UNIQUE;
CREATE CONSTRAINT account_external_key IF NOT EXISTS FOR (n:Account) REQUIRE n.externalKey IS UNIQUE;
CREATE CONSTRAINT session_id IF NOT EXISTS FOR (n:Session) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT session_secret_hash IF NOT EXISTS FOR (n:Session) REQUIRE n.secretHash IS UNIQUE;
CREATE CONSTRAINT api_token_id IF NOT EXISTS FOR (n:ApiToken) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT one_time_link_secret_hash IF NOT EXISTS FOR (n:OneTimeLink) REQUIRE n.secretHash IS UNIQUE;
CREATE CONSTRAINT sign_in_guard_key IF NOT EXISTS FOR (n:SignInGuard) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT auth_lock_name IF NOT EXISTS FOR (n:AuthLock) REQUIRE n.name IS UNIQUE;
CREATE RANGE INDEX session_expires_at IF NOT EXISTS FOR (n:Session) ON (n.expiresAt);
CREATE RANGE INDEX one_time_link_expires_at IF NOT EXISTS FOR (n:OneTimeLink) ON (n.expiresAt);
CREATE RANGE INDEX sign_in_guard_expires_at IF NOT EXISTS FOR (n:SignInGuard) ON (n.expiresAt);
