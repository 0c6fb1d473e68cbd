import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { seedId } from "../../../server/shared/ids.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { claim, employed, type Office, openOffice, submit, type Worker } from "./office.ts";

const ZENG = employed("zeng", "曾文清", ["ror:thu"], { orcid: "0000-0002-1825-0097" });
let office: Office;
let first: Worker;
let second: Worker;

beforeAll(async () => {
  office = await openOffice([
    ZENG,
    employed("namesake", "曾文清", ["ror:pku"]),
    employed("one-of-two", "龚演示", ["ror:pku"]),
    employed("two-of-two", "龚演示", ["ror:scu", "ror:pku"]),
    employed("stated", "程演示", [], {
      worksAt: [{ stated: "演示半导体有限公司", to: "2001", provenance: { source: "academy", confidence: 0.9 } }],
    }),
    employed("with-orcid", "嵇演示", ["ror:scu"], { orcid: "0000-0001-5109-3700" }),
    employed("picked", "邢演示", ["ror:scu"]),
  ]);
  [first, second] = [await office.hire("AMBASSADOR"), await office.hire("AMBASSADOR")];
});
afterAll(() => office.close());

const OWN = /* GraphQL */ `{ myReferrals { id name status stage { id } desk { id } claimedUntil attachments { id } introductionOffer { note } } }`;
const ALL = /* GraphQL */ `query ($filter: ReferralFilter, $first: Int, $after: String) { referrals(filter: $filter, first: $first, after: $after) { totalCount
  edges { cursor node { id name status referrer { name } candidate { id name scientist { id } referrals { id } } matches { agrees scientist { id } } } }
  pageInfo { hasNextPage endCursor } } }`;
