import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { readTransaction, type Transaction } from "../../db/run.ts";
import type { Secret } from "../../shared/secret.ts";
import * as cypher from "./personal-record.cypher.ts";
import type { HeldThing, HeldWork } from "./privacy.types.ts";

const properties = z.record(z.string(), z.unknown());
const propertiesRow = z.object({ properties });
const relationshipRow = z.object({ type: z.string(), outgoing: z.boolean(), properties, label: z.string(), other: properties });

type Properties = z.infer<typeof properties>;

/** One relationship of a person, and what it leads to. Another person is named by id only. */
export interface HeldRelationship {
  readonly type: string;
  readonly outgoing: boolean;
  readonly properties: Properties;
  readonly label: string;
  readonly other: Properties;
}

/** Everything that is held on one person, as it lies in the graph; contact data in clear text. */
export interface PersonalRecord {
  readonly person: Properties;
  readonly relationships: readonly HeldRelationship[];
  /** Referrals, engagements and what hangs on them. */
  readonly work: readonly HeldThing[];
  readonly requests: readonly Properties[];
  readonly sources: readonly Properties[];
}

const STATUSES = ["OPEN", "COMPLETED", "DECLINED"];
/** Of another person no more than whom it is about; of accounts and of the store's own marks nothing. */
const OF_OTHERS = new Set(["Scientist", "Account"]);
const INTERNAL = new Set("seedHash origin sealed byId byName askingKey askedById askedBy answeredBy".split(" "));

function shown(all: Properties): Properties {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !INTERNAL.has(name)));
}

function readable(secret: Secret, label: string, other: Properties): Properties {
  if (OF_OTHERS.has(label)) return { id: other.id };
  if (label === "ContactPoint" && typeof other.sealed === "string") return { ...shown(other), value: secret.open("contact", other.sealed) };
  return shown(other);
}

function sourceIds(relationships: readonly HeldRelationship[]): string[] {
  const ids = relationships.flatMap(({ properties, other }) => [properties.sourceId, other.sourceId]);
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}

async function relationshipsOf(transaction: Transaction, secret: Secret, id: string): Promise<HeldRelationship[]> {
  const found = decodeRows(relationshipRow, await transaction.run(cypher.PERSON_RELATIONSHIPS, { id }));
  return found.map((row) => ({ ...row, properties: shown(row.properties), other: readable(secret, row.label, row.other) }));
}

/**
 * Everything held on one person (个人信息保护法 art. 45), read in one transaction: a scientist, or a candidate who is nobody on the map; null
 * when there is no such person. A candidate who is identified is answered as the scientist.
 */
export function readPersonalRecord(
  { driver, database }: Database,
  secret: Secret,
  work: HeldWork,
  id: string,
): Promise<PersonalRecord | null> {
  return readTransaction(driver, database, async (transaction) => {
    const { scientistId, candidateId } = await work.subjectOf(transaction, id);
    const statement = scientistId === null ? cypher.CANDIDATE_PROPERTIES : cypher.PERSON_PROPERTIES;
    const [person] = decodeRows(propertiesRow, await transaction.run(statement, { id: scientistId ?? id }));
    if (person === undefined) return null;
    const relationships = scientistId === null ? [] : await relationshipsOf(transaction, secret, scientistId);
    const own = candidateId === null ? [] : [candidateId];
    const candidateIds = scientistId === null ? own : await work.candidatesOf(transaction, scientistId);
    const ids = [...new Set([id, ...(scientistId === null ? [] : [scientistId]), ...candidateIds])];
    const requests = decodeRows(propertiesRow, await transaction.run(cypher.PERSON_REQUESTS, { ids, statuses: STATUSES }));
    const sources = decodeRows(propertiesRow, await transaction.run(cypher.PERSON_SOURCES, { ids: sourceIds(relationships) }));
    const held = await work.heldOn(transaction, candidateIds);
    return {
      person: shown(person.properties),
      relationships,
      work: held.map(({ label, properties }) => ({ label, properties: shown(properties) })),
      requests: requests.map((row) => row.properties),
      sources: sources.map((row) => shown(row.properties)),
    };
  });
}
