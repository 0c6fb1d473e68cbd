import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { act, claim, contact, employed, engage, move, type Office, openOffice, submit, type Worker } from "./office.ts";

const PEOPLE = Array.from({ length: 14 }, (_none, at) =>
  employed(`p${at}`, `演示人${"甲乙丙丁戊己庚辛壬癸子丑寅卯".charAt(at)}`, ["ror:scu"]),
);
const READ = /* GraphQL */ `query ($id: ID!) { referral(id: $id) { status claimedUntil stage { id } stageSince desk { id } decisionReason anotherPersonBecause } }`;
const CANDIDATE = /* GraphQL */ `query ($id: ID!) { referral(id: $id) { candidate { id scientist { id } } } }`;
const REMINDERS = /* GraphQL */ `{ reminders { kind on personName text engagementId referralId } }`;
const read = z.object({ referral: z.looseObject({ status: z.string(), claimedUntil: z.string().nullable() }).nullable() });
const candidate = z.object({ referral: z.object({ candidate: z.object({ id: z.string(), scientist: z.looseObject({}).nullable() }) }) });
const reminders = z.object({ reminders: z.array(z.looseObject({ kind: z.string(), referralId: z.string().nullable() })) });
const START = "2026-03-02T02:00:00Z";
const LAST_DAY = "2026-05-31";

let office: Office;
let first: Worker;
let second: Worker;
let next = 0;

beforeAll(async () => {
  office = await openOffice(PEOPLE);
  [first, second] = [await office.hire("AMBASSADOR"), await office.hire("AMBASSADOR")];
});
beforeEach(() => office.at(START));
afterAll(() => office.close());

/** A person of the map whom nobody has named yet. */
function somebody(): { name: string; employer: string } {
  const name = PEOPLE[next]?.nameZh?.[0]?.value;
  next += 1;
  if (name === undefined) throw new Error("There are not so many people.");
  return { name, employer: "四川大学" };
}

async function seen(by: Worker, id: string) {
  return (await by.ask(read, READ, { id })).referral;
}

async function told(by: Worker, kind: string, referralId: string) {
  return (await by.ask(reminders, REMINDERS)).reminders.filter((each) => each.kind === kind && each.referralId === referralId);
}

test("a claim runs to the end of its last day in China and then lapses without anybody doing anything", async () => {
  const person = somebody();
  const id = await claim(first, person);
  expect(await seen(first, id)).toMatchObject({ status: "CLAIMED", claimedUntil: LAST_DAY, stage: null });
  expect(await told(office.officer, "REFERRAL_ARRIVED", id)).toHaveLength(1);
  office.at("2026-05-31T15:59:59Z");
  expect(await seen(first, id)).toMatchObject({ status: "CLAIMED" });
  expect(await told(office.officer, "CLAIM_LAPSING", id)).toMatchObject([{ on: LAST_DAY, personName: person.name, engagementId: null }]);
  expect(await submit(second, person)).toMatchObject({ __typename: "AlreadyInProgress" });
  office.at("2026-05-31T16:00:00Z");
  expect(await seen(first, id)).toMatchObject({ status: "LAPSED", claimedUntil: null });
  expect(await told(office.officer, "CLAIM_LAPSING", id)).toEqual([]);
  // Now anybody may, and then the first may not.
  const other = await claim(second, person);
  expect(await submit(first, person)).toMatchObject({ __typename: "AlreadyInProgress" });
  expect(await seen(second, other)).toMatchObject({ claimedUntil: "2026-08-30" });
});

test("each logged contact extends the claim from its own day, an earlier one does not shorten it, and a lapsed one stays so", async () => {
  const person = somebody();
  const id = await claim(first, person);
  const { id: engagementId } = await engage(office.officer, { referralId: id });
  expect(await seen(first, id)).toMatchObject({
    status: "IN_PROGRESS",
    claimedUntil: LAST_DAY,
    stage: { id: "LEAD" },
    desk: { id: "RECRUITING" },
  });
  expect(await told(first, "REFERRAL_MOVED", id)).toMatchObject([{ text: "线索", on: "2026-03-02", engagementId: null }]);
  expect(await told(office.officer, "REFERRAL_ARRIVED", id)).toEqual([]);
  office.at("2026-05-20T02:00:00Z");
  const later = await contact(office.officer, engagementId, "2026-05-19");
  expect(await seen(first, id)).toMatchObject({ claimedUntil: "2026-08-17" });
  await contact(office.officer, engagementId, "2026-03-03", later);
  expect(await seen(first, id)).toMatchObject({ claimedUntil: "2026-08-17" });
  office.at("2026-08-18T02:00:00Z");
  expect(await seen(first, id)).toMatchObject({ status: "LAPSED" });
  await contact(office.officer, engagementId, "2026-08-18", later);
  expect(await seen(first, id)).toMatchObject({ status: "LAPSED" });
  // By the engagement the person is in progress still.
  expect(await submit(first, person)).toMatchObject({ __typename: "AlreadyInProgress", stage: { id: "LEAD" } });
});

