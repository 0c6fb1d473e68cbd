/**
 * Engagements of some statuses, opened in a time, of one officer or all. $statuses, $openedFrom, $openedTo, $ownerId (null for no bound).
 * Index: engagement_status.
 * The latest contact is of anybody with the person, over all candidates that are the same scientist.
 */
export const ENGAGEMENTS_OF_STATUSES = /* cypher */ `
MATCH (e:Engagement) WHERE e.status IN $statuses
  AND ($ownerId IS NULL OR e.ownerId = $ownerId)
  AND ($openedFrom IS NULL OR e.openedOn >= $openedFrom) AND ($openedTo IS NULL OR e.openedOn <= $openedTo)
MATCH (e)-[:ENGAGES]->(c:Candidate)
OPTIONAL MATCH (c)-[:IDENTIFIED_AS]->(s:Scientist)
RETURN e {.id, .version, .status, .channel, .ownerId, .ownerName, .openedOn, .stageSince, .closedOn, .nextStepText, .nextStepDueOn,
  .lastMoveId, stageId: e.stage, deskId: e.desk, stageEnteredOn: coalesce(e.stageEnteredOn, e.stageSince), demo: coalesce(e.demo, false),
  candidateId: c.id, scientistId: s.id, personName: coalesce(s.nameZh, s.nameEn, c.name),
  personNameZh: CASE WHEN s IS NULL THEN c.name ELSE s.nameZh END, personNameEn: s.nameEn,
  programmeId: head(COLLECT { MATCH (e)-[:ENGAGED_FOR]->(g:Programme) RETURN g.id }),
  referralId: head(COLLECT { MATCH (e)-[:CAME_FROM]->(r:Referral) RETURN r.id }),
  ownContact: head(COLLECT {
    MATCH (c)<-[:ENGAGES]-(:Engagement)<-[:LOGGED_UNDER]-(l:ContactEntry) RETURN l {.id, .on} ORDER BY l.on DESC, l.id DESC LIMIT 1 }),
  personContact: head(COLLECT {
    MATCH (s)<-[:IDENTIFIED_AS]-(:Candidate)<-[:ENGAGES]-(:Engagement)<-[:LOGGED_UNDER]-(l:ContactEntry)
    RETURN l {.id, .on} ORDER BY l.on DESC, l.id DESC LIMIT 1 })
} AS engagement`;

/** Engagements by id, as ENGAGEMENTS_OF_STATUSES. $keys. Index: engagement_id. */
export const ENGAGEMENTS_BY_ID = /* cypher */ `
UNWIND $keys AS key
MATCH (e:Engagement {id: key})
MATCH (e)-[:ENGAGES]->(c:Candidate)
OPTIONAL MATCH (c)-[:IDENTIFIED_AS]->(s:Scientist)
RETURN key, e {.id, .version, .status, .channel, .ownerId, .ownerName, .openedOn, .stageSince, .closedOn, .nextStepText, .nextStepDueOn,
  .lastMoveId, stageId: e.stage, deskId: e.desk, stageEnteredOn: coalesce(e.stageEnteredOn, e.stageSince), demo: coalesce(e.demo, false),
  candidateId: c.id, scientistId: s.id, personName: coalesce(s.nameZh, s.nameEn, c.name),
  personNameZh: CASE WHEN s IS NULL THEN c.name ELSE s.nameZh END, personNameEn: s.nameEn,
  programmeId: head(COLLECT { MATCH (e)-[:ENGAGED_FOR]->(g:Programme) RETURN g.id }),
  referralId: head(COLLECT { MATCH (e)-[:CAME_FROM]->(r:Referral) RETURN r.id }),
  ownContact: head(COLLECT {
    MATCH (c)<-[:ENGAGES]-(:Engagement)<-[:LOGGED_UNDER]-(l:ContactEntry) RETURN l {.id, .on} ORDER BY l.on DESC, l.id DESC LIMIT 1 }),
  personContact: head(COLLECT {
    MATCH (s)<-[:IDENTIFIED_AS]-(:Candidate)<-[:ENGAGES]-(:Engagement)<-[:LOGGED_UNDER]-(l:ContactEntry)
    RETURN l {.id, .on} ORDER BY l.on DESC, l.id DESC LIMIT 1 })
} AS engagement`;

/** Ids of the engagements of a candidate's person, over all candidates that are the same scientist, latest first. $keys. Index: candidate_id. */
export const ENGAGEMENT_IDS_OF_PEOPLE = /* cypher */ `
UNWIND $keys AS key
MATCH (c:Candidate {id: key})
OPTIONAL MATCH (c)-[:IDENTIFIED_AS]->(:Scientist)<-[:IDENTIFIED_AS]-(same:Candidate)
WITH key, c, collect(same) + c AS people
UNWIND people AS person
OPTIONAL MATCH (person)<-[:ENGAGES]-(e:Engagement)
WITH DISTINCT key, e ORDER BY e.openedOn DESC, e.id DESC
RETURN key, collect(e.id) AS ids`;

