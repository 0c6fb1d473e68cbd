import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { latestAuditRecords } from "../../support/audit-records.ts";
import {
  type DeskOffice,
  engagementOf,
  identify,
  idOf,
  list,
  log,
  look,
  move,
  object,
  open,
  openDesk,
  opened,
  personId,
  programme,
  refer,
  setStep,
  update,
  worker,
} from "./desk.ts";

let desk: DeskOffice;
const NAMES = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];

beforeAll(async () => {
  desk = await openDesk(NAMES.map((name, at) => worker(`p${at}`, `演示${name}`, "ror:1")));
});
afterAll(() => desk.close());

describe("opening", () => {
  test("a person is engaged, listed, moved and contacted", async () => {
    const first = await opened(desk.officer, "p0", { nextStep: { text: "约时间通话", dueOn: "2026-03-05" } });
    expect(first).toMatchObject({
      version: 1,
      stage: { id: "LEAD" },
      status: "OPEN",
      channel: "MARKET",
      desk: { id: "RECRUITING" },
      owner: { name: "test OFFICER" },
      openedOn: "2026-03-02",
      stageSince: "2026-03-02",
      nextStep: { text: "约时间通话", dueOn: "2026-03-05" },
      candidate: { name: "演示甲" },
      checkState: { state: "NOT_REQUIRED", reason: null },
    });
    expect(await list(desk.officer)).toMatchObject({ ids: [first.id], totalCount: 1, byStage: { LEAD: 1, CONTACT: 0, LANDED: 0 } });
    const moved = await move(desk.officer, { id: first.id, version: 1, stage: "CONTACT" });
    expect(moved).toMatchObject({ __typename: "EngagementMoved", engagement: { version: 2, stage: { id: "CONTACT" } } });
    const logged = await log(desk.officer, { engagementId: first.id });
    expect(logged).toMatchObject({ __typename: "ContactLogged", contact: { on: "2026-03-02" }, engagement: { version: 3 } });
    expect((await look(desk.officer, first.id))?.lastContact?.id).toBe(logged.contact?.id);
  });

  test("the same programme a second time is told, another programme is another engagement that shows the first", async () => {
    const [one, two] = [await programme(desk.officer, "演示计划一"), await programme(desk.officer, "演示计划二")];
    const first = await opened(desk.officer, "p1", { programmeId: one });
    const again = await open(desk.officer, { scientistId: personId("p1"), programmeId: one });
    expect(again).toMatchObject({ __typename: "AlreadyEngaged", engagement: { id: first.id }, message: /没有重复立项/ });
    const second = await opened(desk.officer, "p1", { programmeId: two });
    expect(second.others).toEqual([{ id: first.id }]);
    expect((await look(desk.officer, first.id))?.others).toEqual([{ id: second.id }]);
    // Giving the second the first one's programme is the same as engaging twice.
    const changed = await update(desk.officer, { id: second.id, version: 1, programmeId: one });
    expect(changed).toMatchObject({ __typename: "AlreadyEngaged", engagement: { id: first.id } });
    expect((await look(desk.officer, second.id))?.version).toBe(1);
    // Stopped, it makes room; then the stopped one cannot be reopened beside its successor.
    const stopped = engagementOf(await move(desk.officer, { id: first.id, version: 1, status: "STOPPED", reason: "对方暂无意愿" }));
    expect((await look(desk.officer, second.id))?.others).toEqual([]);
    const successor = await opened(desk.officer, "p1", { programmeId: one });
    const reopened = await move(desk.officer, { id: first.id, version: stopped.version, status: "OPEN", reason: "对方来信表示愿意" });
    expect(reopened).toMatchObject({ __typename: "InvalidInput", field: "status", message: /同一项目/ });
    expect(successor.id).not.toBe(first.id);
  });

  test("twelve at once for one person open one engagement", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => open(desk.officer, { scientistId: personId("p2") })));
    const kinds = answers.map((each) => each.__typename);
    expect(kinds.filter((kind) => kind === "EngagementSaved")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "AlreadyEngaged")).toHaveLength(11);
    expect(new Set(answers.map((each) => each.engagement?.id)).size).toBe(1);
  });

  test.each([
    ["nobody", {}, "candidateId"],
    ["two people", { scientistId: "x", candidateId: "y" }, "candidateId"],
    ["an unknown scientist", { scientistId: "x" }, "scientistId"],
    ["an unknown candidate", { candidateId: "x" }, "candidateId"],
    ["an unknown referral", { referralId: "x" }, "referralId"],
    ["an unknown programme", { scientistId: personId("p3"), programmeId: "x" }, "programmeId"],
    ["an unknown desk", { scientistId: personId("p3"), deskId: "x" }, "deskId"],
    ["an unknown officer", { scientistId: personId("p3"), ownerId: "x" }, "ownerId"],
    ["a step without words", { scientistId: personId("p3"), nextStep: { text: " ", dueOn: "2026-03-05" } }, "nextStep"],
    ["a step on no day", { scientistId: personId("p3"), nextStep: { text: "通话", dueOn: "2026-02-30" } }, "nextStep"],
  ])("%s is refused with a sentence", async (_what, input, field) => {
    const answer = await open(desk.officer, input);
    expect(answer).toMatchObject({ __typename: "InvalidInput", field, message: /。$/ });
  });

  test("a closed programme takes nobody new", async () => {
    const closed = await programme(desk.officer, "演示已结束计划", { closed: true });
    expect(await open(desk.officer, { scientistId: personId("p3"), programmeId: closed })).toMatchObject({ field: "programmeId" });
  });

  test("a referral's person becomes the candidate, and is the same person once identified", async () => {
    const referralId = await refer(await desk.hire("AMBASSADOR"), "演示丁", "演示大学");
    const fromReferral = engagementOf(await open(desk.officer, { referralId, channel: "TALENT_REFERRAL" }));
    expect(fromReferral).toMatchObject({ candidate: { name: "演示丁" }, checkState: { state: "REQUIRED", reason: /不明/ } });
    const other = await opened(desk.officer, "p3");
    const clash = await identify(desk.officer, fromReferral.candidate.id, personId("p3"));
    expect(clash).toMatchObject({ __typename: "InvalidInput", field: "scientistId", message: /同一项目/ });
    await move(desk.officer, { id: other.id, version: 1, status: "STOPPED", reason: "改由引荐跟进" });
    expect((await identify(desk.officer, fromReferral.candidate.id, personId("p3"))).__typename).toBe("CandidateSaved");
    expect((await open(desk.officer, { scientistId: personId("p3") })).engagement?.id).toBe(fromReferral.id);
    expect((await look(desk.officer, fromReferral.id))?.checkState.state).toBe("NOT_REQUIRED");
    const engagements = z.object({ scientist: z.object({ engagements: z.array(z.object({ id: z.string() })) }) });
    const { scientist } = await desk.officer.ask(engagements, "query ($id: ID!) { scientist(id: $id) { engagements { id } } }", {
      id: personId("p3"),
    });
    expect(scientist.engagements.map((each) => each.id)).toEqual([fromReferral.id, other.id]);
  });
});

