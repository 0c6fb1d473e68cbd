import type { WorkTransaction } from "../../db/work-changes.ts";
import type { LogContactInput, OpenEngagementCheckState } from "../../graphql/generated.ts";
import { chinaDayOf, isDay, isDayUpTo } from "../../shared/dates.ts";
import { newId } from "../../shared/ids.ts";
import type { Refusal } from "../../shared/refusals.ts";
import { objectionOf } from "../candidates/index.ts";
import { allowsContact, whyNoContact } from "./check-state.ts";
import { standingIn } from "./checks.repository.ts";
import { CREATE_CONTACT_ENTRY, KEEP_PROMISE } from "./contacts.cypher.ts";
import { contactOfSending, promiseIn } from "./contacts.repository.ts";
import { engagementIn } from "./engagements.repository.ts";
import { type KeptStep, readNextStep } from "./next-step.ts";
import type { EngagementModel, Writer } from "./pipeline.types.ts";
import { PIPELINE_REFUSALS } from "./pipeline-refusals.ts";
import {
  change,
  eventOf,
  isLong,
  type PipelineRoom,
  record,
  refused,
  refuseObjected,
  subjectsOf,
  todayOf,
  type Written,
  writing,
} from "./pipeline-room.ts";

/** What became of a contact that was to be logged. */
export type Logged =
  | { readonly kind: "LOGGED"; readonly contactId: string; readonly engagementId: string }
  /** The id of the latest contact. */
  | { readonly kind: "UNSEEN"; readonly latestId: string }
  | { readonly kind: "CHECK"; readonly state: OpenEngagementCheckState; readonly message: { readonly zh: string; readonly en: string } }
  | { readonly kind: "REFUSED"; readonly refusal: Refusal };

const SUMMARY = { least: 4, most: 2_000 };
const PROMISE = { least: 2, most: 200, count: 10 };
const KEY_MOST = 100;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** What is wrong with the words of a contact; null when nothing is. */
function wrong(input: LogContactInput, on: string, today: string): Refusal | null {
  const { summary, language, promises, idempotencyKey } = input;
  if (!isLong(idempotencyKey, 1, KEY_MOST)) return PIPELINE_REFUSALS.idempotencyKey;
  if (!isLong(summary, SUMMARY.least, SUMMARY.most)) return PIPELINE_REFUSALS.summary;
  if (!isDayUpTo(on, today)) return PIPELINE_REFUSALS.contactDay;
  if (language && !LANGUAGE.test(language)) return PIPELINE_REFUSALS.language;
  const made = promises ?? [];
  const fits = made.every(({ text, dueOn }) => isLong(text, PROMISE.least, PROMISE.most) && (dueOn == null || isDay(dueOn)));
  return fits && made.length <= PROMISE.count ? null : PIPELINE_REFUSALS.promises;
}

/** Why a contact may not be logged now; null when it may. */
async function whyNot(
  room: PipelineRoom,
  transaction: WorkTransaction,
  engagement: EngagementModel,
  seenContactId: string | null,
  by: Writer,
): Promise<Exclude<Logged, { kind: "LOGGED" }> | null> {
  if ((await objectionOf(transaction, engagement.candidateId)) !== null)
    return refuseObjected(room, transaction, by, subjectsOf(engagement), "contact");
  const { lastContactId } = engagement;
  if (lastContactId !== null && lastContactId !== seenContactId) return { kind: "UNSEEN", latestId: lastContactId };
  const standing = await standingIn(transaction, engagement.id, engagement.scientistId);
  return allowsContact(standing.state) ? null : { kind: "CHECK", state: standing.state, message: whyNoContact(standing) };
}

async function write(
  room: PipelineRoom,
  transaction: WorkTransaction,
  engagement: EngagementModel,
  entry: { readonly input: LogContactInput; readonly on: string; readonly loggingKey: string; readonly step: KeptStep | null },
  by: Writer,
): Promise<Logged> {
  const { input, on, loggingKey, step } = entry;
  const now = room.clock();
  const id = newId(now.getTime());
  const who = { byId: by.actor.id, byName: by.actor.name, loggedAt: now.toISOString(), demo: by.actor.demo };
  const said = { kind: input.kind, on, summary: input.summary.trim(), language: input.language || null };
  const promises = (input.promises ?? []).map(({ text, dueOn }) => ({ id: newId(now.getTime()), text: text.trim(), dueOn: dueOn ?? null }));
  await transaction.run(CREATE_CONTACT_ENTRY, { id: engagement.id, contact: { id, loggingKey, ...said, ...who }, promises });
  const changed = await change(transaction, engagement, { ...step });
  const event = eventOf(changed, by, on, input.kind);
  for (const listener of room.listeners) await listener.contactLogged?.(transaction, event);
  const after = { kind: input.kind, on, promises: promises.length, nextStepDueOn: changed.nextStepDueOn };
  const detail = { what: "contact", contact: id, before: { nextStepDueOn: engagement.nextStepDueOn }, after };
  await record(room, transaction, by, subjectsOf(engagement), detail);
  return { kind: "LOGGED", contactId: id, engagementId: engagement.id };
}

/** Records a contact that was made. The same sending again gives the same entry. */
export async function logContact(room: PipelineRoom, input: LogContactInput, by: Writer): Promise<Logged> {
  const on = input.on ?? todayOf(room);
  const refusal = wrong(input, on, todayOf(room));
  if (refusal !== null) return refused(refusal);
  const step = readNextStep(input.nextStep);
  if ("refusal" in step) return refused(step.refusal);
  const loggingKey = `${by.actor.id}:${input.idempotencyKey.trim()}`;
  return writing(room, async (transaction) => {
    const sent = await contactOfSending(transaction, loggingKey);
    if (sent !== null) return { kind: "LOGGED", contactId: sent.id, engagementId: sent.engagementId };
    const engagement = await engagementIn(transaction, input.engagementId);
    if (engagement === null) return refused({ ...PIPELINE_REFUSALS.noSuchEngagement, field: "engagementId" });
    const no = await whyNot(room, transaction, engagement, input.seenContactId ?? null, by);
    if (no !== null) return no;
    return write(room, transaction, engagement, { input, on, loggingKey, step: input.nextStep == null ? null : step.kept }, by);
  });
}

/** Marks a promise as kept, today unless told. */
export async function keepPromise(room: PipelineRoom, id: string, keptOn: string | null, by: Writer): Promise<Written> {
  const today = chinaDayOf(room.clock());
  const on = keptOn ?? today;
  if (!isDayUpTo(on, today)) return refused(PIPELINE_REFUSALS.keptOn);
  return writing(room, async (transaction) => {
    const found = await promiseIn(transaction, id);
    const engagement = found === null ? null : await engagementIn(transaction, found.engagementId);
    if (found === null || engagement === null) return refused(PIPELINE_REFUSALS.noSuchPromise);
    if (found.promise.keptOn !== null) return refused(PIPELINE_REFUSALS.promiseKept);
    await transaction.run(KEEP_PROMISE, { id, keptOn: on });
    await change(transaction, engagement, {});
    const detail = { what: "promise kept", promise: id, before: { keptOn: null }, after: { keptOn: on } };
    await record(room, transaction, by, subjectsOf(engagement), detail);
    return { kind: "DONE", id: engagement.id };
  });
}
