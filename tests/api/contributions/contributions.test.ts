import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { write } from "../../../server/db/run.ts";
import { seed } from "../../../server/db/seed/index.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { SET_TOKEN_ISSUER } from "../exports/exports.test-queries.cypher.ts";
import { sampleScientist, sampleSeeds } from "../scientists/sample-rows.ts";
import { Office, VIEWER } from "./office.ts";

const driver = await emptyDatabase();
const NOW = Date.parse("2026-11-20T02:00:00Z");
const clock = (): Date => new Date(NOW);
let app: TestApp;
let office: Office;
const tokens = { ONE: "", OTHER: "", OFFICER: "", SECOND: "", ADMIN: "" };

beforeAll(async () => {
  await seed(driver, DATABASE, silent, sampleSeeds([sampleScientist("anybody")]));
  app = await startTestApp(clock);
  office = new Office(app);
  for (const who of ["ONE", "OTHER"] as const) tokens[who] = await issueToken(driver, "AMBASSADOR", clock);
  for (const who of ["OFFICER", "SECOND"] as const) tokens[who] = await issueToken(driver, "OFFICER", clock);
  tokens.ADMIN = await issueToken(driver, "SYSTEM_ADMIN", clock);
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

/** A person referred by an ambassador and taken up. */
async function takenUp(name: string, by: keyof typeof tokens = "ONE") {
  const referralId = await office.refer(tokens[by], name);
  const engagement = await office.open(tokens.OFFICER, { referralId });
  return { referralId, engagement };
}
/** A first report that waits for a decision. */
async function proposed(name: string, by: keyof typeof tokens = "ONE"): Promise<string> {
  const { referralId } = await takenUp(name, by);
  const [first] = await office.through(tokens.OFFICER, referralId);
  return first?.id ?? "";
}

describe("the rules propose, once for each occasion", () => {
  test("a first report when an engagement opens from a referral, not when one opens for the person otherwise", async () => {
    const { referralId } = await takenUp("甲一");
    expect(await office.through(tokens.OFFICER, referralId)).toMatchObject([
      {
        kind: "FIRST_REPORT",
        points: 10,
        proposedPoints: 10,
        settingsVersion: 1,
        status: "PROPOSED",
        on: "2026-11-20",
        evidence: "引才办据此引荐立项跟进",
        demo: false,
      },
    ]);
    const [record] = await latestAuditRecords(driver, 1, "CONTRIBUTION");
    expect(record).toMatchObject({
      actorRole: "OFFICER",
      detail: { what: "PROPOSED_BY_RULE", before: null, after: { kind: "FIRST_REPORT", points: 10, settingsVersion: 1 } },
    });
    expect(record?.subjectIds).toContain(referralId);
  });

  test("a visit for each day with one, none for a call, and none twice for what was sent twice", async () => {
    const { referralId, engagement } = await takenUp("甲二");
    await office.check(tokens.OFFICER, engagement.id);
    await office.contact(tokens.OFFICER, engagement.id, { kind: "CALL", on: "2026-11-17" });
    await office.contact(tokens.OFFICER, engagement.id, { kind: "VISIT", on: "2026-11-18" });
    await office.contact(tokens.OFFICER, engagement.id, { kind: "VISIT", on: "2026-11-18" });
    await office.contact(tokens.OFFICER, engagement.id, { kind: "VISIT", on: "2026-11-19", idempotencyKey: "visit-sent-twice" });
    const visits = (await office.through(tokens.OFFICER, referralId)).filter(({ kind }) => kind === "VISIT");
    expect(visits.map(({ on, points }) => [on, points]).sort()).toEqual([
      ["2026-11-18", 20],
      ["2026-11-19", 20],
    ]);
  });

  test("an outcome at landing; taken back with the landing while nobody has decided, kept once somebody has", async () => {
    const { referralId, engagement } = await takenUp("甲三");
    const outcomes = async () => (await office.through(tokens.OFFICER, referralId)).filter(({ kind }) => kind === "OUTCOME");
    const landed = await office.land(tokens.OFFICER, engagement);
    expect(await outcomes()).toMatchObject([{ points: 100, status: "PROPOSED" }]);
    const back = await office.move(tokens.OFFICER, landed, "SIGNING", "误操作，尚未到岗");
    expect(await outcomes()).toEqual([]);
    const again = await office.move(tokens.OFFICER, back, "LANDED");
    const [outcome] = await outcomes();
    expect((await office.decide(tokens.OFFICER, outcome?.id ?? "", { confirmed: true })).contribution).toMatchObject({
      status: "CONFIRMED",
    });
    await office.move(tokens.OFFICER, again, "SIGNING", "合同有误，重新签约");
    expect(await outcomes()).toMatchObject([{ id: outcome?.id, status: "CONFIRMED", points: 100 }]);
  });

  test("an introduction when one was made, and none when it was not needed", async () => {
    await takenUp("甲四");
    const offered = await office.refer(tokens.OTHER, "甲四");
    await office.offerIntroduction(tokens.OTHER, offered);
    await office.closeIntroduction(tokens.OFFICER, offered, "MADE");
    expect(await office.through(tokens.OFFICER, offered)).toMatchObject([{ kind: "INTRODUCTION", points: 20, evidence: "所提引见已完成" }]);
    await takenUp("甲五");
    const unneeded = await office.refer(tokens.OTHER, "甲五");
    await office.offerIntroduction(tokens.OTHER, unneeded);
    await office.closeIntroduction(tokens.OFFICER, unneeded, "NOT_NEEDED");
    expect(await office.through(tokens.OFFICER, unneeded)).toEqual([]);
  });

  test("with the points in use at that moment, whose version stays with the entry", async () => {
    const before = await takenUp("甲六");
    await office.setPoints(tokens.ADMIN, "FIRST_REPORT", 15);
    const after = await takenUp("甲七");
    expect(await office.through(tokens.OFFICER, before.referralId)).toMatchObject([{ points: 10, settingsVersion: 1 }]);
    expect(await office.through(tokens.OFFICER, after.referralId)).toMatchObject([{ points: 15, settingsVersion: 2 }]);
    const [entry] = await office.through(tokens.OFFICER, before.referralId);
    await office.decide(tokens.OFFICER, entry?.id ?? "", { confirmed: true });
    expect(await office.through(tokens.OFFICER, before.referralId)).toMatchObject([
      { points: 10, settingsVersion: 1, status: "CONFIRMED" },
    ]);
  });

  test("by hand: with evidence, on a day that was, and not what is there already", async () => {
    const { referralId } = await takenUp("甲八");
    const input = { referralId, kind: "INTRODUCTION", on: "2026-11-19", evidence: "陪同参加座谈" };
    expect((await office.propose(tokens.OFFICER, input)).contribution).toMatchObject({
      points: 20,
      evidence: "陪同参加座谈",
      status: "PROPOSED",
    });
    expect(await office.propose(tokens.OFFICER, input)).toMatchObject({ __typename: "InvalidInput", field: "kind" });
    expect(await office.propose(tokens.OFFICER, { ...input, kind: "FIRST_REPORT" })).toMatchObject({ field: "kind" });
    expect((await office.propose(tokens.OFFICER, { ...input, on: "2026-11-18" })).contribution).toMatchObject({ on: "2026-11-18" });
    expect(await office.propose(tokens.OFFICER, { ...input, on: "2026-11-21" })).toMatchObject({ field: "on" });
    expect(await office.propose(tokens.OFFICER, { ...input, on: "2026-11-17", evidence: "有" })).toMatchObject({ field: "evidence" });
    expect(await office.propose(tokens.OFFICER, { ...input, referralId: "01NOSUCHREFERRAL" })).toMatchObject({ field: "referralId" });
  });

  test("two openings of the same referral at the same instant leave one first report", async () => {
    const referralId = await office.refer(tokens.ONE, "甲九");
    await Promise.allSettled([office.open(tokens.OFFICER, { referralId }), office.open(tokens.SECOND, { referralId })]);
    expect(await office.through(tokens.OFFICER, referralId)).toMatchObject([{ kind: "FIRST_REPORT" }]);
  });
});

describe("officers decide", () => {
  test("confirms with the proposed points without a word, with others only with a reason", async () => {
    const id = await proposed("乙一");
    expect(await office.decide(tokens.OFFICER, id, { confirmed: true, points: 30 })).toMatchObject({
      __typename: "InvalidInput",
      field: "note",
    });
    const { contribution } = await office.decide(tokens.OFFICER, id, { confirmed: true, points: 30, note: "多次协助联络" });
    expect(contribution).toMatchObject({ status: "CONFIRMED", points: 30, proposedPoints: 15, decisionNote: "多次协助联络" });
    expect(contribution?.decidedAt).toBe(clock().toISOString());
    expect(await latestAuditRecords(driver, 1, "CONTRIBUTION")).toMatchObject([
      { detail: { what: "CONFIRMED", before: { status: "PROPOSED", points: 15 }, after: { status: "CONFIRMED", points: 30 } } },
    ]);
    expect(JSON.stringify(await latestAuditRecords(driver, 1, "CONTRIBUTION"))).not.toContain("多次协助联络");
  });

  test("rejects only with a reason, and what is rejected counts nothing", async () => {
    const id = await proposed("乙二");
    expect(await office.decide(tokens.OFFICER, id, { confirmed: false })).toMatchObject({ field: "note" });
    const before = (await office.all(tokens.OFFICER)).totalPoints;
    expect((await office.decide(tokens.OFFICER, id, { confirmed: false, note: "此前已有线索" })).contribution).toMatchObject({
      status: "REJECTED",
      points: 0,
      proposedPoints: 15,
    });
    expect((await office.all(tokens.OFFICER)).totalPoints).toBe(before - 15);
  });

  test.each([-1, 1001])("points of %d are refused", async (points) => {
    const id = await proposed(`乙三${points}`);
    expect(await office.decide(tokens.OFFICER, id, { confirmed: true, points, note: "改动积分" })).toMatchObject({ field: "points" });
  });

  test("not twice, and not what is not there", async () => {
    const id = await proposed("乙四");
    await office.decide(tokens.OFFICER, id, { confirmed: true });
    expect(await office.decide(tokens.SECOND, id, { confirmed: false, note: "再想一想" })).toMatchObject({
      __typename: "NotAllowed",
      message: expect.stringMatching(/已审定/),
    });
    expect(await office.decide(tokens.OFFICER, "01NOSUCHCONTRIBUTION", { confirmed: true })).toMatchObject({ field: "id" });
  });

  test("of two at the same instant one decides, the other is told", async () => {
    const id = await proposed("乙五");
    const answers = await Promise.all([
      office.decide(tokens.OFFICER, id, { confirmed: true }),
      office.decide(tokens.SECOND, id, { confirmed: false, note: "此前已有线索" }),
    ]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["ContributionSaved", "NotAllowed"]);
  });

  test("nobody on an own one, nor on one of a script whose token they issued, nor through such a script", async () => {
    const own = await proposed("乙六", "SECOND");
    expect(await office.decide(tokens.SECOND, own, { confirmed: true })).toMatchObject({
      __typename: "NotAllowed",
      message: expect.stringMatching(/不能审定自己/),
    });
    const scriptOf = await issueToken(driver, "OFFICER", clock);
    const { ambassador } = (await office.all(tokens.OFFICER)).items.find(({ id }) => id === own) ?? { ambassador: { id: "" } };
    // The script's token was issued by the very one whose contribution it is.
    await write(driver, DATABASE, SET_TOKEN_ISSUER, { tokenId: await idOf(scriptOf), issuerId: ambassador.id });
    expect(await office.decide(scriptOf, own, { confirmed: true })).toMatchObject({ message: expect.stringMatching(/不能审定自己/) });
    // What a script of mine was credited with is mine.
    const ofScript = await proposed("乙七", "ONE");
    const one = (await office.all(tokens.OFFICER)).items.find(({ id }) => id === ofScript)?.ambassador.id ?? "";
    await write(driver, DATABASE, SET_TOKEN_ISSUER, { tokenId: one, issuerId: await idOf(tokens.SECOND) });
    expect(await office.decide(tokens.SECOND, ofScript, { confirmed: true })).toMatchObject({
      message: expect.stringMatching(/不能审定自己/),
    });
    await write(driver, DATABASE, SET_TOKEN_ISSUER, { tokenId: one, issuerId: null });
    expect(await office.decide(tokens.OFFICER, own, { confirmed: true })).toMatchObject({ __typename: "ContributionSaved" });
  });

  test("an ambassador may not, nor propose, nor list everybody's", async () => {
    const id = await proposed("乙八");
    const asked = [
      `mutation { decideContribution(id: "${id}", confirmed: true, note: "") { __typename } }`,
      'mutation { proposeContribution(input: { referralId: "x", kind: VISIT, on: "2026-11-19", evidence: "到访" }) { __typename } }',
      "{ contributions { totalCount } }",
      "{ myContributions { ambassador { id } } }",
    ];
    for (const text of asked) {
      const answer = await app.gql(text, {}, { authorization: `Bearer ${tokens.ONE}` });
      expect(answer.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    }
  });
});

/** Id of the principal that a bearer token speaks for. */
async function idOf(token: string): Promise<string> {
  const { viewer } = await office.ask(token, VIEWER, "{ viewer { id } }");
  return viewer.id;
}

describe("ambassadors dispute", () => {
  test("a decision, with evidence; an officer decides again, with a reason", async () => {
    const id = await proposed("丙一");
    await office.decide(tokens.OFFICER, id, { confirmed: false, note: "此前已有线索" });
    expect(await office.dispute(tokens.ONE, id, "有")).toMatchObject({ __typename: "InvalidInput", field: "evidence" });
    expect((await office.dispute(tokens.ONE, id, "三月已在会上引见，王某在场")).contribution).toMatchObject({
      status: "DISPUTED",
      dispute: "三月已在会上引见，王某在场",
    });
    expect(await office.dispute(tokens.ONE, id, "再说一遍：三月")).toMatchObject({ __typename: "NotAllowed" });
    expect(await office.decide(tokens.OFFICER, id, { confirmed: true })).toMatchObject({ field: "note" });
    expect((await office.decide(tokens.OFFICER, id, { confirmed: true, note: "经核实属实" })).contribution).toMatchObject({
      status: "CONFIRMED",
      points: 15,
      dispute: "三月已在会上引见，王某在场",
      decisionNote: "经核实属实",
    });
    expect(JSON.stringify(await latestAuditRecords(driver, 3, "CONTRIBUTION"))).not.toMatch(/王某|经核实/);
  });

  test("only an own one: somebody else's is answered like one that is not there", async () => {
    const id = await proposed("丙二");
    const foreign = await office.dispute(tokens.OTHER, id, "这是我介绍的人");
    expect(foreign).toEqual(await office.dispute(tokens.OTHER, "01NOSUCHCONTRIBUTION", "这是我介绍的人"));
    expect((await office.mine(tokens.ONE)).find((item) => item.id === id)).toMatchObject({ status: "PROPOSED", dispute: null });
  });

  test("and see their own only, in their own language", async () => {
    const own = await office.mine(tokens.OTHER);
    expect(own.map(({ referral }) => referral.name)).toEqual(["甲四"]);
    const names = new Set((await office.mine(tokens.ONE)).map(({ referral }) => referral.name));
    expect(names.has("丙二")).toBe(true);
    expect(names.has("乙六")).toBe(false);
    const english = await app.gql(
      "{ myContributions { evidence } }",
      {},
      { authorization: `Bearer ${tokens.OTHER}`, "accept-language": "en" },
    );
    expect(english.data).toEqual({ myContributions: [{ evidence: "The introduction offered was made" }] });
  });
});

describe("reminders", () => {
  test("an officer is told of what waits, an ambassador of what was decided, nobody of what is not theirs", async () => {
    const id = await proposed("丁一");
    const other = await proposed("丁二", "SECOND");
    const told = async (who: keyof typeof tokens) => (await office.reminders(tokens[who])).map((one) => one.id.split(":")[1]);
    expect(await told("OFFICER")).toEqual(expect.arrayContaining([id, other]));
    expect(await told("SECOND")).toContain(id);
    expect(await told("SECOND")).not.toContain(other);
    expect(await told("ONE")).not.toContain(id);
    await office.decide(tokens.OFFICER, id, { confirmed: true });
    expect(await told("OFFICER")).not.toContain(id);
    expect((await office.reminders(tokens.ONE)).find((one) => one.id.includes(id))).toMatchObject({
      personName: "丁一",
      text: "首报贡献已认定",
    });
    expect(await told("OTHER")).not.toContain(id);
  });
});