/** Ids of the engagements of scientists, open ones first, then the latest. $keys. Index: scientist_id. */
export const ENGAGEMENT_IDS_OF_SCIENTISTS = /* cypher */ `
UNWIND $keys AS key
MATCH (s:Scientist {id: key})
RETURN key, COLLECT {
  MATCH (s)<-[:IDENTIFIED_AS]-(:Candidate)<-[:ENGAGES]-(e:Engagement)
  RETURN e.id ORDER BY e.status = 'OPEN' DESC, e.status = 'PAUSED' DESC, e.openedOn DESC, e.id DESC } AS ids`;

/** Engagements of some candidates that are open or paused, with what they are for. $ids. Index: candidate_id. */
export const RUNNING_ENGAGEMENTS = /* cypher */ `
MATCH (c:Candidate)<-[:ENGAGES]-(e:Engagement)
USING INDEX c:Candidate(id)
WHERE c.id IN $ids AND e.status IN ['OPEN', 'PAUSED']
OPTIONAL MATCH (e)-[:ENGAGED_FOR]->(g:Programme)
RETURN e.id AS engagementId, e.stage AS stage, e.desk AS desk, e.stageSince AS stageSince, e.status AS status, g.id AS programmeId
ORDER BY e.id`;

/** Opens an engagement. $candidateId, $properties. Index: candidate_id. */
export const CREATE_ENGAGEMENT = /* cypher */ `
MATCH (c:Candidate {id: $candidateId})
CREATE (e:Engagement)-[:ENGAGES]->(c)
SET e = $properties`;

/** Says what an engagement is for; nothing when $programmeId is null. $id, $programmeId. Indexes: engagement_id. */
export const SET_ENGAGED_FOR = /* cypher */ `
MATCH (e:Engagement {id: $id})
OPTIONAL MATCH (e)-[old:ENGAGED_FOR]->(:Programme)
DELETE old
WITH DISTINCT e
MATCH (g:Programme {id: $programmeId})
CREATE (e)-[:ENGAGED_FOR]->(g)`;

/** Says which referral an engagement came from. $id, $referralId. Indexes: engagement_id, referral_id. */
export const SET_CAME_FROM = /* cypher */ `
MATCH (e:Engagement {id: $id})
MATCH (r:Referral {id: $referralId})
CREATE (e)-[:CAME_FROM]->(r)`;

/** Whom a referral names, and whether an engagement came from it already. $id. Index: referral_id. */
export const REFERRED_CANDIDATE = /* cypher */ `
MATCH (r:Referral {id: $id})-[:NAMES]->(c:Candidate)
RETURN c.id AS candidateId, r.state AS state`;

/** Whose referrals name some candidates. $ids. Index: candidate_id. */
export const REFERRERS_OF = /* cypher */ `
MATCH (c:Candidate) WHERE c.id IN $ids
MATCH (c)<-[:NAMES]-(r:Referral)
RETURN DISTINCT r.referrerId AS id`;

/** Changes an engagement and counts the change. $id, $changes (null removes). Index: engagement_id. */
export const CHANGE_ENGAGEMENT = /* cypher */ `
MATCH (e:Engagement {id: $id})
SET e += $changes, e.version = e.version + 1`;

/** Adds a move to the history. $id (of the engagement), $move (properties). Index: engagement_id. */
export const CREATE_MOVE = /* cypher */ `
MATCH (e:Engagement {id: $id})
CREATE (m:EngagementMove)-[:MOVE_OF]->(e)
SET m = $move`;

/** Histories of engagements, latest move first. $keys. Index: engagement_id. */
export const MOVES_OF = /* cypher */ `
UNWIND $keys AS key
MATCH (e:Engagement {id: key})<-[:MOVE_OF]-(m:EngagementMove)
WITH key, m ORDER BY coalesce(m.version, 0) DESC, m.at DESC, m.id DESC
WITH key, collect(m) AS moves
RETURN key, [m IN moves | m {.id, .fromStage, .toStage, .fromStatus, .toStatus, .at, .byId, .byName, .reason, .takesBack,
  engagementId: key, takenBack: m.id IN [other IN moves | coalesce(other.takesBack, '')]}] AS items`;

/** A move with where it came from and what it made. $id. Index: engagement_move_id. */
export const MOVE_TO_UNDO = /* cypher */ `
MATCH (m:EngagementMove {id: $id})-[:MOVE_OF]->(e:Engagement)
RETURN e.id AS engagementId, m {.id, .fromStage, .toStage, .fromStatus, .toStatus, .at, .byId, .takesBack, .version, .sinceBefore,
  .enteredBefore, .closedBefore} AS move`;

/** Accounts that can own an engagement, by name. $demo: those of the trial desk, too. Scans: accounts are few. */
export const OFFICERS = /* cypher */ `
MATCH (a:Account) WHERE a.role = 'OFFICER' AND NOT a.disabled AND (NOT a.demo OR $demo)
RETURN a.id AS id, a.displayName AS name ORDER BY a.displayName, a.id`;

/** An account that can own an engagement. $id. Index: account_id. */
export const OFFICER_OF_ID = /* cypher */ `
MATCH (a:Account {id: $id}) WHERE a.role = 'OFFICER' AND NOT a.disabled
RETURN a.id AS id, a.displayName AS name`;
