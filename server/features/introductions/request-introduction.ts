import type { WorkTransaction } from "../../db/work-changes.ts";
import type { RequestIntroductionInput } from "../../graphql/generated.ts";
import { newId } from "../../shared/ids.ts";
import type { Refusal } from "../../shared/refusals.ts";
import type { IntroductionPathModel } from "../network/network.types.ts";
import type { Writer } from "./introductions.types.ts";
import { INTRODUCTION_REFUSALS } from "./introductions-refusals.ts";
import { type IntroductionsRoom, NOTE_MOST, recordTask, type Written, writing } from "./introductions-room.ts";
import { CREATE_INTRODUCTION_TASK } from "./tasks.cypher.ts";
import { runningTask, taskIn, taskOfSending } from "./tasks.repository.ts";

const KEY_MOST = 100;
const PEOPLE = { least: 2, most: 5 };

/** What is wrong with what was asked; null when nothing is. */
function wrong({ idempotencyKey, people, links, note }: RequestIntroductionInput): Refusal | null {
  const key = idempotencyKey.trim().length;
  if (key < 1 || key > KEY_MOST) return INTRODUCTION_REFUSALS.idempotencyKey;
  if ((note ?? "").trim().length > NOTE_MOST) return INTRODUCTION_REFUSALS.note;
  const fits = people.length >= PEOPLE.least && people.length <= PEOPLE.most && links.length === people.length - 1;
  return fits && new Set(people).size === people.length ? null : INTRODUCTION_REFUSALS.people;
}

/** The people of a path with the link from the one before, as relationships of the task. */
function stepsOf({ hops }: IntroductionPathModel): { readonly id: string; readonly step: Record<string, unknown> }[] {
  const first = hops[0]?.fromPerson.id;
  if (first === undefined) return [];
  const others = hops.map(({ toPerson, link, strength: { strength, weak, firstYear, lastYear } }, index) => ({
    id: toPerson.id,
    step: { position: index + 1, link, strength, weak, firstYear, lastYear },
  }));
  return [{ id: first, step: { position: 0 } }, ...others];
}

async function write(
  room: IntroductionsRoom,
  transaction: WorkTransaction,
  asked: { readonly path: IntroductionPathModel; readonly askingKey: string; readonly note: string | null },
  by: Writer,
): Promise<Written> {
  const people = stepsOf(asked.path);
  const [first, last] = [people[0], people.at(-1)];
  if (first === undefined || last === undefined) return { kind: "REFUSED", refusal: INTRODUCTION_REFUSALS.pathGone };
  const running = await runningTask(transaction, first.id, last.id);
  if (running !== null) return { kind: "RUNNING", id: running };
  const now = room.clock();
  const id = newId(now.getTime());
  const { id: askedById, name: askedBy, demo } = by.actor;
  const task = { id, askingKey: asked.askingKey, version: 1, status: "ASKED", length: people.length, score: asked.path.score };
  const stated = { note: asked.note, askedById, askedBy, askedAt: now.toISOString(), demo };
  await transaction.run(CREATE_INTRODUCTION_TASK, { task: { ...task, ...stated }, people });
  const written = await taskIn(transaction, id);
  if (written !== null) await recordTask(room, transaction, written, { what: "introduction asked", after: { status: "ASKED" } }, by);
  return { kind: "DONE", id };
}

/** Asks the first person of a path for an introduction. The path is read again, so that what is kept is what the graph says. */
export async function requestIntroduction(room: IntroductionsRoom, input: RequestIntroductionInput, by: Writer): Promise<Written> {
  const refusal = wrong(input);
  if (refusal !== null) return { kind: "REFUSED", refusal };
  const askingKey = `${by.actor.id}:${input.idempotencyKey.trim()}`;
  const { people, links, since } = input;
  const path = await room.pathThrough({ people, links, since: since ?? null });
  return writing(room, async (transaction) => {
    const sent = await taskOfSending(transaction, askingKey);
    if (sent !== null) return { kind: "DONE", id: sent };
    if (path === null) return { kind: "REFUSED", refusal: INTRODUCTION_REFUSALS.pathGone };
    return write(room, transaction, { path, askingKey, note: input.note?.trim() || null }, by);
  });
}
