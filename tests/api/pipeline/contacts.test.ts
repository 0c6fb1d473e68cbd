import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { latestAuditRecords } from "../../support/audit-records.ts";
import {
  type Answer,
  check,
  type DeskOffice,
  decide,
  engagementOf,
  keep,
  log,
  look,
  openDesk,
  opened,
  programme,
  type Seen,
  setStep,
  worker,
} from "./desk.ts";

let desk: DeskOffice;
const HERE = "ror:1";
const ABROAD = "ror:2";
const provenance = { source: "academy", confidence: 0.9 };

beforeAll(async () => {
  desk = await openDesk([
    ...Array.from({ length: 12 }, (_, at) => worker(`c${at}`, `演示${at}`, HERE)),
    ...Array.from({ length: 8 }, (_, at) => worker(`a${at}`, `演示外${at}`, ABROAD)),
    worker("nowhere", "演示无单位"),
    worker("returned", "演示归国", undefined, {
      worksAt: [
        { institution: ABROAD, stated: "SI", from: "2001", to: "2015", provenance },
        { institution: HERE, stated: "一大学", from: "2015", provenance },
      ],
    }),
    worker("left", "演示出国", undefined, {
      worksAt: [
        { institution: HERE, stated: "一大学", from: "2001", to: "2015", provenance },
        { institution: ABROAD, stated: "SI", from: "2015", provenance },
      ],
    }),
  ]);
});
afterAll(() => desk.close());

describe("what somebody else has said", () => {
  test("the latest contact of anybody, in whatever engagement, must have been seen", async () => {
    const [one, other] = [await programme(desk.officer, "演示甲计划"), await programme(desk.officer, "演示乙计划")];
    const mine = await opened(desk.officer, "c0", { programmeId: one });
    const theirs = await opened(desk.officer, "c0", { programmeId: other });
    const colleague = await desk.hire("OFFICER");
    const first = await log(colleague, { engagementId: theirs.id, summary: "对方说五月来访" });
    expect(first.__typename).toBe("ContactLogged");
    const blind = await log(desk.officer, { engagementId: mine.id });
    expect(blind).toMatchObject({ __typename: "ContactUnseen", latest: { id: first.contact?.id }, message: /请先阅读/ });
    expect((await look(desk.officer, mine.id))?.version).toBe(1);
    const seen = await log(desk.officer, { engagementId: mine.id, seenContactId: first.contact?.id });
    expect(seen.__typename).toBe("ContactLogged");
    expect((await look(desk.officer, theirs.id))?.lastContact?.id).toBe(seen.contact?.id);
  });

  test("of two who log at once the second reads the first", async () => {
    const first = await opened(desk.officer, "c1");
    const answers = await Promise.all([1, 2, 3].map(() => log(desk.officer, { engagementId: first.id })));
    expect(answers.map((each) => each.__typename).sort()).toEqual(["ContactLogged", "ContactUnseen", "ContactUnseen"]);
  });

  test("what was made earlier and logged later does not hide what is latest", async () => {
    const first = await opened(desk.officer, "c2");
    const today = await log(desk.officer, { engagementId: first.id });
    await log(desk.officer, { engagementId: first.id, on: "2026-02-25", seenContactId: today.contact?.id });
    expect((await look(desk.officer, first.id))?.lastContact?.id).toBe(today.contact?.id);
  });
});

