import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { act, claim, contact, employed, engage, type Office, openOffice, submit, type Worker } from "./office.ts";

/** Words that stand in the other ambassador's referrals only. */
const SECRETS = ["秘密备注", "秘密说明", "秘密理由", "电话沟通项目情况", "test OFFICER"];
const NOTHING = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const anything = z.record(z.string(), z.unknown());
const lookup = z.object({ referralLookup: z.looseObject({ inProgress: z.looseObject({}).nullable() }) });
const mine = z.object({ myReferrals: z.array(z.looseObject({ id: z.string(), status: z.string() })) });

let office: Office;
let owner: Worker;
let curious: Worker;
let claimed: string;
let engaged: string;
let own: string;
let engagementId: string;
let candidateId: string;

beforeAll(async () => {
  office = await openOffice([
    employed("held", "尤演示", ["ror:thu"]),
    employed("engaged", "何演示", ["ror:scu"]),
    employed("free", "许演示", ["ror:thu"]),
  ]);
  [owner, curious] = [await office.hire("AMBASSADOR"), await office.hire("AMBASSADOR")];
  claimed = await claim(owner, { name: "尤演示", employer: "清华大学", note: "秘密备注" });
  engaged = await claim(owner, { name: "何演示", employer: "四川大学", note: "秘密备注" });
  await submit(owner, { name: "何演示", employer: "四川大学", note: "秘密备注", anotherPersonBecause: "秘密说明在此" });
  const engagement = await engage(office.officer, { referralId: engaged });
  [engagementId, candidateId] = [engagement.id, engagement.candidate.id];
  await act(owner, "withdraw", { id: claimed, reason: "秘密理由" });
  await submit(owner, { name: "尤演示", employer: "清华大学", note: "秘密备注" });
  const answer = await submit(curious, { name: "He Yanshi", employer: "川大" });
  own = answer.__typename === "AlreadyInProgress" ? answer.referral.id : "";
});
afterAll(() => office.close());

test("what is told of a person in progress is stage and desk, to the letter", async () => {
  const answer = await curious.send(
    `query ($input: ReferralLookupInput!) { referralLookup(input: $input) { inProgress { stage { id nameZh nameEn } desk { id nameZh nameEn } } matches { agrees } } }`,
    { input: { name: "何演示", employer: "四川大学" } },
  );
  expect(answer.data).toEqual({
    referralLookup: {
      inProgress: {
        stage: { id: "LEAD", nameZh: "线索", nameEn: "Lead" },
        desk: { id: "RECRUITING", nameZh: "引才专班", nameEn: expect.any(String) },
      },
      matches: [{ agrees: ["NAME", "EMPLOYER"] }],
    },
  });
});

test("a lookup tells nothing by a name alone, and something by name with employer or by the picked person", async () => {
  const LOOKUP =
    "query ($input: ReferralLookupInput!) { referralLookup(input: $input) { inProgress { stage { id } } matches { agrees scientist { nameZh } } } }";
  const asked = async (input: object) => (await curious.ask(lookup, LOOKUP, { input })).referralLookup;
  expect((await asked({ name: "何演示" })).inProgress).toBeNull();
  expect((await asked({ name: "何演示", employer: "另一公司" })).inProgress).toBeNull();
  expect((await asked({ name: "尤演示" })).inProgress).toBeNull();
  expect(await asked({ name: "You Yanshi", employer: "THU" })).toMatchObject({
    inProgress: {},
    matches: [{ agrees: ["NAME", "EMPLOYER"] }],
  });
  expect(await asked({ name: "许演示", employer: "清华" })).toMatchObject({
    inProgress: null,
    matches: [{ agrees: ["NAME", "EMPLOYER"] }],
  });
});

test("ids of others are answered as ids that nothing has", async () => {
  const READ = "query ($id: ID!) { referral(id: $id) { id name note } }";
  for (const id of [claimed, engaged]) {
    expect((await curious.send(READ, { id })).data).toEqual((await curious.send(READ, { id: NOTHING })).data);
    const reason = "我想知道这条引荐";
    expect(await act(curious, "withdraw", { id, reason })).toEqual(await act(curious, "withdraw", { id: NOTHING, reason }));
    expect(await act(curious, "offer", { id, note: reason })).toEqual(await act(curious, "offer", { id: NOTHING, note: reason }));
  }
  expect((await curious.send(READ, { id: own })).data).toMatchObject({ referral: { id: own } });
});

