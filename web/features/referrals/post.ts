import { Referrals_OfferDocument, Referrals_SubmitDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { answerOf, RequestError, send, tellSessionUse } from "../../lib/http.ts";
import type { Post } from "./send.ts";

/** A photo over a weak connection takes its time. */
const UPLOAD_MS = 90_000;

/**
 * Sends a file with a referral.
 * @throws RequestError, also when the file is refused
 */
export async function uploadFile(referralId: string, { name, blob }: { name: string; blob: Blob }): Promise<void> {
  const form = new FormData();
  form.append("file", blob, name);
  const path = `/referrals/${encodeURIComponent(referralId)}/attachments`;
  await answerOf(await send(path, { method: "POST", body: form, timeout: UPLOAD_MS }));
}

/**
 * Removes a file of an own referral.
 * @throws RequestError
 */
export async function removeFile(attachmentId: string): Promise<void> {
  const response = await send(`/attachments/${encodeURIComponent(attachmentId)}`, { method: "DELETE" });
  if (response.ok) return;
  if (response.status === 401) tellSessionUse("UNAUTHENTICATED");
  await answerOf(response);
  throw new RequestError(`HTTP_${response.status}`);
}

/** The way to the server. */
export const serverPost: Post = {
  submit: async (input) => (await request(Referrals_SubmitDocument, { input })).submitReferral,
  offer: async (id, note) => (await request(Referrals_OfferDocument, { id, note })).offerIntroduction.__typename === "ReferralSaved",
  upload: uploadFile,
};
