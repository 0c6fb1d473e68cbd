import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, type Transaction } from "../../db/run.ts";
import type { IntroductionZoneInput } from "../../graphql/generated.ts";
import { type Outcome, refuse } from "../../shared/refusals.ts";
import type { AuditTrail } from "../audit/audit.types.ts";
import type { OurAccountModel, Writer, ZoneModel } from "./introductions.types.ts";
import { INTRODUCTION_REFUSALS } from "./introductions-refusals.ts";
import { writing } from "./introductions-room.ts";
import * as cypher from "./our-people.cypher.ts";

const text = z.string().nullable();
const accountRow = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(["OFFICER", "AMBASSADOR"]),
  demo: z.boolean(),
  scientistId: text,
  confirmedBy: text,
  confirmedAt: text,
});
const scientistRow = z.object({ id: z.string(), accountId: text });
const zoneRow = z.object({
  zone: z.object({
    version: z.number(),
    placeIds: z.array(z.string()),
    institutionIds: z.array(z.string()),
    changedBy: text,
    changedAt: text,
  }),
});
const knownRow = z.object({ placeIds: z.array(z.string()), institutionIds: z.array(z.string()) });

const MOST = { places: 100, institutions: 500 };
const UNSAID: ZoneModel = { version: 0, placeIds: [], institutionIds: [], changedBy: null, changedAt: null };

/** Who counts as our people, besides those named in a search. */
export interface OurPeopleKeeper {
  accounts(demo: boolean): Promise<OurAccountModel[]>;
  /** Links an account with the scientist it is of, or with null unlinks it. */
  link(accountId: string, scientistId: string | null, by: Writer): Promise<Outcome<OurAccountModel>>;
  /** What the zone is; version 0 while nobody has said. */
  zone(): Promise<ZoneModel>;
  setZone(input: IntroductionZoneInput, by: Writer): Promise<Outcome<ZoneModel>>;
}

function zoneOf(rows: Parameters<typeof decodeRows>[1]): ZoneModel {
  return decodeRows(zoneRow, rows)[0]?.zone ?? UNSAID;
}

function zoneDetail({ version, placeIds, institutionIds }: ZoneModel) {
  return { version, places: placeIds, institutions: institutionIds };
}

/** What the zone is, while nobody has said it version 0. */
export async function readZone({ driver, database }: Database): Promise<ZoneModel> {
  return zoneOf(await read(driver, database, cypher.ZONE));
}

/** Our people on one database. */
export function createOurPeople({
  audit,
  clock,
  ...at
}: Database & { readonly audit: AuditTrail; readonly clock: () => Date }): OurPeopleKeeper {
  const database = { driver: at.driver, database: at.database };
  const accountIn = async (transaction: Transaction, id: string): Promise<OurAccountModel | undefined> =>
    decodeRows(accountRow, await transaction.run(cypher.OUR_ACCOUNT, { id }))[0];
  return {
    accounts: async (demo) => decodeRows(accountRow, await read(at.driver, at.database, cypher.OUR_ACCOUNTS, { demo })),

    link: (accountId, scientistId, by) =>
      writing(database, async (transaction) => {
        const before = await accountIn(transaction, accountId);
        if (before === undefined) return refuse(INTRODUCTION_REFUSALS.noSuchAccount);
        if (by.actor.id === accountId) return refuse(INTRODUCTION_REFUSALS.ownAccount);
        if (by.actor.demo && !before.demo) return refuse(INTRODUCTION_REFUSALS.trialAccount);
        if (scientistId === before.scientistId) return { done: before };
        if (scientistId !== null) {
          const [scientist] = decodeRows(scientistRow, await transaction.run(cypher.SCIENTIST_TO_LINK, { id: scientistId }));
          if (scientist === undefined) return refuse(INTRODUCTION_REFUSALS.noSuchScientist);
          if (scientist.accountId !== null) return refuse(INTRODUCTION_REFUSALS.linkedElsewhere);
        }
        await transaction.run(cypher.UNLINK_ACCOUNT, { accountId });
        const link = { byId: by.actor.id, byName: by.actor.name, at: clock().toISOString() };
        if (scientistId !== null) await transaction.run(cypher.LINK_ACCOUNT, { accountId, scientistId, link });
        transaction.touchReferrer(accountId);
        const subjectIds = [accountId, before.scientistId, scientistId].filter((id) => id !== null);
        const detail = {
          what: "account of scientist",
          before: { scientist: before.scientistId },
          after: { scientist: scientistId },
        };
        await audit.appendIn(transaction, { ...by, action: "ACCOUNT", subjectIds, detail, result: "OK" });
        return { done: (await accountIn(transaction, accountId)) ?? before };
      }),

    zone: () => readZone(database),

    async setZone({ version, placeIds, institutionIds }, by) {
      if (placeIds.length > MOST.places || institutionIds.length > MOST.institutions) return refuse(INTRODUCTION_REFUSALS.zoneSize);
      return writing(database, async (transaction) => {
        const before = zoneOf(await transaction.run(cypher.ZONE));
        if (before.version !== version) return refuse(INTRODUCTION_REFUSALS.zoneChanged);
        const [known] = decodeRows(knownRow, await transaction.run(cypher.KNOWN_OF_ZONE, { placeIds, institutionIds }));
        const kept = { placeIds: [...new Set(known?.placeIds)], institutionIds: [...new Set(known?.institutionIds)] };
        const after: ZoneModel = { ...kept, version: version + 1, changedBy: by.actor.name, changedAt: clock().toISOString() };
        await transaction.run(cypher.CREATE_ZONE, { zone: { ...after, changedById: by.actor.id } });
        const detail = { what: "zone of our people", before: zoneDetail(before), after: zoneDetail(after) };
        await audit.appendIn(transaction, { ...by, action: "SETTINGS", subjectIds: [], detail, result: "OK" });
        return { done: after };
      });
    },
  };
}