describe("what is logged", () => {
  test("sending twice gives the same entry, also at once, and writes nothing", async () => {
    const first = await opened(desk.officer, "c3");
    const sending = { engagementId: first.id, idempotencyKey: "from-the-train", promises: [{ text: "寄送计划书", dueOn: "2026-03-06" }] };
    const answers = await Promise.all(Array.from({ length: 8 }, () => log(desk.officer, sending)));
    expect(new Set(answers.map((each) => each.contact?.id)).size).toBe(1);
    expect(answers.every((each) => each.__typename === "ContactLogged" && each.engagement?.version === 2)).toBe(true);
    const records = await latestAuditRecords(desk.driver, 3);
    expect(records.filter((each) => each.detail.what === "contact" && each.subjectIds.includes(first.id))).toHaveLength(1);
    // Another person's key is another sending.
    const colleague = await desk.hire("OFFICER");
    expect(await log(colleague, sending)).toMatchObject({ __typename: "ContactUnseen" });
  });

  test("a next step is set when one is given, and stays when none is", async () => {
    const first = await opened(desk.officer, "c4");
    const set = await setStep(desk.officer, { engagementId: first.id, version: 1, nextStep: { text: "约视频", dueOn: "2026-03-09" } });
    expect(set.engagement?.version).toBe(2);
    const kept = await log(desk.officer, { engagementId: first.id });
    expect(kept.engagement).toMatchObject({
      version: 3,
      nextStep: { text: "约视频", dueOn: "2026-03-09" },
      lastContact: { id: kept.contact?.id },
    });
    const nextStep = { text: "发邀请函", dueOn: "2026-03-12" };
    const changed = await log(desk.officer, { engagementId: first.id, seenContactId: kept.contact?.id, nextStep });
    expect(changed.engagement?.nextStep).toEqual(nextStep);
  });

  test("a promise is kept once, not in the future", async () => {
    const first = await opened(desk.officer, "c5");
    const logged = await log(desk.officer, {
      engagementId: first.id,
      promises: [{ text: "寄送样书" }, { text: "回电", dueOn: "2026-03-04" }],
    });
    const [promise] = logged.contact?.promises ?? [];
    const id = promise?.id ?? "";
    expect(await keep(desk.officer, id, "2026-03-03")).toMatchObject({ __typename: "InvalidInput", field: "keptOn" });
    expect(await keep(desk.officer, id)).toMatchObject({ __typename: "EngagementSaved", engagement: { id: first.id, version: 3 } });
    expect(await keep(desk.officer, id)).toMatchObject({ __typename: "InvalidInput", field: "id", message: /已标记/ });
    expect(await keep(desk.officer, "x")).toMatchObject({ __typename: "InvalidInput", field: "id" });
    const text = "query ($id: ID!) { engagement(id: $id) { contacts { promises { text dueOn keptOn } by { name } on language } } }";
    expect((await desk.app.gql(text, { id: first.id })).data).toEqual({
      engagement: {
        contacts: [
          {
            promises: [
              { text: "寄送样书", dueOn: null, keptOn: "2026-03-02" },
              { text: "回电", dueOn: "2026-03-04", keptOn: null },
            ],
            by: { name: "test OFFICER" },
            on: "2026-03-02",
            language: null,
          },
        ],
      },
    });
    expect(await latestAuditRecords(desk.driver, 1, "ENGAGEMENT")).toMatchObject([
      { detail: { what: "promise kept", before: { keptOn: null } } },
    ]);
  });

  test.each([
    ["three characters", { summary: "谈了谈" }, "summary"],
    ["too much", { summary: "长".repeat(2_001) }, "summary"],
    ["tomorrow", { on: "2026-03-03" }, "on"],
    ["no day", { on: "2026-02-30" }, "on"],
    ["no language", { language: "Chinese!" }, "language"],
    ["eleven promises", { promises: Array.from({ length: 11 }, () => ({ text: "寄样书" })) }, "promises"],
    ["a promise on no day", { promises: [{ text: "寄样书", dueOn: "soon" }] }, "promises"],
    ["a step without words", { nextStep: { text: "", dueOn: "2026-03-05" } }, "nextStep"],
    ["no key", { idempotencyKey: "" }, "idempotencyKey"],
    ["no engagement", { engagementId: "x" }, "engagementId"],
  ])("%s is refused with a sentence", async (_what, input, field) => {
    const first = engagementOf((await openedOnce("c6")).answer);
    expect(await log(desk.officer, { engagementId: first.id, ...input })).toMatchObject({
      __typename: "InvalidInput",
      field,
      message: /。$/,
    });
    expect((await look(desk.officer, first.id))?.version).toBe(1);
  });

  test("the day is that of China: late in the evening in London it is tomorrow", async () => {
    const first = await opened(desk.officer, "c7");
    desk.at("2026-03-02T17:30:00Z");
    const logged = await log(desk.officer, { engagementId: first.id });
    desk.at("2026-03-02T02:00:00Z");
    expect(logged.contact?.on).toBe("2026-03-03");
  });
});

const once = new Map<string, Seen>();
async function openedOnce(key: string): Promise<{ answer: Answer }> {
  const known = once.get(key) ?? (await opened(desk.officer, key));
  once.set(key, known);
  return { answer: { __typename: "EngagementSaved", engagement: known } };
}

async function stateOf(id: string): Promise<string | undefined> {
  return (await look(desk.officer, id))?.checkState.state;
}

async function latestCheck(id: string): Promise<{ id: string; state: string; decidedBy: { name: string } | null }> {
  const shape = z.object({
    engagement: z.object({
      checks: z.array(z.object({ id: z.string(), state: z.string(), decidedBy: z.object({ name: z.string() }).nullable() })),
    }),
  });
  const text = "query ($id: ID!) { engagement(id: $id) { checks { id state decidedBy { name } } } }";
  const [latest] = (await desk.officer.ask(shape, text, { id })).engagement.checks;
  if (latest === undefined) throw new Error("No check was recorded.");
  return latest;
}

