import DataLoader from "dataloader";
import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, readBatch, readTransaction, type Transaction } from "../../db/run.ts";
import { workTransaction } from "../../db/work-changes.ts";
import type { Attachment, AuditAction } from "../../graphql/generated.ts";
import { chinaDayOf } from "../../shared/dates.ts";
import { AppError, InvalidInputError } from "../../shared/errors.ts";
import { newId } from "../../shared/ids.ts";
import type { Secret } from "../../shared/secret.ts";
import type { AuditDetail, AuditEvent, AuditTrail } from "../audit/audit.types.ts";
import { rightsOf } from "../rights/index.ts";
import { checkFile } from "./attachment-file.ts";
import * as cypher from "./attachments.cypher.ts";
import { isEnded } from "./referral-work.ts";
import { findReferral } from "./referrals.repository.ts";
import type { ReferralModel, Writer } from "./referrals.types.ts";

/** Bytes of one file. */
export const ATTACHMENT_MAX_BYTES = 5 * 1024 * 1024;
/** Files of one referral. */
export const ATTACHMENTS_MAX = 3;

/** What attachments are made with. */
export interface AttachmentsOptions extends Database {
  readonly secret: Secret;
  readonly audit: AuditTrail;
  readonly clock: () => Date;
}

/** Files of referrals: sealed in the graph, opened by those who may see the referral, each opening on record. */
export interface Attachments {
  /** Files of referrals, oldest first, for one request. */
  createLoader(): DataLoader<string, Attachment[]>;
  /** @throws AppError when the referral is not the asker's to see, or the file may not be attached */
  add(referralId: string, file: { readonly name: string; readonly bytes: Buffer }, by: Writer): Promise<Attachment>;
  /** @throws AppError `NOT_FOUND` also when it is another's */
  open(id: string, by: Writer): Promise<{ readonly attachment: Attachment; readonly bytes: Buffer }>;
  /** @throws AppError when it is not the own file of a referral that nobody has taken up */
  remove(id: string, by: Writer): Promise<void>;
}

const attachment = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() });
const itemsRow = z.object({ key: z.string(), items: z.array(attachment) });
const foundRow = z.object({ attachment, referralId: z.string() });
const sealedRow = z.object({ sealed: z.string() });

function noSuchReferral(): AppError {
  return new AppError("NOT_FOUND", "没有这条引荐，可能已被删除。", "There is no such referral; it may have been removed.");
}

function noSuchAttachment(): AppError {
  return new AppError("NOT_FOUND", "没有这个附件，可能已被删除。", "There is no such file; it may have been removed.");
}

function maySee({ referrerId }: ReferralModel, { actor }: Writer): boolean {
  return referrerId === actor.id || rightsOf(actor.role).may("Query.referrals");
}

function eventOf(by: Writer, action: AuditAction, referral: ReferralModel, detail: AuditDetail): AuditEvent {
  return { ...by, action, subjectIds: [referral.id, referral.candidateId], detail, result: "OK" };
}

/** Particulars for the trail: a file's name may name somebody. */
function particulars({ id, mediaType, size }: Attachment): AuditDetail {
  return { attachment: id, mediaType, size };
}

/** Attachments on one database. */
export function createAttachments({ driver, database, secret, audit, clock }: AttachmentsOptions): Attachments {
  const at = { driver, database };

  async function find(transaction: Transaction, id: string, by: Writer) {
    const [found] = decodeRows(foundRow, await transaction.run(cypher.ATTACHMENT_BY_ID, { id }));
    const referral = found === undefined ? null : await findReferral(transaction, found.referralId, chinaDayOf(clock()));
    if (found === undefined || referral === null || !maySee(referral, by)) throw noSuchAttachment();
    return { attachment: found.attachment, referral };
  }

  return {
    createLoader: () =>
      new DataLoader<string, Attachment[]>(async (ids) =>
        (await readBatch(driver, database, cypher.ATTACHMENTS_OF, ids, itemsRow)).map((row) => row?.items ?? []),
      ),

    async add(referralId, { name, bytes }, by) {
      const checked = checkFile(name, bytes);
      if (checked === null) {
        throw new InvalidInputError(
          "只能添加 JPEG、PNG、WebP 图片或 PDF 文件，请换一个文件。",
          "Only JPEG, PNG and WebP pictures and PDF files may be added; choose another file.",
        );
      }
      const added: Attachment = { id: newId(clock().getTime()), ...checked, size: bytes.length };
      const sealed = secret.seal("attachment", bytes.toString("base64"));
      return workTransaction(at, async (transaction) => {
        const referral = await findReferral(transaction, referralId, chinaDayOf(clock()));
        if (referral === null || !maySee(referral, by)) throw noSuchReferral();
        if (isEnded(referral)) {
          throw new InvalidInputError("这条引荐已经结束，不能再添加附件。", "This referral has ended; no file can be added.");
        }
        const [held] = decodeRows(itemsRow, await transaction.run(cypher.ATTACHMENTS_OF, { keys: [referralId] }));
        if ((held?.items.length ?? 0) >= ATTACHMENTS_MAX) {
          throw new AppError(
            "ATTACHMENTS_FULL",
            `每条引荐最多 ${ATTACHMENTS_MAX} 个附件，请先删除一个。`,
            `A referral may have ${ATTACHMENTS_MAX} files; remove one first.`,
          );
        }
        await transaction.run(cypher.CREATE_ATTACHMENT, { referralId, properties: { ...added, sealed, addedAt: clock().toISOString() } });
        transaction.touchReferrer(referral.referrerId);
        await audit.appendIn(transaction, eventOf(by, "REFERRAL", referral, { what: "ATTACH", before: null, after: particulars(added) }));
        return added;
      });
    },

    async open(id, by) {
      const found = await readTransaction(driver, database, (transaction) => find(transaction, id, by)).catch(async (error: unknown) => {
        await audit.append({ ...by, action: "DOSSIER", subjectIds: [], detail: { what: "attachment", notFound: [id] }, result: "REFUSED" });
        throw error;
      });
      const [row] = decodeRows(sealedRow, await read(driver, database, cypher.ATTACHMENT_CONTENT, { id }));
      if (row === undefined) throw noSuchAttachment();
      await audit.append(eventOf(by, "DOSSIER", found.referral, particulars(found.attachment)));
      return { attachment: found.attachment, bytes: Buffer.from(secret.open("attachment", row.sealed), "base64") };
    },

    async remove(id, by) {
      await workTransaction(at, async (transaction) => {
        const found = await find(transaction, id, by);
        if (found.referral.referrerId !== by.actor.id || found.referral.status !== "CLAIMED") {
          throw new AppError(
            "FORBIDDEN",
            "只有引荐人在引荐尚未受理时可以删除附件。",
            "Only who made the referral may remove a file, and only until the office takes it up.",
          );
        }
        await transaction.run(cypher.DELETE_ATTACHMENT, { id });
        transaction.touchReferrer(found.referral.referrerId);
        const detail = { what: "DETACH", before: particulars(found.attachment), after: null };
        await audit.appendIn(transaction, eventOf(by, "REFERRAL", found.referral, detail));
      });
    },
  };
}
