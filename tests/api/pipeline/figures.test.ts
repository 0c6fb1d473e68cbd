import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  type Colleague,
  check,
  type DeskOffice,
  engagementOf,
  idOf,
  keep,
  list,
  log,
  look,
  move,
  openDesk,
  opened,
  type Seen,
  update,
  worker,
} from "./desk.ts";

let desk: DeskOffice;
const FEBRUARY = "2026-02-13T02:00:00Z";
const MARCH = "2026-03-06T02:00:00Z";
const ALL = ["OPEN", "PAUSED", "STOPPED", "LANDED"];

beforeAll(async () => {
  desk = await openDesk(Array.from({ length: 16 }, (_, at) => worker(`f${at}`, `演示${at}`, "ror:1")));
});
afterAll(() => desk.close());

const reminder = z.object({
  id: z.string(),
  kind: z.string(),
  on: z.string(),
  overdue: z.boolean(),
  personName: z.string(),
  text: z.string(),
  engagementId: z.string().nullable(),
});

async function reminders(of: Colleague): Promise<z.infer<typeof reminder>[]> {
  const text = "{ reminders { id kind on overdue personName text engagementId } }";
  return (await of.ask(z.object({ reminders: z.array(reminder) }), text)).reminders;
}

async function dismiss(by: Colleague, id: string): Promise<string> {
  const text = "mutation ($id: ID!) { dismissReminder(id: $id) { __typename } }";
  return (await by.ask(z.object({ dismissReminder: z.object({ __typename: z.string() }) }), text, { id })).dismissReminder.__typename;
}

/** Works at a time as a new officer, because a script's token does not outlive the jumps of the clock. */
async function officerAt(time: string): Promise<Colleague> {
  desk.at(time);
  return desk.hire("OFFICER");
}

/** Takes an engagement over. */
async function take(by: Colleague, engagement: Seen): Promise<Seen> {
  const now = await look(by, engagement.id);
  return engagementOf(await update(by, { id: engagement.id, version: now?.version, ownerId: await idOf(by) }));
}

describe("over the Spring Festival of 2026", () => {
  test("what was opened before it is late only after ten working days; a contact makes it young again", async () => {
    const february = await officerAt(FEBRUARY);
    const quiet = await opened(february, "f0");
    const contacted = await opened(february, "f1");
    const thursday = await officerAt("2026-03-05T02:00:00Z");
    expect(await look(thursday, quiet.id)).toMatchObject({ idleDays: 10, daysInStage: 10, ageing: "NEAR_LIMIT" });
    await log(thursday, { engagementId: contacted.id });
    const friday = await officerAt(MARCH);
    expect(await look(friday, quiet.id)).toMatchObject({ idleDays: 11, daysInStage: 11, ageing: "OVER_LIMIT" });
    expect(await look(friday, contacted.id)).toMatchObject({ idleDays: 1, daysInStage: 11, ageing: "NORMAL" });
    expect((await list(friday, { ageing: ["OVER_LIMIT"] })).ids).toEqual([quiet.id]);
    expect((await list(friday, {}, { by: "IDLE_DAYS", direction: "DESCENDING" })).ids).toEqual([quiet.id, contacted.id]);
    const paused = engagementOf(await move(friday, { id: quiet.id, version: 1, status: "PAUSED", reason: "对方要求年后再谈" }));
    expect(paused).toMatchObject({ idleDays: null, ageing: "NORMAL", daysInStage: 11 });
    const resumed = engagementOf(await move(friday, { id: quiet.id, version: paused.version, status: "OPEN" }));
    expect(resumed).toMatchObject({ idleDays: 0, daysInStage: 11, stageSince: "2026-03-06" });
  });
});

describe("reminders", () => {
  test("steps, promises, stuck engagements of the own and checks of others, the most pressing first", async () => {
    const february = await officerAt(FEBRUARY);
    const stuck = await opened(february, "f2");
    const march = await officerAt(MARCH);
    expect(await reminders(march)).toEqual([]);
    await take(march, stuck);
    const due = await opened(march, "f3", { nextStep: { text: "今天要打电话", dueOn: "2026-03-06" } });
    await opened(march, "f4", { nextStep: { text: "明天再说", dueOn: "2026-03-07" } });
    const promised = await opened(march, "f5");
    const promises = [{ text: "寄计划书", dueOn: "2026-03-04" }, { text: "以后再寄" }];
    const logged = await log(march, { engagementId: promised.id, promises });
    const colleague = await desk.hire("OFFICER");
    const legal = await opened(colleague, "f6");
    await check(colleague, { engagementId: legal.id, restrictedField: true });
    const told = await reminders(march);
    expect(told.map((each) => [each.kind, each.on, each.overdue, each.engagementId])).toEqual([
      ["STUCK", "2026-02-13", true, stuck.id],
      ["PROMISE", "2026-03-04", true, promised.id],
      ["LEGAL_REVIEW", "2026-03-06", false, legal.id],
      ["NEXT_STEP", "2026-03-06", false, due.id],
    ]);
    expect(told.map((each) => each.personName)).toEqual(["演示2", "演示5", "演示6", "演示3"]);
    expect(told[0]?.text).toBe("“线索”阶段已 11 个工作日没有进展，期限 10 个工作日");
    // Of the own check, and of others' engagements, nobody is reminded.
    expect(await reminders(colleague)).toEqual([]);
    await keep(march, logged.contact?.promises[0]?.id ?? "");
    expect((await reminders(march)).map((each) => each.kind)).toEqual(["STUCK", "LEGAL_REVIEW", "NEXT_STEP"]);
    // Hidden from this viewer only, and only what was there.
    const [first] = await reminders(march);
    expect(await dismiss(march, first?.id ?? "")).toBe("ReminderDismissed");
    expect(await dismiss(march, first?.id ?? "")).toBe("ReminderDismissed");
    expect((await reminders(march)).map((each) => each.kind)).toEqual(["LEGAL_REVIEW", "NEXT_STEP"]);
    expect(await dismiss(march, "NEXT_STEP:made-up:2026-03-06")).toBe("InvalidInput");
    expect(await dismiss(colleague, first?.id ?? "")).toBe("InvalidInput");
    await take(colleague, stuck);
    expect((await reminders(colleague)).map((each) => each.kind)).toEqual(["STUCK"]);
  });

  test("whoever may not read engagements is reminded of none", async () => {
    expect(await reminders(await desk.hire("AMBASSADOR"))).toEqual([]);
  });
});

