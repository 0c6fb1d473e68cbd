import { describe, expect, it } from "vitest";
import { differencesOf } from "./conflict-model.ts";
import type { Allowed, Card } from "./engagement-types.ts";
import { allowedTo, allowedToStage, moveInput, pendingOf, sharedMoves, targetKey, withPending } from "./moves-model.ts";

const STAGES = ["LEAD", "CONTACT", "INTENT", "LANDED"] as const;
const stage = (id: string) => ({ id, nameZh: `阶段${id}`, nameEn: id });
const to = (id: string, reasonRequired = false, status: Allowed["status"] = "OPEN"): Allowed => ({
  stage: stage(id),
  status,
  reasonRequired,
});
const become = (status: Allowed["status"], reasonRequired = true): Allowed => ({ stage: null, status, reasonRequired });

function cardOf(id: string, at: string, allowedMoves: Allowed[], over: Partial<Card> = {}): Card {
  return {
    id,
    version: 3,
    candidate: { id: `c-${id}`, name: `演示${id}`, employer: null, scientist: null },
    programme: null,
    stage: stage(at),
    status: "OPEN",
    channel: "MARKET",
    owner: { id: "o", name: "李专员" },
    openedOn: "2026-11-01",
    stageSince: "2026-11-02",
    daysInStage: 3,
    idleDays: 3,
    ageing: "NORMAL",
    nextStep: null,
    allowedMoves,
    demo: true,
    ...over,
  };
}

const lead = cardOf("1", "LEAD", [to("CONTACT"), become("PAUSED"), become("STOPPED")]);
const contact = cardOf("2", "CONTACT", [to("INTENT"), to("LEAD", true), become("PAUSED"), become("STOPPED")]);
const paused = cardOf("3", "CONTACT", [become("OPEN", false), become("STOPPED")], { status: "PAUSED" });

describe("moves", () => {
  it("are those that the server allows, by stage or by status", () => {
    expect(allowedToStage(contact, "LEAD")?.reasonRequired).toBe(true);
    expect(allowedToStage(lead, "INTENT")).toBeUndefined();
    expect(allowedTo(paused, { stage: null, status: "OPEN" })?.reasonRequired).toBe(false);
    expect(allowedTo(lead, { stage: null, status: "OPEN" })).toBeUndefined();
  });

  it("name the version that was seen, and either stage or status", () => {
    expect(moveInput(contact, { stage: stage("LEAD"), status: "OPEN" }, "  退回")).toEqual({
      id: "2",
      version: 3,
      stage: "LEAD",
      reason: "  退回",
    });
    expect(moveInput(paused, { stage: null, status: "OPEN" }, null)).toEqual({ id: "3", version: 3, status: "OPEN" });
  });

  it("of several are told with those that can, stages in order before statuses", () => {
    const shared = sharedMoves([lead, contact, paused], STAGES);
    expect(shared.map(({ target }) => targetKey(target))).toEqual([
      "LEAD",
      "CONTACT",
      "INTENT",
      "status:PAUSED",
      "status:STOPPED",
      "status:OPEN",
    ]);
    expect(shared.map(({ cards }) => cards.map(({ id }) => id).join())).toEqual(["2", "1", "2", "1,2", "1,2,3", "3"]);
    expect(shared.map(({ reasonRequired }) => reasonRequired)).toEqual([true, false, false, true, true, false]);
  });
});

describe("a move that is not answered yet", () => {
  const statuses = ["OPEN", "PAUSED"] as const;
  const column = (stageId: string, cards: Card[], count = cards.length) => ({ stageId, cards, count });

  it("shows where the engagement will be, and counts it there", () => {
    const pending = new Map([["1", pendingOf(lead, { stage: stage("CONTACT"), status: "OPEN" })]]);
    expect(withPending(column("LEAD", [lead], 7), pending, statuses)).toEqual({ cards: [], count: 6 });
    expect(withPending(column("CONTACT", [contact], 4), pending, statuses)).toEqual({
      cards: [{ ...lead, status: "OPEN" }, contact],
      count: 5,
    });
    expect(withPending(column("INTENT", [], 0), pending, statuses)).toEqual({ cards: [], count: 0 });
  });

  it("counts nothing twice when the column was renewed before the answer was taken in", () => {
    const moved = { ...lead, stage: stage("CONTACT") };
    const pending = new Map([["1", pendingOf(lead, { stage: stage("CONTACT"), status: "OPEN" })]]);
    expect(withPending(column("LEAD", [], 6), pending, statuses).count).toBe(6);
    expect(withPending(column("CONTACT", [moved, contact], 5), pending, statuses)).toEqual({ cards: [moved, contact], count: 5 });
  });

  it("leaves the board when its status is not shown", () => {
    const pending = new Map([["2", pendingOf(contact, { stage: null, status: "STOPPED" })]]);
    expect(withPending(column("CONTACT", [contact, paused], 2), pending, statuses)).toEqual({ cards: [paused], count: 1 });
  });
});

it("tells what somebody else changed, and nothing else", () => {
  const now = {
    ...contact,
    stage: stage("INTENT"),
    status: "PAUSED" as const,
    version: 4,
    nextStep: { text: "致电", dueOn: "2026-12-01" },
  };
  expect(differencesOf(contact, now, "zh")).toEqual([
    { what: "stage", before: "阶段CONTACT", after: "阶段INTENT" },
    { what: "status", before: "OPEN", after: "PAUSED" },
    { what: "nextStep", before: null, after: "2026-12-01 致电" },
  ]);
  expect(differencesOf(contact, { ...contact, version: 9 }, "en")).toEqual([]);
});
