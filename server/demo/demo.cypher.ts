/** Whether the demo data is there: begun, and finished. Scans: loads are few. */
export const DEMO_RUN = /* cypher */ `
MATCH (n:DemoRun {name: 'demo'}) RETURN n.finishedAt IS NOT NULL AS finished`;

/** Notes that loading has begun. */
export const BEGIN_DEMO = /* cypher */ `
MERGE (n:DemoRun {name: 'demo'}) SET n.startedAt = $at REMOVE n.finishedAt`;

/** Notes that everything is there. $at. Scans: loads are few. */
export const FINISH_DEMO = /* cypher */ `
MATCH (n:DemoRun {name: 'demo'}) SET n.finishedAt = $at`;

/** How many people of the demo data there are. Scans: run from the trial desk and the shell only. */
export const COUNT_DEMO_CANDIDATES = /* cypher */ `
MATCH (c:Candidate) WHERE c.demo RETURN count(c) AS count`;

/** Whose referrals and which engagements go, so that open windows are told. Scans: run from the trial desk and the shell only. */
export const DEMO_TOUCHED = /* cypher */ `
RETURN COLLECT { MATCH (e:Engagement) WHERE e.demo RETURN e.id } AS engagementIds,
       COLLECT { MATCH (r:Referral) WHERE r.demo RETURN DISTINCT r.referrerId } AS referrerIds`;

/** Removes what hangs on engagements and referrals that are 演示. Scans: run from the trial desk and the shell only. */
export const REMOVE_DEMO_PARTS = /* cypher */ `
MATCH (part)-[:MOVE_OF|LOGGED_UNDER|CHECK_OF|THROUGH|ATTACHED_TO]->(whole:Engagement|Referral) WHERE whole.demo
OPTIONAL MATCH (promise:PromiseMade)-[:PROMISED_IN]->(part)
DETACH DELETE promise, part`;

/** Removes what is 演示 itself, and stands under nothing that is. Scans: run from the trial desk and the shell only. */
export const REMOVE_DEMO_WORK = /* cypher */ `
MATCH (work:Engagement|Referral|Contribution|ContactEntry) WHERE work.demo
OPTIONAL MATCH (promise:PromiseMade)-[:PROMISED_IN]->(work)
DETACH DELETE promise, work`;

/** Removes candidates and programmes that are 演示, unless something real stands on them. Scans: run from the trial desk and the shell only. */
export const REMOVE_DEMO_THINGS = /* cypher */ `
MATCH (thing:Candidate|Programme) WHERE thing.demo AND NOT (thing)<-[:ENGAGES|NAMES|ENGAGED_FOR]-()
DETACH DELETE thing`;

/** Removes requests for introductions that are 演示, and which scientists accounts of the trial desk are said to be. Scans: run from the trial desk and the shell only. */
export const REMOVE_DEMO_INTRODUCTIONS = /* cypher */ `
CALL () {
  MATCH (t:IntroductionTask) WHERE t.demo DETACH DELETE t
}
MATCH (a:Account)-[r:ACCOUNT_OF]->(:Scientist) WHERE a.demo DELETE r`;

/** Removes teams, measures and saved analyses of networks that are 演示. Scans: run from the trial desk and the shell only. */
export const REMOVE_DEMO_NETWORKS = /* cypher */ `
MATCH (thing:Team|MeasureRun|Analysis) WHERE thing.demo
OPTIONAL MATCH (part)-[:NEEDED_BY|CHUNK_OF]->(thing)
DETACH DELETE part, thing`;

/** Removes keys of candidates that nobody has any more. Scans: run from the trial desk and the shell only. */
export const REMOVE_UNUSED_KEYS = /* cypher */ `
MATCH (key:CandidateKey) WHERE NOT (key)--() DELETE key`;

/** Removes made-up accounts by name, which nobody can sign in to. $nameKeys. Index: account_name_key. */
export const REMOVE_DEMO_ACCOUNTS = /* cypher */ `
MATCH (a:Account) WHERE a.nameKey IN $nameKeys AND a.demo
DETACH DELETE a`;

/** Forgets that the demo data was loaded. Scans: loads are few. */
export const FORGET_DEMO = /* cypher */ `
MATCH (n:DemoRun {name: 'demo'}) DELETE n`;
