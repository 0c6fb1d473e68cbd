/** An account in use. $id, $name, $role, $demo. */
export const CREATE_ACCOUNT = /* cypher */ `
CREATE (:Account {id: $id, name: $name, nameKey: $name, displayName: $name, role: $role, disabled: false, demo: $demo, passwordHash: 'secret-hash', createdAt: 0})`;
/** What lies at the other end of a task's people, as positions. $id. */
export const POSITIONS_OF = /* cypher */ `
MATCH (t:IntroductionTask {id: $id})-[r:PATH_PERSON]->() RETURN r.position AS position ORDER BY position`;
/** Tasks that are kept. */
export const COUNT_TASKS = /* cypher */ `
MATCH (t:IntroductionTask) RETURN count(t) AS count`;
/** An engagement of a scientist with a contact. $scientist, $on, $desk. */
export const CONTACTED = /* cypher */ `
MATCH (s:Scientist {id: $scientist})
CREATE (s)<-[:IDENTIFIED_AS]-(:Candidate {id: 'c' + $on, name: 'x'})<-[:ENGAGES]-(e:Engagement {id: 'e' + $on, desk: $desk})
CREATE (:ContactEntry {id: 'l' + $on, kind: 'VISIT', on: $on, summary: 'said in confidence'})-[:LOGGED_UNDER]->(e)`;
/** Ends a joint work. $id. */
export const REMOVE_WORK = /* cypher */ `
MATCH (w:Work {id: $id}) DETACH DELETE w`;
