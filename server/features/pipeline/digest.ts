import { z } from "zod";
import { LeaseHeldError, withLease } from "../../db/lease.ts";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, write, writeTransaction } from "../../db/run.ts";
import type { ReminderKind } from "../../graphql/generated.ts";
import { chinaDayOf, chinaHourOf } from "../../shared/dates.ts";
import type { Log } from "../../shared/log.ts";
import { type Outcome, refuse } from "../../shared/refusals.ts";
import { ROLES } from "../../shared/roles.ts";
import type { Secret } from "../../shared/secret.ts";
import type { AuditTrail } from "../audit/audit.types.ts";
import type { Principal } from "../auth/index.ts";
import * as cypher from "./digest.cypher.ts";
import type { ReminderModel, Writer } from "./pipeline.types.ts";
import { PIPELINE_REFUSALS } from "./pipeline-refusals.ts";
import type { Reminders } from "./reminders.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** A mail to one person. */
export interface DigestMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The daily digest of what accounts are reminded of. */
export interface Digest {
  /** Address of an account; null for none. */
  addressOf(accountId: string): Promise<string | null>;
  setAddress(principal: Principal, email: string | null, by: Writer): Promise<Outcome<{ readonly email: string | null }>>;
  /**
   * Sends what is due: on a working day from eight o'clock in China on, once a day and account over all instances. What cannot be sent is
   * tried again at the next call.
   * @returns how many mails were sent
   */
  sendDue(send: (mail: DigestMail) => Promise<void>): Promise<number>;
}

/** What the digest is made with. */
export interface DigestOptions extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
  readonly secret: Secret;
  readonly log: Log;
  readonly calendar: WorkingCalendar;
  readonly reminders: Reminders;
  /** Origin under which people reach the product, for the link; null leaves it out. */
  readonly publicUrl: string | null;
}

const SEND_FROM_HOUR = 8;
const EMAIL = /^[^\s@<>,;:"]{1,64}@[^\s@.<>,;:"]+(\.[^\s@.<>,;:"]+)+$/u;
const EMAIL_MOST = 254;

const sealedRow = z.object({ sealed: z.string() });
const dueRow = sealedRow.extend({ id: z.string(), name: z.string(), role: z.enum(ROLES), demo: z.boolean() });

const KIND_NAMES: Readonly<Record<ReminderKind, readonly [zh: string, en: string]>> = {
  NEXT_STEP: ["下一步到期", "next steps due"],
  PROMISE: ["承诺到期", "promises due"],
  STUCK: ["接洽停滞", "engagements stuck"],
  CLAIM_LAPSING: ["锁定即将到期", "claims lapsing soon"],
  REFERRAL_ARRIVED: ["新到引荐", "new referrals"],
  INTRODUCTION_OFFERED: ["可安排的引见", "introductions offered"],
  LEGAL_REVIEW: ["待法务审核", "checks for the legal desk"],
  REFERRAL_MOVED: ["引荐有进展", "referrals that moved on"],
  CONTRIBUTION: ["贡献事项", "contributions"],
  INTRODUCTION_TASK: ["请您引荐", "introductions you are asked for"],
  INTRODUCTION_ANSWERED: ["引荐有答复", "introductions answered"],
};

/** A mail of counts and a link: a mailbox is outside the office, so nobody is named in it. */
export function digestMail(to: string, reminders: readonly ReminderModel[], publicUrl: string | null): DigestMail {
  const kinds = [...new Set(reminders.map((each) => each.kind))];
  const counts = kinds.map((kind) => [KIND_NAMES[kind], reminders.filter((each) => each.kind === kind).length] as const);
  const overdue = reminders.filter((each) => each.overdue).length;
  const lines = [
    `今天有 ${reminders.length} 条提醒，其中 ${overdue} 条已过期：`,
    ...counts.map(([[zh], count]) => `· ${zh}：${count}`),
    "",
    `${reminders.length} reminders today, ${overdue} of them overdue:`,
    ...counts.map(([[, en], count]) => `· ${en}: ${count}`),
    ...(publicUrl === null ? [] : ["", publicUrl]),
  ];
  return { to, subject: `人才地图：${reminders.length} 条提醒 · Talent map: ${reminders.length} reminders`, text: `${lines.join("\n")}\n` };
}

function principalOf({ id, name, role, demo }: z.infer<typeof dueRow>): Principal {
  return { id, name, role, demo, via: "SESSION", sessionId: null, arbitraryOperations: false };
}

/** The digest on one database. */
export function createDigest(options: DigestOptions): Digest {
  const { driver, database, audit, clock, secret, log, calendar, reminders, publicUrl } = options;
  const open = (sealed: string): string => secret.open("contact", sealed);

  async function sendOne(due: z.infer<typeof dueRow>, day: string, send: (mail: DigestMail) => Promise<void>): Promise<number> {
    const accountId = due.id;
    if ((await write(driver, database, cypher.TAKE_DIGEST, { accountId, day })).length === 0) return 0;
    try {
      const list = await reminders.of(principalOf(due), "zh");
      if (list.length === 0) return 0;
      await send(digestMail(open(due.sealed), list, publicUrl));
      return 1;
    } catch (error) {
      log.error({ err: error, accountId }, "digest not sent; it is tried again");
      await write(driver, database, cypher.GIVE_DIGEST_BACK, { accountId, day });
      return 0;
    }
  }

  return {
    async addressOf(accountId) {
      const [row] = decodeRows(sealedRow, await read(driver, database, cypher.DIGEST_ADDRESS, { accountId }));
      return row === undefined ? null : open(row.sealed);
    },

    async setAddress(principal, given, by) {
      if (principal.via !== "SESSION") return refuse(PIPELINE_REFUSALS.noAccount);
      const email = given?.normalize("NFKC").trim() || null;
      if (email !== null && (!EMAIL.test(email) || email.length > EMAIL_MOST)) return refuse(PIPELINE_REFUSALS.email);
      const accountId = principal.id;
      return writeTransaction(driver, database, async (transaction) => {
        const before = (await transaction.run(cypher.DIGEST_ADDRESS, { accountId })).length > 0;
        if (email === null) await transaction.run(cypher.DELETE_DIGEST_ADDRESS, { accountId });
        else await transaction.run(cypher.SET_DIGEST_ADDRESS, { accountId, sealed: secret.seal("contact", email) });
        const detail = { what: "digest address", before: { set: before }, after: { set: email !== null } };
        await audit.appendIn(transaction, { ...by, action: "SETTINGS", subjectIds: [accountId], detail, result: "OK" });
        return { done: { email } };
      });
    },

    async sendDue(send) {
      const now = clock();
      const day = chinaDayOf(now);
      if (chinaHourOf(now) < SEND_FROM_HOUR || !calendar.isWorkingDay(day)) return 0;
      const due = decodeRows(dueRow, await read(driver, database, cypher.DIGESTS_TO_SEND, { day }));
      if (due.length === 0) return 0;
      const sendAll = async (lost: AbortSignal): Promise<number> => {
        let sent = 0;
        for (const each of due) if (!lost.aborted) sent += await sendOne(each, day, send);
        return sent;
      };
      try {
        return await withLease(driver, database, "digest", sendAll, { waitMs: 0 });
      } catch (error) {
        // Another instance is at it.
        if (error instanceof LeaseHeldError) return 0;
        throw error;
      }
    },
  };
}
