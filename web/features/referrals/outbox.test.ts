import { describe, expect, it, vi } from "vitest";
import type { Referrals_OwnFragment, Referrals_SubmitMutation, SubmitReferralInput } from "../../gql/generated.ts";
import { RequestError } from "../../lib/http.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";
import { changed, type Entry, finished, KEEP_DAYS, newEntry, returned, waitAfter } from "./entry.ts";
import { Outbox } from "./outbox.ts";
import type { Post } from "./send.ts";

type Submitted = Referrals_SubmitMutation["submitReferral"];

const DRAFT: Draft = { ...EMPTY_DRAFT, name: "演示 候选人", relation: "COLLEAGUE", agreed: true };
const NOW = Date.UTC(2026, 10, 22);
const stage = { id: "CONTACT", nameZh: "接触", nameEn: "Contact" };
const desk = { id: "RECRUITING", nameZh: "引才专班", nameEn: "Recruiting desk" };

function referral(id: string, change: Partial<Referrals_OwnFragment> = {}): Referrals_OwnFragment {
  return {
    ...{ id, name: DRAFT.name, employer: null, orcid: null, relation: "COLLEAGUE", knownFrom: null, knownTo: null, openTo: [] },
    ...{ agreedToContact: true, note: null, submittedAt: "2026-11-22T00:00:00Z", status: "CLAIMED", claimedUntil: "2027-02-20" },
    ...{ stage: null, stageSince: null, desk: null, attachments: [], introductionOffer: null, decisionReason: null, demo: true },
    ...change,
  };
}

/** A server that keeps referrals by key, as the real one must, and can be cut off. */
class Desk implements Post {
  readonly received: SubmitReferralInput[] = [];
  readonly files: string[] = [];
  readonly offers: string[] = [];
  readonly kept = new Map<string, Submitted>();
  online = true;
  /** The request arrives, its answer does not. */
  answerLost = false;
  decide: (input: SubmitReferralInput) => Submitted = () => ({ __typename: "Referral", ...referral(`r${this.kept.size + 1}`) });

  async submit(input: SubmitReferralInput): Promise<Submitted> {
    if (!this.online) throw new RequestError("NETWORK");
    this.received.push(input);
    const answer = this.kept.get(input.idempotencyKey) ?? this.decide(input);
    if (answer.__typename === "Referral" || answer.__typename === "AlreadyInProgress") this.kept.set(input.idempotencyKey, answer);
    if (this.answerLost) throw new RequestError("TIMEOUT");
    return answer;
  }

  async offer(_id: string, note: string): Promise<boolean> {
    this.offers.push(note);
    return true;
  }

  async upload(_id: string, file: { name: string }): Promise<void> {
    if (!this.online) throw new RequestError("NETWORK");
    if (file.name.endsWith(".exe")) throw new RequestError("INVALID_INPUT");
    this.files.push(file.name);
  }
}

function world(owner = "me", disk = new Map<string, Entry>()) {
  const post = new Desk();
  const store = {
    all: async (whose: string) => [...disk.values()].filter((entry) => entry.owner === whose),
    put: async (entry: Entry) => void disk.set(entry.id, entry),
    remove: async (id: string) => void disk.delete(id),
  };
  const outbox = new Outbox({ owner, store, post, now: () => NOW, alone: (run) => run(), tell: () => undefined });
  return { post, store, disk, outbox };
}

