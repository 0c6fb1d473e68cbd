import type { Referrals_OwnFragment, Referrals_SubmitMutation, SubmitReferralInput } from "../../gql/generated.ts";
import { isTransient, RequestError } from "../../lib/http.ts";
import { inputOf } from "./draft.ts";
import type { Entry, EntryFile } from "./entry.ts";

/** What the server answered, for as long as the page is open. It is not kept in the browser. */
export type Answer =
  | { readonly kind: "SAVED"; readonly referral: Referrals_OwnFragment; readonly refusedFiles: readonly RefusedFile[] }
  | {
      readonly kind: "IN_PROGRESS";
      readonly message: string;
      readonly stage: Label;
      readonly desk: Label;
      readonly referral: Referrals_OwnFragment;
      /** Whether the introduction typed beforehand was offered. */
      readonly offered: boolean;
      readonly refusedFiles: readonly RefusedFile[];
    }
  | { readonly kind: "REFUSED"; readonly field: string | null; readonly message: string };

/** A stage or a desk. */
export interface Label {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** A file that the server did not take; the referral itself was sent. */
export interface RefusedFile {
  readonly name: string;
  readonly error: RequestError;
}

/** What sending asks of the server. Each throws RequestError when there is no answer. */
export interface Post {
  submit(input: SubmitReferralInput): Promise<Referrals_SubmitMutation["submitReferral"]>;
  /** @returns whether the offer was taken */
  offer(referralId: string, note: string): Promise<boolean>;
  /** @throws RequestError also when the file is refused */
  upload(referralId: string, file: EntryFile): Promise<void>;
}

/**
 * Uploads what the referral does not have yet: after a lost answer the server may have a file already, which its size tells.
 * @param onSent told after each file, so that it need not be kept
 */
async function sendFiles(
  referral: Referrals_OwnFragment,
  files: readonly EntryFile[],
  post: Post,
  onSent: (file: EntryFile) => Promise<void>,
) {
  const there = referral.attachments.map(({ size }) => size);
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const at = there.indexOf(file.blob.size);
    if (at >= 0) there.splice(at, 1);
    else {
      try {
        await post.upload(referral.id, file);
      } catch (error) {
        if (!(error instanceof RequestError) || isTransient(error) || error.code === "UNAUTHENTICATED") throw error;
        refused.push({ name: file.name, error });
      }
    }
    await onSent(file);
  }
  return refused;
}

/**
 * Sends one finished entry with its files. Sending it again after an error is harmless: the key is the same.
 * @throws RequestError when there is no answer; the entry then waits
 */
export async function sendEntry(
  entry: Entry,
  scientistId: string | null,
  post: Post,
  onFileSent: (file: EntryFile) => Promise<void>,
): Promise<Answer> {
  const input = entry.key === null ? null : inputOf(entry.draft, entry.key, scientistId);
  if (input === null) throw new RequestError("INVALID_INPUT");
  const answer = await post.submit(input);
  if (answer.__typename === "InvalidInput") return { kind: "REFUSED", field: answer.field, message: answer.message };
  if (answer.__typename === "NotAllowed") return { kind: "REFUSED", field: null, message: answer.message };
  const referral = answer.__typename === "Referral" ? answer : answer.referral;
  const refusedFiles = await sendFiles(referral, entry.files, post, onFileSent);
  if (answer.__typename === "Referral") return { kind: "SAVED", referral, refusedFiles };
  const note = entry.draft.introduction.trim();
  const offered = referral.introductionOffer !== null || (note !== "" && (await post.offer(referral.id, note)));
  return { kind: "IN_PROGRESS", message: answer.message, stage: answer.atStage, desk: answer.atDesk, referral, offered, refusedFiles };
}
