/** Tasks by id with their people in order, as scientists where they are one, and the account that is asked. $keys. Index: introduction_task_id. */
export const INTRODUCTION_TASKS_BY_ID = /* cypher */ `
UNWIND $keys AS key
MATCH (t:IntroductionTask {id: key})
CALL (t) {
  MATCH (t)-[r:PATH_PERSON]->(p)
  OPTIONAL MATCH (p)-[:SAME_AS]->(s:Scientist)
  WITH r, coalesce(s, p) AS person, s.id IS NOT NULL OR p:Scientist AS isScientist ORDER BY r.position
  RETURN collect({position: r.position, link: r.link, strength: r.strength, weak: r.weak, firstYear: r.firstYear, lastYear: r.lastYear,
    person: {id: person.id, name: coalesce(person.nameZh, person.nameEn, person.name, person.id), isScientist: isScientist}}) AS people
}
CALL (t) {
  OPTIONAL MATCH (t)-[:PATH_PERSON {position: 0}]->(:Scientist)<-[:ACCOUNT_OF]-(a:Account)
  WHERE NOT coalesce(a.disabled, false) AND a.role IN ['OFFICER', 'AMBASSADOR'] AND coalesce(a.demo, false) = t.demo
  WITH a ORDER BY a.id LIMIT 1
  RETURN a.id AS handlerId, a.displayName AS handler
}
RETURN key, t {.id, .version, .status, .length, .score, .note, .askedById, .askedBy, .askedAt, .answeredBy, .answeredAt, .answer, .demo} AS task, people,
  handlerId, handler`;

/** Ids of tasks, latest first. $statuses, $scientistId (or null), $before (id or null), $limit. Index: introduction_task_status. */
export const INTRODUCTION_TASK_IDS = /* cypher */ `
MATCH (t:IntroductionTask)
WHERE t.status IN $statuses AND ($before IS NULL OR t.id < $before)
  AND ($scientistId IS NULL OR EXISTS { (t)-[:PATH_PERSON]->(:Scientist {id: $scientistId}) })
RETURN t.id AS id ORDER BY id DESC LIMIT $limit`;

/** How many there are of these. $statuses, $scientistId (or null). Index: introduction_task_status. */
export const COUNT_INTRODUCTION_TASKS = /* cypher */ `
MATCH (t:IntroductionTask)
WHERE t.status IN $statuses AND ($scientistId IS NULL OR EXISTS { (t)-[:PATH_PERSON]->(:Scientist {id: $scientistId}) })
RETURN count(t) AS count`;

/** Ids of tasks that ask the scientist of an account, or that the account asked for, latest first. $accountId, $limit. Indexes: account_id, introduction_task_asked_by. */
export const OWN_INTRODUCTION_TASK_IDS = /* cypher */ `
CALL () {
  MATCH (a:Account {id: $accountId})-[:ACCOUNT_OF]->(:Scientist)<-[:PATH_PERSON {position: 0}]-(t:IntroductionTask)
  WHERE t.demo = coalesce(a.demo, false)
  RETURN t.id AS id
  UNION
  MATCH (t:IntroductionTask {askedById: $accountId})
  RETURN t.id AS id
}
RETURN id ORDER BY id DESC LIMIT $limit`;

/** The task that a sending has written already. $askingKey. Index: introduction_task_asking_key. */
export const INTRODUCTION_TASK_OF_SENDING = /* cypher */ `
MATCH (t:IntroductionTask {askingKey: $askingKey}) RETURN t.id AS id`;

/** A running task for the same first and last person. $firstId, $targetId. Indexes: scientist_id, author_id. */
export const RUNNING_INTRODUCTION_TASK = /* cypher */ `
CALL () {
  MATCH (first:Scientist {id: $firstId}) RETURN first
  UNION ALL
  MATCH (first:Author {id: $firstId}) RETURN first
}
MATCH (first)<-[:PATH_PERSON {position: 0}]-(t:IntroductionTask)-[r:PATH_PERSON]->(last)
WHERE t.status IN ['ASKED', 'ACCEPTED'] AND r.position = t.length - 1 AND last.id = $targetId
RETURN t.id AS id LIMIT 1`;