test("while an engagement is open or paused the person is in progress without any claim, and not after it was stopped", async () => {
  const person = somebody();
  const id = await claim(first, person);
  const opened = await engage(office.officer, { referralId: id });
  const moved = await move(office.officer, { id: opened.id, version: opened.version, stage: "CONTACT" });
  await act(first, "withdraw", { id });
  expect(await submit(second, person)).toMatchObject({
    __typename: "AlreadyInProgress",
    stage: { id: "CONTACT" },
    desk: { id: "RECRUITING" },
  });
  const paused = await move(office.officer, { id: opened.id, version: moved.version, status: "PAUSED", reason: "等待本人答复" });
  expect(await submit(first, person)).toMatchObject({ __typename: "AlreadyInProgress", stage: { id: "CONTACT" } });
  await move(office.officer, { id: opened.id, version: paused.version, status: "STOPPED", reason: "本人暂无意向" });
  await claim(second, person);
});

test("a claim passes to another referral of the person, and is then the other's alone", async () => {
  const person = somebody();
  const from = await claim(first, person);
  const answer = await submit(second, person);
  const to = answer.__typename === "AlreadyInProgress" ? answer.referral.id : "";
  office.at("2026-04-01T02:00:00Z");
  const reason = "原引荐人出国，改由第二位跟进";
  expect(await act(office.officer, "transfer", { from, to, reason: "短" })).toMatchObject({ __typename: "InvalidInput", field: "reason" });
  expect(await act(office.officer, "transfer", { from: to, to: from, reason })).toMatchObject({
    __typename: "InvalidInput",
    field: "fromReferralId",
  });
  const elsewhere = await claim(first, somebody());
  expect(await act(office.officer, "transfer", { from: elsewhere, to, reason })).toMatchObject({ field: "toReferralId" });
  expect(await act(office.officer, "transfer", { from, to, reason })).toMatchObject({
    referral: { id: to, status: "CLAIMED", claimedUntil: "2026-06-30" },
  });
  expect(await seen(first, from)).toMatchObject({ status: "TRANSFERRED", claimedUntil: null, decisionReason: null });
  expect(await submit(first, person)).toMatchObject({ __typename: "AlreadyInProgress" });
  expect(await submit(second, person)).toMatchObject({ __typename: "InvalidInput", field: "name" });
});

test("what is taken back frees the person at once and can be submitted again; what has ended cannot be taken back", async () => {
  const person = somebody();
  const id = await claim(first, person);
  expect(await act(first, "withdraw", { id, reason: "填错了" })).toMatchObject({ referral: { status: "WITHDRAWN", claimedUntil: null } });
  expect(await act(first, "withdraw", { id })).toMatchObject({ __typename: "NotAllowed" });
  const again = await claim(first, person);
  expect(await act(office.officer, "decide", { id: again, decision: "DECLINE", reason: "专业方向暂不匹配" })).toMatchObject({
    referral: { status: "DECLINED", decisionReason: "专业方向暂不匹配" },
  });
  expect(await seen(first, again)).toMatchObject({ status: "DECLINED", decisionReason: "专业方向暂不匹配" });
  expect(await act(office.officer, "decide", { id: again, decision: "DECLINE", reason: "专业方向暂不匹配" })).toMatchObject({
    __typename: "NotAllowed",
  });
  await claim(second, person);
});

test("a referral from which an engagement is going on is not declined", async () => {
  const id = await claim(first, somebody());
  await engage(office.officer, { referralId: id });
  expect(await act(office.officer, "decide", { id, decision: "DECLINE", reason: "专业方向暂不匹配" })).toMatchObject({
    __typename: "InvalidInput",
    field: "decision",
  });
});

