/** How many nodes of the daily work there are, and how many of them do not say that they are 演示. Scans: test databases are small. */
export const COUNT_WORK = /* cypher */ `
MATCH (n:Candidate|Referral|Engagement|ContactEntry|Programme|Contribution)
RETURN count(n) AS total, count(CASE WHEN NOT coalesce(n.demo, false) THEN 1 END) AS real`;

/** How many nodes hang on work or keys, of the kinds that say nothing themselves. Scans: test databases are small. */
export const COUNT_PARTS = /* cypher */ `
MATCH (n:EngagementMove|OpenEngagementCheck|PromiseMade|CandidateKey|Attachment|DemoRun)
RETURN count(n) AS total`;

/** Names of everybody in the work, and of their employers. Scans: test databases are small. */
export const NAMES_IN_WORK = /* cypher */ `
MATCH (n:Candidate|Referral) RETURN collect(n.name) + collect(n.employer) AS names`;

/** Accounts that are made up. Scans: test databases are small. */
export const DEMO_ACCOUNTS = /* cypher */ `
MATCH (a:Account) WHERE a.demo RETURN a.displayName AS name, a.passwordHash IS NULL AS closed ORDER BY name`;

/** Writes a team, a measure and a saved analysis of somebody, each with what hangs on it, once 演示 and once real. Indexes: none needed. */
export const WRITE_NETWORK_WORK = /* cypher */ `
UNWIND [true, false] AS demo
WITH demo, toString(demo) AS suffix
CREATE (t:Team {id: 'team-' + suffix, name: '演示', demo: demo})<-[:NEEDED_BY]-(:TeamNeed {id: 'need-' + suffix})
CREATE (m:MeasureRun {id: 'run-' + suffix, demo: demo, status: 'DONE', queuedAt: ''})<-[:CHUNK_OF]-(:MeasureChunk {id: 'chunk-' + suffix})
CREATE (:Analysis {id: 'analysis-' + suffix, demo: demo, saveKey: 'save-' + suffix})`;

/** Ids of teams, measures, analyses and what hangs on them. Scans: test databases are small. */
export const NETWORK_WORK = /* cypher */ `
MATCH (n:Team|TeamNeed|MeasureRun|MeasureChunk|Analysis) RETURN n.id AS id ORDER BY id`;