test("what is for officers is refused before anything is read, also under other names and through what may be read", async () => {
  const operations = [
    "{ referrals { totalCount } }",
    "{ referrals(filter: { waiting: true }) { edges { node { id } } } }",
    "{ engagements { totalCount } }",
    `{ engagement(id: "${engagementId}") { id } }`,
    `{ referral(id: "${own}") { candidate { referrals { id } } } }`,
    `{ referral(id: "${own}") { referrer { name } } }`,
    `{ referral(id: "${own}") { matches { agrees } } }`,
    `{ harmless: referral(id: "${own}") { harmless: candidate { id } } }`,
    `query { a: referral(id: "${own}") { ...f } } fragment f on Referral { candidate { referrals { note } } }`,
    "{ myReferrals { candidate { engagements { contacts { summary } } } } }",
    "{ pipelineStatistics { total } }",
    "{ contributions { totalCount } }",
    "{ officers { name } }",
    "{ scientists(first: 1) { edges { node { engagements { id } } } } }",
    `mutation { identifyCandidate(candidateId: "${candidateId}", scientistId: null) { __typename } }`,
    `mutation { decideReferral(id: "${claimed}", decision: DECLINE, reason: "我来决定") { __typename } }`,
    `mutation { transferClaim(fromReferralId: "${engaged}", toReferralId: "${own}", reason: "转给我自己") { __typename } }`,
    `mutation { closeIntroductionOffer(referralId: "${own}", outcome: MADE, note: "已经引见") { __typename } }`,
  ];
  for (const operation of operations) {
    const answer = await curious.send(operation);
    expect([operation, answer.errors?.[0]?.extensions.code, answer.data ?? null]).toEqual([operation, "FORBIDDEN", null]);
  }
});

test("everything an ambassador can read holds nothing that was written of another's referral", async () => {
  await act(curious, "offer", { id: own, note: "我可以帮忙引见" });
  await contact(office.officer, engagementId, "2026-03-02");
  const fields =
    "id name employer orcid relation knownFrom knownTo openTo agreedToContact note submittedAt status claimedUntil stage { id } stageSince desk { id } attachments { id } introductionOffer { note at outcome closedAt } decisionReason demo";
  const operations = [
    `{ myReferrals { ${fields} } myContributions { id kind evidence referral { ${fields} } } reminders { kind text personName engagementId referralId } }`,
    `query { a: referral(id: "${own}") { ${fields} } b: referral(id: "${engaged}") { ${fields} } }`,
    `{ referralLookup(input: { name: "何演示", employer: "四川大学" }) { inProgress { stage { id } desk { id } } matches { agrees scientist { id nameZh } } } }`,
    "{ viewer { name role } }",
  ];
  for (const operation of operations) {
    const { data, errors, text } = await curious.send(operation);
    expect([operation, errors]).toEqual([operation, undefined]);
    expect(anything.parse(data)).not.toEqual({});
    const told = SECRETS.filter((secret) => text.includes(secret));
    expect([operation, told, text.includes(claimed), text.includes(engaged), text.includes(engagementId)]).toEqual([
      operation,
      [],
      false,
      false,
      false,
    ]);
  }
  const { myReferrals } = await curious.ask(mine, "{ myReferrals { id status } }");
  expect(myReferrals).toEqual([{ id: own, status: "ALREADY_IN_PROGRESS" }]);
});

test("who took a referral back is not told any more how far the person has come", async () => {
  const later = await claim(owner, { name: "吕演示", employer: "演示公司" });
  await engage(office.officer, { referralId: later });
  const READ = "query ($id: ID!) { referral(id: $id) { status stage { id } stageSince desk { id } } }";
  expect((await owner.send(READ, { id: later })).data).toMatchObject({ referral: { status: "IN_PROGRESS", stage: { id: "LEAD" } } });
  await act(owner, "withdraw", { id: later });
  expect((await owner.send(READ, { id: later })).data).toEqual({
    referral: { status: "WITHDRAWN", stage: null, stageSince: null, desk: null },
  });
});