const own = z.object({ myReferrals: z.array(z.looseObject({ id: z.string(), name: z.string(), status: z.string() })) });
const node = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  referrer: z.object({ name: z.string() }),
  candidate: z.object({
    id: z.string(),
    name: z.string(),
    scientist: z.object({ id: z.string() }).nullable(),
    referrals: z.array(z.object({ id: z.string() })),
  }),
  matches: z.array(z.object({ agrees: z.array(z.string()), scientist: z.object({ id: z.string() }) })),
});
const all = z.object({
  referrals: z.object({
    totalCount: z.number(),
    edges: z.array(z.object({ cursor: z.string(), node })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

test("a name as an ambassador types it, with the employer, finds the person of the map", async () => {
  const id = await claim(first, { name: "Wenqing Zeng", employer: "Tsinghua" });
  expect((await first.ask(own, OWN)).myReferrals).toMatchObject([
    { id, name: "Wenqing Zeng", status: "CLAIMED", claimedUntil: "2026-05-31" },
  ]);
  const { referrals } = await office.officer.ask(all, ALL);
  expect(referrals.edges[0]?.node).toMatchObject({
    id,
    candidate: { name: "曾文清", scientist: { id: seedId("Scientist", "zeng") }, referrals: [{ id }] },
    matches: [{ agrees: ["NAME", "EMPLOYER"], scientist: { id: seedId("Scientist", "zeng") } }, { agrees: ["NAME"] }],
  });
  const other = await submit(second, { name: "曾文清教授", employer: "清华大学计算机系" });
  expect(other).toMatchObject({
    __typename: "AlreadyInProgress",
    stage: { id: "LEAD" },
    desk: { id: "RECRUITING" },
    referral: { status: "ALREADY_IN_PROGRESS" },
  });
  expect((await second.ask(own, OWN)).myReferrals).toHaveLength(1);
  expect(await submit(first, { name: "ZENG Wen-qing", employer: "清华" })).toMatchObject({ __typename: "InvalidInput", field: "name" });
});

async function nodeOf(id: string) {
  const { referrals } = await office.officer.ask(all, ALL, { first: 200 });
  const found = referrals.edges.find((edge) => edge.node.id === id)?.node;
  if (found === undefined) throw new Error(`No referral ${id}.`);
  return found;
}

test("where several people of the map agree nobody is taken for the person, and the office sees them", async () => {
  const node = await nodeOf(await claim(first, { name: "Gong Yanshi", employer: "北大" }));
  expect(node.candidate.scientist).toBeNull();
  expect(node.matches.map((match) => [match.scientist.id, match.agrees.join(" ")]).sort()).toEqual(
    [seedId("Scientist", "one-of-two"), seedId("Scientist", "two-of-two")].map((id) => [id, "NAME EMPLOYER"]).sort(),
  );
});

test("a name alone is shown and never taken for the person, and is not a claim on anybody", async () => {
  const node = await nodeOf(await claim(first, { name: "邢演示" }));
  expect(node.candidate.scientist).toBeNull();
  expect(node.matches).toMatchObject([{ agrees: ["NAME"] }]);
  await claim(second, { name: "邢演示" });
  await claim(second, { name: "邢演示", employer: "北大" });
});

test("a past employer that is only stated agrees", async () => {
  const node = await nodeOf(await claim(first, { name: "Cheng Yanshi", employer: "演示半导体" }));
  expect(node).toMatchObject({
    candidate: { scientist: { id: seedId("Scientist", "stated") } },
    matches: [{ agrees: ["NAME", "EMPLOYER"] }],
  });
});

test("an ORCID is the person under whatever name, also as a link, and another ORCID is another person", async () => {
  const scientist = { id: seedId("Scientist", "with-orcid") };
  expect(await nodeOf(await claim(first, { name: "J. Y.", orcid: "https://orcid.org/0000-0001-5109-3700" }))).toMatchObject({
    candidate: { scientist },
  });
  expect(await submit(second, { name: "嵇演示", employer: "四川大学" })).toMatchObject({ __typename: "AlreadyInProgress" });
  const other = await nodeOf(await claim(second, { name: "嵇演示", employer: "四川大学", orcid: "0000-0002-1694-233X" }));
  expect(other.candidate.scientist).toBeNull();
});

test("the picked person is the person when the name goes with them, without any employer", async () => {
  const scientistId = seedId("Scientist", "picked");
  expect(await nodeOf(await claim(first, { name: "Xing Yanshi", scientistId }))).toMatchObject({
    candidate: { scientist: { id: scientistId } },
  });
  expect(await submit(second, { name: "邢演示", employer: "川大" })).toMatchObject({ __typename: "AlreadyInProgress" });
  expect(await submit(second, { name: "曾文清", scientistId })).toMatchObject({ __typename: "InvalidInput", field: "scientistId" });
  expect(await submit(second, { name: "邢演示", scientistId: "nobody" })).toMatchObject({
    __typename: "InvalidInput",
    field: "scientistId",
  });
});

test.each([
  ["name", { name: "曾" }],
  ["name", { name: " … " }],
  ["name", { name: "曾".repeat(101) }],
  ["employer", { employer: "大".repeat(201) }],
  ["orcid", { orcid: "0000-0002-1825-0098" }],
  ["orcid", { orcid: "1825" }],
  ["knownFrom", { knownFrom: 1899 }],
  ["knownFrom", { knownFrom: 2027 }],
  ["knownTo", { knownFrom: 2010, knownTo: 2009 }],
  ["knownTo", { knownTo: 2027 }],
  ["note", { note: "长".repeat(1001) }],
  ["anotherPersonBecause", { anotherPersonBecause: "不是" }],
  ["idempotencyKey", { idempotencyKey: "" }],
  ["idempotencyKey", { idempotencyKey: "k".repeat(101) }],
])("a submission with a wrong %s is refused with a sentence", async (field, wrong) => {
  const answer = await submit(first, { name: "错误演示", employer: "演示公司", ...wrong });
  expect(answer).toMatchObject({ __typename: "InvalidInput", field, message: expect.stringMatching(/。$/) });
});

test("the office pages through all referrals, latest first, and narrows them by where they stand", async () => {
  const statuses = ["ALREADY_IN_PROGRESS"];
  const { referrals: everything } = await office.officer.ask(all, ALL, { first: 200 });
  const pages: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { referrals }: z.infer<typeof all> = await office.officer.ask(all, ALL, { first: 3, after });
    pages.push(...referrals.edges.map((edge) => edge.node.id));
    [after, more] = [referrals.pageInfo.endCursor, referrals.pageInfo.hasNextPage];
  }
  expect(pages).toEqual(everything.edges.map((edge) => edge.node.id));
  expect(pages).toHaveLength(everything.totalCount);
  const { referrals: waiting } = await office.officer.ask(all, ALL, { first: 200, filter: { statuses } });
  expect(waiting.edges.length).toBe(everything.edges.filter((edge) => edge.node.status === "ALREADY_IN_PROGRESS").length);
  expect(waiting.edges.length).toBeGreaterThan(0);
  expect(waiting.edges.every((edge) => edge.node.status === "ALREADY_IN_PROGRESS")).toBe(true);
  const { referrals: toTakeUp } = await office.officer.ask(all, ALL, { first: 200, filter: { waiting: true } });
  expect(toTakeUp.totalCount).toBe(everything.edges.filter((edge) => edge.node.status === "CLAIMED").length);
});

test("a submission and a lookup are on record, the submission without what was written", async () => {
  const id = await claim(first, { name: "记录演示", employer: "演示公司", note: "不进审计的备注" });
  const [record] = await latestAuditRecords(office.driver, 1, "REFERRAL");
  expect(record).toMatchObject({ actorRole: "AMBASSADOR", result: "OK", detail: { what: "SUBMIT", after: { state: "CLAIMED" } } });
  expect(record?.subjectIds).toContain(id);
  expect(JSON.stringify(record)).not.toMatch(/记录演示|备注/);
  await first.send('{ referralLookup(input: { name: "查找演示", employer: "演示公司" }) { matches { agrees } } }');
  expect(await latestAuditRecords(office.driver, 1, "SEARCH")).toMatchObject([
    { actorRole: "AMBASSADOR", detail: { what: "referralLookup", name: "查找演示", employer: "演示公司" } },
  ]);
});