describe("somebody who does not want to be contacted", () => {
  test("is not engaged, contacted, identified or engaged again; each try is on record without a name", async () => {
    const running = await opened(desk.officer, "p4");
    const candidateId = running.candidate.id;
    const stopped = engagementOf(await move(desk.officer, { id: running.id, version: 1, status: "STOPPED", reason: "本人要求停止" }));
    await object(desk.officer, "p4");
    const byAmbassador = await refer(await desk.hire("AMBASSADOR"), "某演示人", "某演示单位");
    const unknown = engagementOf(await open(desk.officer, { referralId: byAmbassador }));
    const tries = [
      () => open(desk.officer, { scientistId: personId("p4") }),
      () => open(desk.officer, { candidateId }),
      () => log(desk.officer, { engagementId: running.id }),
      () => identify(desk.officer, unknown.candidate.id, personId("p4")),
      () => move(desk.officer, { id: running.id, version: stopped.version, status: "OPEN", reason: "想再试一次" }),
    ];
    for (const attempt of tries) {
      expect(await attempt()).toMatchObject({ __typename: "InvalidInput", message: /不愿被联系/ });
      const [record] = await latestAuditRecords(desk.driver, 1);
      expect(record).toMatchObject({ action: "ENGAGEMENT", result: "REFUSED" });
      expect(JSON.stringify(record)).not.toContain("演示戊");
    }
    expect((await look(desk.officer, running.id))?.version).toBe(stopped.version);
  });
});

