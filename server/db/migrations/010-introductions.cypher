// Tasks of introduction, and the versions of what the zone is.
CREATE CONSTRAINT introduction_task_id IF NOT EXISTS FOR (n:IntroductionTask) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT introduction_task_asking_key IF NOT EXISTS FOR (n:IntroductionTask) REQUIRE n.askingKey IS UNIQUE;
CREATE RANGE INDEX introduction_task_status IF NOT EXISTS FOR (n:IntroductionTask) ON (n.status);
CREATE RANGE INDEX introduction_task_asked_by IF NOT EXISTS FOR (n:IntroductionTask) ON (n.askedById);
CREATE CONSTRAINT zone_settings_version IF NOT EXISTS FOR (n:ZoneSettings) REQUIRE n.version IS UNIQUE;