test("another person of the same name and employer is decided on by an officer and then has a claim of their own", async () => {
  const person = somebody();
  const known = await claim(first, person);
  const because = "同名的另一位，是化学学院的讲师";
  const answer = await submit(second, { ...person, anotherPersonBecause: because });
  expect(answer).toMatchObject({ __typename: "Referral", status: "UNDER_REVIEW", claimedUntil: null });
  const id = answer.__typename === "Referral" ? answer.id : "";
  expect(await seen(second, id)).toMatchObject({ status: "UNDER_REVIEW", stage: null, desk: null });
  expect(await seen(office.officer, id)).toMatchObject({ anotherPersonBecause: because });
  const same = await submit(second, { ...person, anotherPersonBecause: because });
  expect(same).toMatchObject({ status: "UNDER_REVIEW" });

  const decided = await act(office.officer, "decide", { id, decision: "ANOTHER_PERSON", reason: "经核对确为另一人" });
  expect(decided).toMatchObject({ referral: { status: "CLAIMED", claimedUntil: LAST_DAY, decisionReason: null } });
  const [one, other] = [
    await office.officer.ask(candidate, CANDIDATE, { id: known }),
    await office.officer.ask(candidate, CANDIDATE, { id }),
  ];
  expect(other.referral.candidate.id).not.toBe(one.referral.candidate.id);
  expect(other.referral.candidate.scientist).toBeNull();
  expect(await seen(first, known)).toMatchObject({ status: "CLAIMED" });
  const sameId = same.__typename === "Referral" ? same.id : "";
  expect(await act(office.officer, "decide", { id: sameId, decision: "SAME_PERSON", reason: "核对后是同一人" })).toMatchObject({
    referral: { status: "ALREADY_IN_PROGRESS", claimedUntil: null },
  });
  expect(await act(office.officer, "decide", { id: known, decision: "SAME_PERSON", reason: "核对后是同一人" })).toMatchObject({
    field: "decision",
  });
});

test("to say that it is another person where nobody is in progress is answered as if nobody had ever been named", async () => {
  const person = somebody();
  const before = await claim(first, person);
  await act(first, "withdraw", { id: before });
  const because = { anotherPersonBecause: "同名的另一位讲师" };
  const known = await submit(second, { ...person, ...because });
  const unknown = await submit(second, { ...somebody(), ...because });
  expect([known, unknown]).toMatchObject([
    { __typename: "Referral", status: "CLAIMED" },
    { __typename: "Referral", status: "CLAIMED" },
  ]);
});

test("nobody can say that it is another person where the ORCID or the picked person says who it is", async () => {
  const person = { ...somebody(), orcid: "0000-0002-1825-0097" };
  await claim(first, person);
  const answer = await submit(second, { ...person, anotherPersonBecause: "我觉得是另一个人" });
  expect(answer).toMatchObject({ __typename: "AlreadyInProgress" });
});

test("an introduction is offered on a referral behind another's, once, and closed once", async () => {
  const person = somebody();
  const holding = await claim(first, person);
  const answer = await submit(second, person);
  const id = answer.__typename === "AlreadyInProgress" ? answer.referral.id : "";
  const note = "我可以在下月会议上引见";
  expect(await act(first, "offer", { id: holding, note })).toMatchObject({ __typename: "NotAllowed" });
  expect(await act(second, "offer", { id, note: "可以" })).toMatchObject({ field: "note" });
  expect(await act(office.officer, "closeOffer", { id, outcome: "MADE", note: "已经引见完成" })).toMatchObject({
    __typename: "NotAllowed",
  });
  expect(await act(second, "offer", { id, note })).toMatchObject({ referral: { introductionOffer: { note, outcome: null } } });
  expect(await act(second, "offer", { id, note })).toMatchObject({ __typename: "NotAllowed" });
  expect(await told(office.officer, "INTRODUCTION_OFFERED", id)).toMatchObject([{ text: note }]);
  expect(await act(office.officer, "closeOffer", { id, outcome: "MADE", note: "已经引见完成" })).toMatchObject({
    referral: { introductionOffer: { outcome: "MADE" } },
  });
  expect(await act(office.officer, "closeOffer", { id, outcome: "MADE", note: "已经引见完成" })).toMatchObject({
    __typename: "NotAllowed",
  });
  expect(await told(office.officer, "INTRODUCTION_OFFERED", id)).toEqual([]);
});

test("a landed person's referral has landed, until the landing is taken back", async () => {
  const id = await claim(first, somebody());
  let engagement = await engage(office.officer, { referralId: id });
  for (const stage of ["CONTACT", "INTENT", "ASSESSMENT", "REVIEW", "SIGNING", "LANDED"])
    engagement = await move(office.officer, { id: engagement.id, version: engagement.version, stage });
  expect(await seen(first, id)).toMatchObject({ status: "LANDED", claimedUntil: null });
  expect(await told(first, "REFERRAL_MOVED", id)).toMatchObject([{ text: "已落地" }]);
  await move(office.officer, { id: engagement.id, version: engagement.version, stage: "SIGNING", reason: "落户手续未完成" });
  expect(await seen(first, id)).toMatchObject({ status: "IN_PROGRESS", claimedUntil: LAST_DAY, stage: { id: "SIGNING" } });
});
