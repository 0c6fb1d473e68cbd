/** Every version of the settings, latest first. No parameters. Scans its label: versions are few. */
export const PIPELINE_SETTINGS = /* cypher */ `
MATCH (s:PipelineSettings)
RETURN s {.version, .content, .changedAt, .changedBy} AS settings ORDER BY s.version DESC`;

/** Adds a version. $settings (properties). Kept apart by the constraint pipeline_settings_version. */
export const CREATE_PIPELINE_SETTINGS = /* cypher */ `
CREATE (s:PipelineSettings) SET s = $settings`;

/** Stages and desks that engagements are in, of whatever status. No parameters. Scans its label: changes of settings are rare. */
export const STAGES_AND_DESKS_IN_USE = /* cypher */ `
MATCH (e:Engagement)
RETURN collect(DISTINCT e.stage) AS stages, collect(DISTINCT e.desk) AS desks`;