describe("changing", () => {
  test("owner, desk, channel and programme change what is given; a programme of null is left open", async () => {
    const second = await desk.hire("OFFICER");
    const target = await programme(desk.officer, "演示计划三");
    const first = await opened(desk.officer, "p5", { programmeId: target });
    const taken = await update(second, { id: first.id, version: 1, ownerId: await idOf(second), channel: "EVENT" });
    expect(taken.engagement).toMatchObject({ version: 2, channel: "EVENT", programme: { id: target }, owner: { id: await idOf(second) } });
    const left = await update(second, { id: first.id, version: 2, programmeId: null });
    expect(left.engagement).toMatchObject({ version: 3, programme: null, channel: "EVENT" });
    expect(await update(second, { id: first.id, version: 3 })).toMatchObject({ __typename: "InvalidInput", field: "id" });
    expect(await update(second, { id: first.id, version: 3, deskId: "NOWHERE" })).toMatchObject({ field: "deskId" });
  });

  test("a next step is set and cleared; an old version is a conflict that tells how it is now", async () => {
    const first = await opened(desk.officer, "p6");
    const set = await setStep(desk.officer, { engagementId: first.id, version: 1, nextStep: { text: "寄材料", dueOn: "2026-03-09" } });
    expect(set.engagement).toMatchObject({ version: 2, nextStep: { text: "寄材料", dueOn: "2026-03-09" } });
    const stale = await setStep(desk.officer, { engagementId: first.id, version: 1, nextStep: null });
    expect(stale).toMatchObject({ __typename: "EngagementConflict", engagement: { version: 2, nextStep: { text: "寄材料" } } });
    const cleared = await setStep(desk.officer, { engagementId: first.id, version: 2, nextStep: null });
    expect(cleared.engagement).toMatchObject({ version: 3, nextStep: null });
  });
});