describe("figures", () => {
  const byStage = z.array(z.object({ stage: z.object({ id: z.string() }), count: z.number() }));
  const figures = z.object({
    pipelineStatistics: z.object({
      total: z.number(),
      byChannel: z.array(z.object({ channel: z.string(), opened: z.number(), byStage, landed: z.number(), stopped: z.number() })),
      byOwner: z.array(
        z.object({
          owner: z.object({ id: z.string() }),
          open: z.number(),
          overLimit: z.number(),
          withoutStep: z.number(),
          landed: z.number(),
        }),
      ),
    }),
  });
  const TEXT = `query ($from: String, $to: String) { pipelineStatistics(from: $from, to: $to) { total
    byChannel { channel opened byStage { stage { id } count } landed stopped } byOwner { owner { id } open overLimit withoutStep landed } } }`;

  beforeAll(async () => {
    const february = await officerAt(FEBRUARY);
    await opened(february, "f7", { channel: "EVENT", nextStep: { text: "过年后联系", dueOn: "2026-02-26" } });
    const landed = await opened(february, "f8", { channel: "EVENT" });
    for (const [at, stage] of ["CONTACT", "INTENT", "ASSESSMENT", "REVIEW", "SIGNING", "LANDED"].entries())
      await move(february, { id: landed.id, version: at + 1, stage });
    const stopped = await opened(february, "f9", { channel: "OVERSEAS_STATION" });
    await move(february, { id: stopped.id, version: 1, status: "STOPPED", reason: "对方没有意愿" });
    const march = await officerAt(MARCH);
    const paused = await opened(march, "f10", { channel: "EVENT" });
    await move(march, { id: paused.id, version: 1, status: "PAUSED", reason: "等项目批复" });
  });

  test.each([
    [null, null],
    ["2026-02-13", "2026-02-13"],
    ["2026-03-01", null],
    [null, "2026-02-28"],
    ["2027-01-01", null],
  ])("from %s to %s every figure is the length of the list it opens", async (from, to) => {
    const officer = await officerAt(MARCH);
    const { pipelineStatistics: told } = await officer.ask(figures, TEXT, { from, to });
    const time = { openedFrom: from, openedTo: to };
    const count = async (filter: Record<string, unknown>) => (await list(officer, { ...time, ...filter })).totalCount;
    expect(told.total).toBe(await count({ statuses: ALL }));
    expect(told.byChannel).toHaveLength(7);
    for (const { channel, opened: all, byStage: stages, landed, stopped } of told.byChannel) {
      const channels = [channel];
      expect([channel, all]).toEqual([channel, await count({ channels, statuses: ALL })]);
      expect(landed).toBe(await count({ channels, statuses: ["LANDED"] }));
      expect(stopped).toBe(await count({ channels, statuses: ["STOPPED"] }));
      const listed = await list(officer, { ...time, channels });
      expect(Object.fromEntries(stages.map((each) => [each.stage.id, each.count]))).toEqual(listed.byStage);
    }
    for (const { owner, open, overLimit, withoutStep, landed } of told.byOwner) {
      const own = { owners: [owner.id], statuses: ["OPEN"] };
      expect(open).toBe(await count(own));
      expect(overLimit).toBe(await count({ ...own, ageing: ["OVER_LIMIT"] }));
      expect(withoutStep).toBe(await count({ ...own, nextStep: "WANTING" }));
      expect(landed).toBe(await count({ ...own, statuses: ["LANDED"] }));
    }
  });

  test("the figures are those of what was opened", async () => {
    const officer = await officerAt(MARCH);
    const { pipelineStatistics: told } = await officer.ask(figures, TEXT, {});
    expect(told.byChannel.find((each) => each.channel === "EVENT")).toMatchObject({ opened: 3, landed: 1, stopped: 0 });
    expect(told.byChannel.find((each) => each.channel === "OVERSEAS_STATION")).toMatchObject({ opened: 1, landed: 0, stopped: 1 });
    expect(told.byChannel.find((each) => each.channel === "PROJECT")).toMatchObject({ opened: 0 });
    expect(told.byOwner.reduce((sum, each) => sum + each.overLimit, 0)).toBeGreaterThan(0);
  });

  test("a day that is none is refused", async () => {
    const officer = await officerAt(MARCH);
    const answer = await desk.app.gql(TEXT, { from: "2026-02-30" }, { authorization: `Bearer ${officer.bearer}` });
    expect(answer.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});