describe("an outbox", () => {
  it("keeps a draft as it is typed, and nothing once it is emptied", async () => {
    const { outbox, disk } = world();
    const entry = outbox.change(outbox.begin(), { draft: DRAFT });
    expect([...disk.values()]).toMatchObject([{ state: "DRAFT", key: null, draft: DRAFT }]);
    outbox.change(entry, { draft: EMPTY_DRAFT });
    expect(disk.size).toBe(0);
    expect(outbox.view().entries).toEqual([]);
  });

  it("keeps what is finished without signal, through a reload, and sends it once when back", async () => {
    vi.useFakeTimers();
    const { outbox, disk, post } = world();
    post.online = false;
    await outbox.finish(outbox.change(outbox.begin(), { draft: DRAFT }), null);
    expect(outbox.view().entries).toMatchObject([{ state: "WAITING" }]);
    outbox.close();
    const again = world("me", disk);
    await again.outbox.load();
    expect(again.outbox.view().entries).toMatchObject([{ state: "WAITING", draft: DRAFT }]);
    await Promise.all([again.outbox.flush(), again.outbox.flush()]);
    expect(again.post.received).toHaveLength(1);
    expect(disk.size).toBe(0);
    expect([...again.outbox.view().answers.values()]).toMatchObject([{ kind: "SAVED" }]);
    vi.useRealTimers();
  });

  it("tries again by itself, with the same key although the answer was lost", async () => {
    vi.useFakeTimers();
    const { outbox, post, disk } = world();
    post.answerLost = true;
    await outbox.finish(outbox.change(outbox.begin(), { draft: DRAFT }), null);
    expect(outbox.view().troubles.size).toBe(1);
    post.answerLost = false;
    await vi.advanceTimersByTimeAsync(waitAfter(1));
    expect(post.received.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
      post.received[0]?.idempotencyKey,
      post.received[0]?.idempotencyKey,
    ]);
    expect(post.kept.size).toBe(1);
    expect(disk.size).toBe(0);
    vi.useRealTimers();
  });

  it("offers the introduction that was typed beforehand, and only when the person is in progress", async () => {
    const { outbox, post } = world();
    await outbox.finish(outbox.change(outbox.begin(), { draft: { ...DRAFT, introduction: "可以约见" } }), null);
    expect(post.offers).toEqual([]);
    post.decide = () => ({ __typename: "AlreadyInProgress", message: "m", atStage: stage, atDesk: desk, referral: referral("r") });
    const entry = outbox.change(outbox.begin(), { draft: { ...DRAFT, introduction: "可以约见" } });
    await outbox.finish(entry, null);
    expect(post.offers).toEqual(["可以约见"]);
    expect(outbox.view().answers.get(entry.id)).toMatchObject({ kind: "IN_PROGRESS", offered: true, stage });
  });

  it("hands back what is not accepted, without keeping the sentence, and sends it anew under another key", async () => {
    const { outbox, post, disk } = world();
    post.decide = () => ({ __typename: "InvalidInput", field: "name", message: "不能引荐。" });
    const entry = outbox.change(outbox.begin(), { draft: DRAFT });
    await outbox.finish(entry, null);
    expect(outbox.view().answers.get(entry.id)).toMatchObject({ kind: "REFUSED", field: "name" });
    expect([...disk.values()]).toMatchObject([{ state: "RETURNED", key: null, draft: DRAFT }]);
    expect(JSON.stringify([...disk.values()])).not.toContain("不能引荐");
    post.decide = () => ({ __typename: "Referral", ...referral("r") });
    await outbox.finish(outbox.change(entry, { draft: { ...DRAFT, name: "演示 另一人" } }), null);
    expect(new Set(post.received.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
    expect(disk.size).toBe(0);
  });

  it("sends files after the referral, each once, and names one that is refused", async () => {
    vi.useFakeTimers();
    const { outbox, post, disk } = world();
    const files = ["card.jpg", "cv.pdf", "bad.exe"].map((name, at) => ({ id: name, name, blob: new Blob([name.repeat(at + 1)]) }));
    const upload = post.upload.bind(post);
    let uploads = 0;
    post.upload = async (id, file) => {
      uploads += 1;
      if (uploads === 2) throw new RequestError("NETWORK");
      await upload(id, file);
    };
    await outbox.finish(outbox.change(outbox.begin(), { draft: DRAFT, files }), null);
    expect([...disk.values()].map((entry) => entry.files.map(({ name }) => name))).toEqual([["cv.pdf", "bad.exe"]]);
    await vi.advanceTimersByTimeAsync(waitAfter(1));
    expect(post.files).toEqual(["card.jpg", "cv.pdf"]);
    expect([...outbox.view().answers.values()]).toMatchObject([{ refusedFiles: [{ name: "bad.exe" }] }]);
    expect(disk.size).toBe(0);
    vi.useRealTimers();
  });

  it("does not send a file again that arrived before its answer was lost", async () => {
    const { outbox, post } = world();
    const blob = new Blob(["a card"]);
    const attachments = [{ id: "a", name: "card.jpg", mediaType: "image/jpeg", size: blob.size }];
    post.decide = () => ({ __typename: "Referral", ...referral("r", { attachments }) });
    await outbox.finish(outbox.change(outbox.begin(), { draft: DRAFT, files: [{ id: "f", name: "card.jpg", blob }] }), null);
    expect(post.files).toEqual([]);
  });

  it("leaves the entries of another account alone", async () => {
    const { disk } = world();
    disk.set("x", finished(newEntry("somebody", NOW, DRAFT), NOW));
    const mine = world("me", disk);
    await mine.outbox.load();
    await mine.outbox.flush();
    expect(mine.outbox.view().entries).toEqual([]);
    expect(mine.post.received).toEqual([]);
    expect(disk.size).toBe(1);
  });

  it("removes what nobody came back to", async () => {
    const { outbox, disk } = world();
    for (const days of [KEEP_DAYS + 1, KEEP_DAYS - 1]) {
      const entry = newEntry("me", NOW - days * 86_400_000, DRAFT);
      disk.set(entry.id, entry);
    }
    await outbox.load();
    expect(disk.size).toBe(1);
    expect(outbox.view().entries).toHaveLength(1);
  });

  it("says so when the browser keeps nothing, and sends all the same", async () => {
    const { outbox, store, post } = world();
    store.put = () => Promise.reject(new Error("quota"));
    store.all = () => Promise.reject(new Error("quota"));
    await outbox.finish(outbox.change(outbox.begin(), { draft: DRAFT }), null);
    expect(outbox.view().kept).toBe(false);
    expect(post.received).toHaveLength(1);
  });
});

describe("an entry", () => {
  it("has one key however often it is finished, and none once it is changed or came back", () => {
    const first = finished(newEntry("me", NOW, DRAFT), NOW);
    expect(first.key).toMatch(/^[0-9a-f]{32}$/);
    expect(finished(first, NOW + 1).key).toBe(first.key);
    expect(changed(first, { draft: EMPTY_DRAFT }, NOW)).toBe(first);
    expect(returned(first)).toMatchObject({ state: "RETURNED", key: null });
  });

  it("is tried again after 5 s, then ever more rarely, at least every 5 minutes", () => {
    expect([1, 2, 3, 20].map(waitAfter)).toEqual([5_000, 10_000, 20_000, 300_000]);
  });
});
