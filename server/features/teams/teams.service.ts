import { createHash } from "node:crypto";
import { z } from "zod";
import { recordChange } from "../../db/changes.ts";
import { type Database, decodeRows, type Row } from "../../db/records.ts";
import { read, type Transaction, writeTransaction } from "../../db/run.ts";
import type { SaveTeamInput, TeamMemberInput } from "../../graphql/generated.ts";
import { chinaDayOf, isDay } from "../../shared/dates.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import { newId, seedId } from "../../shared/ids.ts";
import type { Refusal } from "../../shared/refusals.ts";
import type { AuditActor, AuditDetail, AuditTrail, RequestOrigin } from "../audit/index.ts";
import { type Pair, suggestGroups } from "./suggest.ts";
import { TEAM_REFUSALS } from "./team-refusals.ts";
import * as cypher from "./teams.cypher.ts";
import type { InstituteModel, SuggestionModel, TeamModel } from "./teams.types.ts";

/** What the room is made with. */
export interface TeamsOptions extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
}

/** Who writes, and from where. */
export interface TeamWriter {
  readonly actor: AuditActor;
  readonly origin: RequestOrigin;
}

/** What came of a write. */
export type TeamWritten =
  | { readonly kind: "DONE"; readonly team: TeamModel }
  | { readonly kind: "REMOVED"; readonly id: string }
  | { readonly kind: "CONFLICT"; readonly team: TeamModel }
  | { readonly kind: "REFUSED"; readonly refusal: Refusal };

/** Teams of people, and what they need in order to move. */
export interface TeamsService {
  list(): Promise<TeamModel[]>;
  team(id: string): Promise<TeamModel | null>;
  save(by: TeamWriter, input: SaveTeamInput): Promise<TeamWritten>;
  remove(by: TeamWriter, id: string, version: number): Promise<TeamWritten>;
  assign(by: TeamWriter, needId: string, institution: string | null): Promise<TeamWritten>;
  fields(team: TeamModel): Promise<{ readonly id: string; readonly count: number }[]>;
  institutes(team: TeamModel): Promise<InstituteModel[]>;
  /** @throws InvalidInputError when more is asked for than the contract allows */
  suggestions(asked: { readonly minWorks: number; readonly since: number | null; readonly first: number }): Promise<SuggestionModel[]>;
}

const MOST_TEAMS = 500;
const MOST_PAIRS = 20_000;
const MOST_MEMBERS = 100;
const MOST_NEEDS = 30;
const FIELDS_SHOWN = 6;
const FIELDS_OF_INSTITUTES = 12;
const INSTITUTES_SHOWN = 8;
const LENGTHS = { name: [2, 100], purpose: [0, 1_000], role: [0, 60], stated: [2, 300], need: [2, 500] } as const;
const SUGGEST = { leastWorks: 2, mostWorks: 100, most: 50, timeoutMs: 20_000 };
/** 重庆 and 四川, by the first two digits of their codes. */
const NEAR = ["50", "51"];
const KEY = /^[\w-]{8,64}$/;
const PARTIAL = /^\d{4}(-\d{2}){0,2}$/;
const OFFICE = { key: "office-teams", title: "本办团队登记", publisher: "本办" };
const OFFICE_ID = seedId("Source", OFFICE.key);
/** What somebody of the office says of a team, as far as nobody else confirms it. */
const CONFIDENCE = 0.8;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const person = z.object({ id: z.string(), name: z.string(), isScientist: z.boolean() });
const member = person
  .extend({
    order: z.number(),
    role: text,
    from: text,
    to: text,
    stated: z
      .string()
      .nullish()
      .transform((value) => value ?? ""),
    verifiedBy: text,
    verifiedOn: text,
  })
  .transform(({ id, name, isScientist, ...rest }) => ({ person: { id, name, isScientist }, ...rest }));
