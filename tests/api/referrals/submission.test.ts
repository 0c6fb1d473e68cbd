import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { seedId } from "../../../server/shared/ids.ts";
import { claim, employed, type Office, openOffice, submit, type Worker } from "./office.ts";

const ZENG = employed("zeng", "曾文清", ["ror:thu"], { orcid: "0000-0002-1825-0097" });
let office: Office;
let first: Worker;
let second: Worker;

beforeAll(async () => {
  office = await openOffice([ZENG, employed("namesake", "曾文清", ["ror:pku"])]);
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