/** Writes a task with its people. $task, $people (`{id, step}`, properties of the relationship). Indexes: scientist_id, author_id. */
export const CREATE_INTRODUCTION_TASK = /* cypher */ `
CREATE (t:IntroductionTask)
SET t = $task
WITH t
UNWIND $people AS each
CALL (each) {
  MATCH (p:Scientist {id: each.id}) RETURN p
  UNION ALL
  MATCH (p:Author {id: each.id}) RETURN p
}
CREATE (t)-[r:PATH_PERSON]->(p)
SET r = each.step`;

/** Changes a task. $id, $changes. Index: introduction_task_id. */
export const CHANGE_INTRODUCTION_TASK = /* cypher */ `
MATCH (t:IntroductionTask {id: $id})
SET t += $changes, t.version = t.version + 1`;

/**
 * Takes a person who is erased out of the tasks: those that ask for the person or ask the person go; others keep a gap, and lose what was written with
 * them. Tells whose windows show them. $scientistId. Index: scientist_id.
 */
export const ERASE_FROM_INTRODUCTION_TASKS = /* cypher */ `
MATCH (:Scientist {id: $scientistId})<-[:SAME_AS*0..1]-(p)<-[r:PATH_PERSON]-(t:IntroductionTask)
WITH t, r, r.position = 0 OR r.position = t.length - 1 AS atEnd
OPTIONAL MATCH (t)-[:PATH_PERSON {position: 0}]->(:Scientist)<-[:ACCOUNT_OF]-(a:Account)
WITH t, r, atEnd, t.askedById AS askedById, collect(a.id) AS handlerIds
FOREACH (gone IN CASE WHEN atEnd THEN [t] ELSE [] END | DETACH DELETE gone)
FOREACH (kept IN CASE WHEN atEnd THEN [] ELSE [r] END | DELETE kept)
FOREACH (kept IN CASE WHEN atEnd THEN [] ELSE [t] END | SET kept.note = null, kept.answer = null, kept.version = kept.version + 1)
RETURN askedById, handlerIds`;

/** Running tasks with a person on the path who objects to being contacted. $scientistId. Index: introduction_task_status. */
export const RUNNING_TASKS_WITH = /* cypher */ `
MATCH (:Scientist {id: $scientistId})<-[:SAME_AS*0..1]-(p)<-[:PATH_PERSON]-(t:IntroductionTask)
WHERE t.status IN ['ASKED', 'ACCEPTED']
RETURN DISTINCT t.id AS id ORDER BY id`;

/** Whether somebody on the path of a task has died or does not want to be contacted. $id. Index: introduction_task_id. */
export const BARRED_ON_TASK = /* cypher */ `
MATCH (t:IntroductionTask {id: $id})
RETURN EXISTS { MATCH (t)-[:PATH_PERSON]->(p)-[:SAME_AS*0..1]->(s:Scientist) WHERE s.deathDate IS NOT NULL OR s.objectedOn IS NOT NULL } AS barred`;

/** Tasks that ended before a time. $before (ISO 8601), $limit. Index: introduction_task_status. */
export const ENDED_INTRODUCTION_TASKS = /* cypher */ `
MATCH (t:IntroductionTask)
WHERE t.status IN ['DECLINED', 'DONE', 'TAKEN_BACK'] AND t.answeredAt < $before
RETURN t.id AS id ORDER BY id LIMIT $limit`;

/** Removes tasks. $ids. Index: introduction_task_id. */
export const DELETE_INTRODUCTION_TASKS = /* cypher */ `
MATCH (t:IntroductionTask) WHERE t.id IN $ids DETACH DELETE t`;