const need = z.object({
  id: z.string(),
  kind: z.enum(["EQUIPMENT", "STUDENTS", "FUNDING", "PARTNERS", "DATA"]),
  description: z.string(),
  order: z.number(),
  institutionId: text,
  assignedBy: text,
  assignedAt: text,
});
const teamRow = z.object({
  key: z.string(),
  team: z.object({
    id: z.string(),
    name: z.string(),
    proposed: z.boolean(),
    purpose: text,
    version: z.number(),
    createdBy: text.transform((value) => value ?? "—"),
    createdAt: text.transform((value) => value ?? ""),
    changedAt: text.transform((value) => value ?? ""),
    demo: z.boolean(),
  }),
  members: z.array(member).transform((list) => list.sort((left, right) => left.order - right.order || byId(left.person, right.person))),
  needs: z.array(need).transform((list) => list.sort((left, right) => left.order - right.order || byId(left, right))),
});
function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id < right.id ? -1 : 1;
}
const idRow = z.object({ id: z.string() });
const keyRow = z.object({ key: z.string() });
const countRow = z.object({ id: z.string(), count: z.number() });
const instituteRow = z.object({ id: z.string(), people: z.number() });
const namedRow = person.extend({ key: z.string() });
const pairRow: z.ZodType<Pair> = z.object({
  source: z.string(),
  target: z.string(),
  works: z.number(),
  firstYear: z.number().nullable(),
  lastYear: z.number().nullable(),
});

function isLong(value: string | null | undefined, [least, most]: readonly [number, number]): boolean {
  const { length } = (value ?? "").trim();
  return length >= least && length <= most;
}

function isPartial(date: string | null | undefined): boolean {
  if (date === null || date === undefined || date === "") return true;
  return PARTIAL.test(date) && isDay(`${date}-01-01`.slice(0, 10));
}

function wrongMember({ role, from, to, stated }: TeamMemberInput): Refusal | null {
  if (!isLong(role, LENGTHS.role)) return TEAM_REFUSALS.role;
  if (!isLong(stated, LENGTHS.stated)) return TEAM_REFUSALS.stated;
  const inOrder =
    !from || !to || from.slice(0, 4) < to.slice(0, 4) || (from.slice(0, 4) === to.slice(0, 4) && (from <= to || to.length < from.length));
  return isPartial(from) && isPartial(to) && inOrder ? null : TEAM_REFUSALS.dates;
}

function wrong({ id, key, name, purpose, members, needs }: SaveTeamInput): Refusal | null {
  if (!id && !KEY.test(key ?? "")) return TEAM_REFUSALS.key;
  if (!isLong(name, LENGTHS.name)) return TEAM_REFUSALS.name;
  if (!isLong(purpose, LENGTHS.purpose)) return TEAM_REFUSALS.purpose;
  const people = new Set(members.map((each) => each.person));
  if (members.length === 0 || members.length > MOST_MEMBERS || people.size < members.length) return TEAM_REFUSALS.members;
  if (needs.length > MOST_NEEDS || needs.some(({ description }) => !isLong(description, LENGTHS.need))) return TEAM_REFUSALS.needs;
  return members.map(wrongMember).find((refusal) => refusal !== null) ?? null;
}

/** The team of one account's key: the same key leads to the same team, however often it is sent. */
function teamIdOf(accountId: string, key: string): string {
  return createHash("sha256").update(`${accountId}\nteam\n${key}`).digest("hex").slice(0, 26).toUpperCase();
}

async function teamIn(run: (statement: string, parameters: Row) => Promise<Row[]>, id: string): Promise<TeamModel | null> {
  const [row] = decodeRows(teamRow, await run(cypher.TEAMS_BY_ID, { keys: [id] }));
  return row === undefined ? null : { ...row.team, members: row.members, needs: row.needs };
}

/** A team as the trail tells it: ids and counts, no names of people. */
function particulars({ name, proposed, version, members, needs }: TeamModel): AuditDetail {
  return { name, proposed, version, members: members.map((each) => each.person.id), needs: needs.length };
}

class GraphTeams implements TeamsService {
  private readonly options: TeamsOptions;

  constructor(options: TeamsOptions) {
    this.options = options;
  }

  async list(): Promise<TeamModel[]> {
    const ids = await this.rows(idRow, cypher.TEAM_IDS, { limit: MOST_TEAMS });
    const found = await this.rows(teamRow, cypher.TEAMS_BY_ID, { keys: ids.map(({ id }) => id) });
    return found.map(({ team, members, needs }) => ({ ...team, members, needs }));
  }

  team(id: string): Promise<TeamModel | null> {
    return teamIn((statement, parameters) => read(this.options.driver, this.options.database, statement, parameters), id);
  }