describe("the list", () => {
  const everything = { statuses: ["OPEN", "PAUSED", "STOPPED", "LANDED"] };

  test.each([
    {},
    everything,
    { statuses: ["STOPPED"] },
    { channels: ["EVENT", "TALENT_REFERRAL"] },
    { nextStep: "MISSING" },
    { stages: ["CONTACT"] },
    { scientists: { employers: ["none"] } },
    { scientists: { living: true } },
    { query: "演示甲" },
    { name: "yanshiyi" },
    { openedFrom: "2026-03-02", openedTo: "2026-03-02", ...everything },
    { openedTo: "2026-03-01", ...everything },
  ])("with %o the count is the sum of the stages and the length of its pages", async (filter) => {
    const small = await list(desk.officer, filter, null, 3);
    const sum = Object.values(small.byStage).reduce((total, count) => total + count, 0);
    expect(small.totalCount).toBe(sum);
    expect(small.ids).toHaveLength(sum);
    expect(new Set(small.ids).size).toBe(sum);
    expect((await list(desk.officer, filter)).ids).toEqual(small.ids);
  });

  test("open and paused ones are shown unless statuses are named", async () => {
    const usual = await list(desk.officer);
    const both = await list(desk.officer, { statuses: ["OPEN", "PAUSED"] });
    const all = await list(desk.officer, everything);
    expect(usual.ids).toEqual(both.ids);
    expect(all.totalCount).toBeGreaterThan(usual.totalCount);
  });

  test("people are chosen as in every list of people", async () => {
    const chosen = await list(desk.officer, { ...everything, query: "演示甲" });
    expect(chosen.names).toEqual(["演示甲"]);
    const nobody = await list(desk.officer, { ...everything, scientists: { employers: ["none"] } });
    expect(nobody.ids).toEqual([]);
    const living = await list(desk.officer, { ...everything, scientists: { living: true } });
    const all = await list(desk.officer, everything);
    // Whoever is not identified is in no list of people.
    expect(all.names.filter((name) => !living.names.includes(name))).toEqual(["某演示人"]);
  });

  test.each([
    ["演示乙", "演示乙"],
    ["yanshi yi", "演示乙"],
    ["某演示人", "某演示人"],
    ["mouyanshiren", "某演示人"],
  ])("the name %s finds %s", async (name, found) => {
    expect((await list(desk.officer, { ...everything, name })).names).toContain(found);
  });

  test("orders: what there is nothing to order by comes last in both directions", async () => {
    const steps = async (direction: string) => (await list(desk.officer, {}, { by: "NEXT_STEP", direction })).names;
    const [up, down] = [await steps("ASCENDING"), await steps("DESCENDING")];
    expect(up[0]).toBe("演示甲");
    expect(down[0]).toBe("演示甲");
    const names = (await list(desk.officer, {}, { by: "NAME", direction: "ASCENDING" })).names;
    expect((await list(desk.officer, {}, { by: "NAME", direction: "DESCENDING" })).names).toEqual(names.toReversed());
    // By pinyin: ding, geng, ji, jia, yi.
    const known = names.filter((name) => ["演示丁", "演示庚", "演示己", "演示甲", "演示乙"].includes(name));
    expect([...new Set(known)]).toEqual(["演示丁", "演示庚", "演示己", "演示甲", "演示乙"]);
  });

  test("a position of another order, or a made-up one, is refused", async () => {
    const text = `query ($after: String) { engagements(first: 1, after: $after, sort: { by: NAME }) { totalCount } }`;
    const answer = await desk.app.gql(text, { after: "nonsense" });
    expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("the trail", () => {
  test("every write is on record with before and after, and without what people wrote", async () => {
    const words = "绝密的谈话内容";
    const first = await opened(desk.officer, "p7", { nextStep: { text: words, dueOn: "2026-03-05" } });
    await update(desk.officer, { id: first.id, version: 1, channel: "PROJECT" });
    await setStep(desk.officer, { engagementId: first.id, version: 2, nextStep: { text: `${words}二`, dueOn: "2026-03-06" } });
    await move(desk.officer, { id: first.id, version: 3, stage: "CONTACT", reason: words });
    await log(desk.officer, { engagementId: first.id, summary: words, promises: [{ text: words }] });
    const records = (await latestAuditRecords(desk.driver, 5)).toReversed();
    expect(records.map((record) => [record.action, record.detail.what])).toEqual([
      ["ENGAGEMENT", "opened"],
      ["ENGAGEMENT", "changed"],
      ["ENGAGEMENT", "next step"],
      ["ENGAGEMENT", "moved"],
      ["ENGAGEMENT", "contact"],
    ]);
    for (const record of records) {
      expect(record.subjectIds).toEqual(expect.arrayContaining([first.id, first.candidate.id, personId("p7")]));
      expect(record.result).toBe("OK");
      expect(JSON.stringify(record.detail)).not.toContain("绝密");
    }
    expect(records[1]?.detail).toMatchObject({ before: { channel: "MARKET" }, after: { channel: "PROJECT" } });
    expect(records[3]?.detail).toMatchObject({ before: { stage: "LEAD" }, after: { stage: "CONTACT" } });
  });

  test("lists and openings are on record, once for what an open window asks for again", async () => {
    const first = await opened(desk.officer, "p8");
    const colleague = await desk.hire("OFFICER");
    const [, id] = [await list(colleague, { channels: ["PROJECT"] }), await idOf(colleague)];
    for (let time = 0; time < 3; time += 1) await look(colleague, first.id);
    await look(colleague, "01UNKNOWN");
    const records = (await latestAuditRecords(desk.driver, 20)).filter((record) => record.actorId === id).toReversed();
    expect(records.map((record) => [record.action, record.subjectIds, record.result])).toEqual([
      ["SEARCH", [], "OK"],
      ["DOSSIER", [first.id], "OK"],
      ["DOSSIER", [], "REFUSED"],
    ]);
    expect(records[0]?.detail).toEqual({ what: "engagements", filter: { channels: ["PROJECT"] }, count: 1 });
  });
});