describe("the open-engagement check", () => {
  test.each([
    ["c8", "NOT_REQUIRED", null],
    ["a0", "REQUIRED", "现任职于Second Institute（美国），须先完成公开接洽核查。"],
    ["nowhere", "REQUIRED", "现任职单位所在国家或地区不明，按境外任职办理，须先完成公开接洽核查。"],
    ["returned", "NOT_REQUIRED", null],
    ["left", "REQUIRED", "现任职于Second Institute（美国），须先完成公开接洽核查。"],
  ])("of %s it is %s, by the latest employment", async (key, state, reason) => {
    expect((await opened(desk.officer, key)).checkState).toEqual({ state, reason });
  });

  test("a contact with somebody abroad is refused until the check is recorded, and told what to do", async () => {
    const first = await opened(desk.officer, "a1");
    const refusedFirst = await log(desk.officer, { engagementId: first.id });
    expect(refusedFirst).toMatchObject({ __typename: "CheckRequired", state: "REQUIRED", message: /美国.*请先登记核查/ });
    const uninformed = await check(desk.officer, { engagementId: first.id, informedOfDisclosure: false });
    expect(uninformed.engagement).toMatchObject({ version: 2, checkState: { state: "DISCLOSURE_MISSING" } });
    expect(await log(desk.officer, { engagementId: first.id })).toMatchObject({ __typename: "CheckRequired", state: "DISCLOSURE_MISSING" });
    await check(desk.officer, { engagementId: first.id });
    expect(await stateOf(first.id)).toBe("CLEARED");
    expect((await log(desk.officer, { engagementId: first.id })).__typename).toBe("ContactLogged");
  });

  test("a restricted field goes to the legal desk, where a second person decides", async () => {
    const first = await opened(desk.officer, "a2");
    await check(desk.officer, { engagementId: first.id, restrictedField: true });
    expect(await stateOf(first.id)).toBe("LEGAL_REVIEW");
    expect(await log(desk.officer, { engagementId: first.id })).toMatchObject({ __typename: "CheckRequired", state: "LEGAL_REVIEW" });
    const { id } = await latestCheck(first.id);
    expect(await decide(desk.officer, id, true)).toMatchObject({ __typename: "NotAllowed", message: /不能自己审核/ });
    expect(await check(desk.officer, { engagementId: first.id })).toMatchObject({ __typename: "NotAllowed", message: /法务审核/ });
    const legal = await desk.hire("OFFICER");
    expect(await decide(legal, id, true, "好")).toMatchObject({ __typename: "InvalidInput", field: "note" });
    expect(await decide(legal, id, true)).toMatchObject({
      __typename: "EngagementSaved",
      engagement: { checkState: { state: "CLEARED" } },
    });
    expect(await latestCheck(first.id)).toMatchObject({ state: "CLEARED", decidedBy: { name: "test OFFICER" } });
    expect(await decide(legal, id, false)).toMatchObject({ __typename: "InvalidInput", field: "checkId" });
    expect((await log(desk.officer, { engagementId: first.id })).__typename).toBe("ContactLogged");
  });

  test("a no of the legal desk holds, and is not undone by answering otherwise", async () => {
    const first = await opened(desk.officer, "a3");
    await check(desk.officer, { engagementId: first.id, restrictedField: true });
    const legal = await desk.hire("OFFICER");
    await decide(legal, (await latestCheck(first.id)).id, false);
    expect(await stateOf(first.id)).toBe("NOT_CLEARED");
    expect(await log(desk.officer, { engagementId: first.id })).toMatchObject({ __typename: "CheckRequired", state: "NOT_CLEARED" });
    expect(await check(desk.officer, { engagementId: first.id })).toMatchObject({ __typename: "InvalidInput", field: "restrictedField" });
    await check(desk.officer, { engagementId: first.id, restrictedField: true });
    expect(await stateOf(first.id)).toBe("LEGAL_REVIEW");
  });

  test("of somebody on the mainland, what the legal desk refused still holds", async () => {
    const first = await opened(desk.officer, "c9");
    await check(desk.officer, { engagementId: first.id, restrictedField: true });
    expect(await log(desk.officer, { engagementId: first.id })).toMatchObject({ __typename: "CheckRequired", state: "LEGAL_REVIEW" });
  });

  test("checks and decisions are on record, without notes", async () => {
    const first = await opened(desk.officer, "a4");
    await check(desk.officer, { engagementId: first.id, restrictedField: true, note: "绝密说明" });
    await decide(await desk.hire("OFFICER"), (await latestCheck(first.id)).id, true, "绝密意见，可以");
    const [decided, recorded] = await latestAuditRecords(desk.driver, 2, "ENGAGEMENT");
    expect(decided?.detail).toMatchObject({ what: "legal review", before: "LEGAL_REVIEW", after: "CLEARED" });
    expect(recorded?.detail).toMatchObject({ what: "check recorded", after: { state: "LEGAL_REVIEW", restrictedField: true } });
    expect(JSON.stringify([decided, recorded])).not.toContain("绝密");
  });
});