  async save(by: TeamWriter, input: SaveTeamInput): Promise<TeamWritten> {
    const refusal = wrong(input);
    if (refusal !== null) return { kind: "REFUSED", refusal };
    const id = input.id ?? teamIdOf(by.actor.id, input.key ?? "");
    return this.writing(
      input.members.map((each) => each.person),
      async (transaction) => {
        const before = await this.inside(transaction, id);
        if (input.id && before === null) return { kind: "REFUSED", refusal: TEAM_REFUSALS.noSuchTeam };
        // A key that was used before has made the team already.
        if (!input.id && before !== null) return { kind: "DONE", team: before };
        if (before !== null && before.version !== input.version) return { kind: "CONFLICT", team: before };
        const there = new Set(
          decodeRows(keyRow, await transaction.run(cypher.PEOPLE_THERE, { keys: input.members.map((each) => each.person) })).map(
            ({ key }) => key,
          ),
        );
        if (there.size < input.members.length) return { kind: "REFUSED", refusal: TEAM_REFUSALS.gone };
        await this.write(transaction, id, { by, input, before });
        return await this.done(transaction, by, id, before);
      },
    );
  }

  remove(by: TeamWriter, id: string, version: number): Promise<TeamWritten> {
    return this.writing([], async (transaction) => {
      const before = await this.inside(transaction, id);
      if (before === null) return { kind: "REFUSED", refusal: TEAM_REFUSALS.noSuchTeam };
      if (before.version !== version) return { kind: "CONFLICT", team: before };
      await transaction.run(cypher.REMOVE_TEAM, { id });
      await this.record(transaction, by, before, { what: "REMOVED", before: particulars(before) });
      return { kind: "REMOVED", id };
    });
  }

  assign(by: TeamWriter, needId: string, institution: string | null): Promise<TeamWritten> {
    return this.writing([], async (transaction) => {
      const [found] = decodeRows(idRow, await transaction.run(cypher.TEAM_OF_NEED, { id: needId }));
      if (found === undefined) return { kind: "REFUSED", refusal: TEAM_REFUSALS.noSuchNeed };
      await transaction.run(cypher.FREE_NEED, { id: needId });
      if (institution !== null) {
        const given = { id: needId, institution, by: by.actor.name, byId: by.actor.id, at: this.options.clock().toISOString() };
        if ((await transaction.run(cypher.COVER_NEED, given)).length === 0) throw new NoSuchInstitution();
      }
      const team = await this.inside(transaction, found.id);
      if (team === null) return { kind: "REFUSED", refusal: TEAM_REFUSALS.noSuchTeam };
      await this.record(transaction, by, team, { what: "ASSIGNED", need: needId, institution });
      return { kind: "DONE", team };
    }).catch((error: unknown) => {
      // Thrown so that the old assignment stays.
      if (error instanceof NoSuchInstitution) return { kind: "REFUSED", refusal: TEAM_REFUSALS.noSuchInstitution };
      throw error;
    });
  }

  fields(team: TeamModel): Promise<{ id: string; count: number }[]> {
    return this.rows(countRow, cypher.FIELDS_OF_PEOPLE, { keys: scientistsOf(team), most: FIELDS_SHOWN });
  }

  async institutes(team: TeamModel): Promise<InstituteModel[]> {
    const keys = scientistsOf(team);
    const fields = (await this.rows(countRow, cypher.FIELDS_OF_PEOPLE, { keys, most: FIELDS_OF_INSTITUTES })).map(({ id }) => id);
    if (fields.length === 0) return [];
    return this.rows(instituteRow, cypher.INSTITUTES_NEAR, { fields, keys, codes: NEAR, most: INSTITUTES_SHOWN });
  }

  async suggestions({ minWorks, since, first }: Parameters<TeamsService["suggestions"]>[0]): Promise<SuggestionModel[]> {
    const { leastWorks, mostWorks, most, timeoutMs } = SUGGEST;
    const year = this.options.clock().getUTCFullYear();
    const inBounds = minWorks >= leastWorks && minWorks <= mostWorks && first >= 1 && first <= most && (since === null || since <= year);
    if (!inBounds) throw new InvalidInputError(TEAM_REFUSALS.suggestions.zh, TEAM_REFUSALS.suggestions.en);
    const pairs = await this.rows(pairRow, cypher.REPEATED_PAIRS, { minWorks, since, most: MOST_PAIRS }, timeoutMs);
    const known = (await this.list()).map(({ members }) => new Set(members.map((each) => each.person.id)));
    const groups = suggestGroups(pairs, known, first);
    const named = await this.rows(namedRow, cypher.PEOPLE_NAMED, { keys: groups.flatMap(({ people }) => people) });
    const byKey = new Map(named.map(({ key, ...rest }) => [key, rest]));
    return groups.map(({ people, leastWorks: least, firstYear, lastYear }) => ({
      people: people.flatMap((id) => byKey.get(id) ?? []),
      leastWorks: least,
      firstYear,
      lastYear,
    }));
  }

  private async rows<T>(shape: z.ZodType<T>, statement: string, parameters: Row, timeoutMs = 10_000): Promise<T[]> {
    return decodeRows(shape, await read(this.options.driver, this.options.database, statement, parameters, { timeoutMs }));
  }

  private inside(transaction: Transaction, id: string): Promise<TeamModel | null> {
    return teamIn((statement, parameters) => transaction.run(statement, parameters), id);
  }

  /** Numbers the transaction first: writers wait there for each other, so that what is checked still holds when it is written. */
  private writing(scientistIds: readonly string[], work: (transaction: Transaction) => Promise<TeamWritten>): Promise<TeamWritten> {
    const { driver, database } = this.options;
    return writeTransaction(driver, database, async (transaction) => {
      await recordChange(transaction, { kind: "SCIENTISTS", scientistIds });
      return await work(transaction);
    });
  }

  private async write(
    transaction: Transaction,
    id: string,
    { by, input, before }: { by: TeamWriter; input: SaveTeamInput; before: TeamModel | null },
  ): Promise<void> {
    const now = this.options.clock();
    const [at, today] = [now.toISOString(), chinaDayOf(now)];
    const made = before === null ? { createdAt: at, createdById: by.actor.id, createdBy: by.actor.name, demo: by.actor.demo } : {};
    const properties = {
      ...{ name: input.name.trim(), proposed: input.proposed, purpose: input.purpose?.trim() || null },
      ...{ version: (before?.version ?? 0) + 1, changedAt: at, ...made },
    };
    await transaction.run(cypher.WRITE_OFFICE_SOURCE, { id: OFFICE_ID, ...OFFICE });
    await transaction.run(cypher.WRITE_TEAM, { id, properties });
    const known = new Map(before?.members.map((each) => [each.person.id, each]));
    const rows = input.members.map((each, order) => {
      const given = { role: each.role?.trim() || null, from: each.from || null, to: each.to || null, stated: each.stated.trim() };
      const old = known.get(each.person);
      const same = old !== undefined && (["role", "from", "to", "stated"] as const).every((name) => old[name] === given[name]);
      // Who left a membership as it was has not confirmed it anew.
      const confirmed = { verifiedBy: same ? old.verifiedBy : by.actor.name, verifiedOn: same ? old.verifiedOn : today };
      const whole = { order, ...given, ...confirmed, retrievedOn: today, sourceId: OFFICE_ID, confidence: CONFIDENCE, origin: "person" };
      return { key: each.person, whole, changes: same ? { order } : whole };
    });
    await transaction.run(cypher.DROP_MEMBERS, { id, keys: rows.map(({ key }) => key) });
    await transaction.run(cypher.WRITE_MEMBERS, { id, rows });
    const own = new Set(before?.needs.map((each) => each.id));
    const needs = input.needs.map((each, order) => ({
      id: each.id && own.has(each.id) ? each.id : newId(now.getTime()),
      properties: { kind: each.kind, description: each.description.trim(), order },
    }));
    await transaction.run(cypher.DROP_NEEDS, { id, keys: needs.map((each) => each.id) });
    await transaction.run(cypher.WRITE_NEEDS, { id, rows: needs });
  }

  private async done(transaction: Transaction, by: TeamWriter, id: string, before: TeamModel | null): Promise<TeamWritten> {
    const team = await this.inside(transaction, id);
    if (team === null) return { kind: "REFUSED", refusal: TEAM_REFUSALS.noSuchTeam };
    const detail = {
      what: before === null ? "CREATED" : "CHANGED",
      before: before === null ? null : particulars(before),
      after: particulars(team),
    };
    await this.record(transaction, by, team, detail);
    return { kind: "DONE", team };
  }

  private record(transaction: Transaction, by: TeamWriter, { id }: TeamModel, detail: AuditDetail): Promise<void> {
    return this.options.audit.appendIn(transaction, { ...by, action: "TEAM", subjectIds: [id], detail, result: "OK" });
  }
}

/** The institute that is to cover a need is not there. */
class NoSuchInstitution extends InvalidInputError {
  constructor() {
    super(TEAM_REFUSALS.noSuchInstitution.zh, TEAM_REFUSALS.noSuchInstitution.en);
  }
}

function scientistsOf({ members }: TeamModel): string[] {
  return members.flatMap(({ person: { id, isScientist } }) => (isScientist ? [id] : []));
}

/** The room on one database. */
export function createTeamsService(options: TeamsOptions): TeamsService {
  return new GraphTeams(options);
}
