import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { read, write } from "../../../server/db/run.ts";
import { seed } from "../../../server/db/seed/index.ts";
import { verifyChain } from "../../../server/features/audit/index.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken, testEnv } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { sampleScientist, sampleSeeds } from "../scientists/sample-rows.ts";
import { ALL_DETAILS, COUNT_CONTACTS, COUNT_RECORDS, DELETE_RECORDS, OCCUPY_INDEX } from "./tampering.cypher.ts";

const driver = await emptyDatabase();
let now = Date.parse("2026-11-22T08:00:00Z");
const clock = (): Date => new Date(now);
let app: TestApp;
let auditor = "";

beforeAll(async () => {
  await seed(driver, DATABASE, silent, sampleSeeds(["a", "b", "c"].map((key) => sampleScientist(key))));
  app = await startTestApp(clock);
  auditor = await issueToken(driver, "AUDITOR", clock);
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const person = (key: string): string => seedId("Scientist", key);
const LIST =
  "query ($query: String, $filter: ScientistFilter, $after: String, $first: Int) { scientists(query: $query, filter: $filter, after: $after, first: $first) { totalCount edges { node { id nameZh related(first: 2) { scientist { id } } } } pageInfo { endCursor } } }";
const MAP =
  "query ($filter: ScientistFilter, $zoom: Float!, $bounds: BoundsInput) { talentMap(view: WORKPLACE, filter: $filter, zoom: $zoom, bounds: $bounds) { total } }";
const latest = async () => (await latestAuditRecords(driver, 1))[0];
const lastIndex = async (): Promise<number> => (await latest())?.index ?? 0;

/** Records added by some work, oldest first. */
async function recordsOf(work: () => Promise<unknown>) {
  const before = await lastIndex();
  await work();
  const added = (await lastIndex()) - before;
  return added === 0 ? [] : (await latestAuditRecords(driver, added)).reverse();
}

describe("S34: reads are recorded", () => {
  test("a search says who, from where, what was asked and how many were found; paging and panning it is no new search", async () => {
    const filter = { living: true };
    const records = await recordsOf(async () => {
      await app.gql(LIST, { filter, first: 2 });
      await app.gql(LIST, { filter, first: 1 });
      await app.gql(MAP, { filter, zoom: 3 });
      await app.gql(MAP, { filter, zoom: 5, bounds: { west: 100, south: 20, east: 110, north: 40 } });
    });
    expect(records).toMatchObject([
      {
        action: "SEARCH",
        result: "OK",
        actorRole: "OFFICER",
        actorName: "test OFFICER",
        ip: "127.0.0.1",
        subjectIds: [],
        detail: { query: "", filter, count: 3 },
      },
    ]);
    expect(records[0]?.at).toBe(clock().toISOString());
    expect(records[0]?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("another selection, another viewer and the same after five minutes are new searches", async () => {
    const filter = { living: false };
    const ask = (headers = {}) => app.gql(LIST, { filter }, headers);
    expect(await recordsOf(ask)).toHaveLength(1);
    expect(await recordsOf(() => app.gql(LIST, { filter, query: "甲" }))).toHaveLength(1);
    const other = await issueToken(driver, "ANALYST", clock);
    expect(await recordsOf(() => ask({ authorization: `Bearer ${other}` }))).toMatchObject([{ actorRole: "ANALYST" }]);
    now += 5 * 60_000 - 1;
    expect(await recordsOf(ask)).toEqual([]);
    now += 1;
    expect(await recordsOf(ask)).toHaveLength(1);
  });

  test("opened records are one dossier with their ids; people in a list or beside others are none", async () => {
    const compare = `query ($a: ID!, $b: ID!, $c: ID!) { a: scientist(id: $a) { nameZh related(first: 3) { scientist { id } } } b: scientist(id: $b) { id } c: scientist(id: $c) { id } }`;
    const [record, ...more] = await recordsOf(() => app.gql(compare, { a: person("a"), b: person("b"), c: "nobody" }));
    expect(more).toEqual([]);
    expect(record).toMatchObject({ action: "DOSSIER", result: "OK", detail: { notFound: ["nobody"] } });
    expect([...(record?.subjectIds ?? [])].sort()).toEqual([person("a"), person("b")].sort());
    const none = await recordsOf(() => app.gql('{ scientist(id: "nobody") { id } }'));
    expect(none).toMatchObject([{ action: "DOSSIER", result: "REFUSED", subjectIds: [] }]);
  });

  test("what fails and what is refused is recorded too", async () => {
    expect(await recordsOf(() => app.gql(LIST, { query: "长".repeat(501) }))).toMatchObject([
      { action: "SEARCH", result: "FAILED", detail: { fault: "BAD_USER_INPUT" } },
    ]);
    expect(await recordsOf(() => app.gql("{ auditRecords { totalCount } }"))).toMatchObject([{ action: "REFUSAL", result: "REFUSED" }]);
  });

  test("what is skipped was not read", async () => {
    const skipped = await recordsOf(() =>
      app.gql('query ($no: Boolean = false) { scientist(id: "x") @include(if: $no) { id } dataStatus { scientistCount } }'),
    );
    expect(skipped).toEqual([]);
  });
});

const TRAIL =
  "query ($filter: AuditFilter, $first: Int, $after: String) { auditRecords(filter: $filter, first: $first, after: $after) { totalCount edges { node { index action subjectIds detail } } pageInfo { hasNextPage endCursor } } }";
const trailPage = z.object({
  auditRecords: z.object({
    totalCount: z.number(),
    edges: z.array(
      z.object({ node: z.object({ index: z.number(), action: z.string(), subjectIds: z.array(z.string()), detail: z.string() }) }),
    ),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
const askTrail = async (variables: Record<string, unknown>) =>
  (await app.ask(trailPage, TRAIL, variables, { authorization: `Bearer ${auditor}` })).auditRecords;

describe("the auditor reads the trail", () => {
  test("page by page, latest first, every record once, and that is recorded once", async () => {
    const end = await lastIndex();
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof askTrail>> = await askTrail({ filter: { to: "2026-11-30" }, first: 4, after });
      seen.push(...page.edges.map(({ node }) => node.index));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.filter((index) => index <= end)).toEqual(Array.from({ length: end }, (_, back) => end - back));
    expect(await latest()).toMatchObject({ index: end + 1, action: "AUDIT", actorRole: "AUDITOR", detail: { what: "auditRecords" } });
  });

  test("by person, by action, by outcome and by day", async () => {
    const ofPerson = await askTrail({ filter: { subject: person("a") } });
    expect(ofPerson.edges.every(({ node }) => node.subjectIds.includes(person("a")))).toBe(true);
    expect(ofPerson.totalCount).toBe(1);
    const refused = await askTrail({ filter: { actions: ["REFUSAL", "DOSSIER"], results: ["REFUSED"] } });
    expect(refused.edges.map(({ node }) => node.action)).toEqual(["REFUSAL", "DOSSIER"]);
    expect((await askTrail({ filter: { from: "2026-11-23" } })).totalCount).toBe(0);
    const dossiers = { actions: ["DOSSIER"], subject: person("b") };
    const earlier = (await askTrail({ filter: dossiers })).totalCount;
    const before = now;
    // The day in China, whatever the zone of the server: the last moment of the 22nd, and the first of the 23rd.
    for (const time of ["2026-11-22T15:59:59Z", "2026-11-22T16:00:00Z"]) {
      now = Date.parse(time);
      await app.gql("query ($id: ID!) { scientist(id: $id) { id } }", { id: person("b") });
    }
    now = before;
    expect((await askTrail({ filter: { ...dossiers, from: "2026-11-23" } })).totalCount).toBe(1);
    expect((await askTrail({ filter: { ...dossiers, to: "2026-11-22" } })).totalCount).toBe(earlier + 1);
    const wrong = await app.gql(TRAIL, { filter: { from: "2026-02-30" } }, { authorization: `Bearer ${auditor}` });
    expect(wrong.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  test("and checks its chain", async () => {
    const shape = z.object({
      auditIntegrity: z.object({ intact: z.boolean(), records: z.number(), firstBadIndex: z.number().nullable() }),
    });
    const before = await lastIndex();
    const { auditIntegrity } = await app.ask(
      shape,
      "{ auditIntegrity { intact records firstBadIndex } }",
      {},
      { authorization: `Bearer ${auditor}` },
    );
    expect(auditIntegrity).toEqual({ intact: true, records: before, firstBadIndex: null });
  });
});

const ADD = `mutation ($id: ID!) { addContact(input: { scientistId: $id, kind: PHONE, value: "13812345678", statedSource: "会议上交换的名片", lawfulBasis: CONSENT }) { __typename } }`;

test("S36 canary: no token, key or clear contact is in any record", async () => {
  const added = await app.gql(ADD, { id: person("a") });
  expect(added.data).toEqual({ addContact: { __typename: "ContactAdded" } });
  const details = JSON.stringify(await read(driver, DATABASE, ALL_DETAILS));
  expect(details).toContain("CONTACT");
  for (const canary of [app.token, auditor, "13812345678", testEnv().secretKey ?? "no key"]) expect(details).not.toContain(canary);
  expect(details).not.toMatch(/stm_[A-Za-z0-9]|password|bearer/i);
});

describe("S35: when the record cannot be written the action does not happen", () => {
  test("no answer to a read, no change, no export; and all again once it can", async () => {
    const index = (await lastIndex()) + 1;
    const contacts = await read(driver, DATABASE, COUNT_CONTACTS);
    await write(driver, DATABASE, OCCUPY_INDEX, { index });
    const records = await read(driver, DATABASE, COUNT_RECORDS);

    const list = await app.gql(LIST, { query: "甲乙丙" });
    expect(list).toMatchObject({
      status: 503,
      data: undefined,
      errors: [{ extensions: { code: "AUDIT_UNAVAILABLE", requestId: expect.any(String) } }],
    });
    const dossier = await app.gql("query ($id: ID!) { scientist(id: $id) { nameZh } }", { id: person("b") }, { "accept-language": "en" });
    expect(dossier).toMatchObject({ status: 503, data: undefined, errors: [{ message: expect.stringMatching(/nothing was done/) }] });
    const change = await app.gql(ADD, { id: person("b") });
    expect(change.errors?.[0]?.extensions.code).toBe("AUDIT_UNAVAILABLE");
    const file = await app.app.inject({
      url: `/export/scientists.csv?reason=${encodeURIComponent("测试用途")}`,
      headers: { authorization: `Bearer ${app.token}` },
    });
    expect(file.statusCode).toBe(503);
    expect(file.json()).toMatchObject({ code: "AUDIT_UNAVAILABLE" });
    const forbidden = await app.gql("{ auditRecords { totalCount } }");
    expect(forbidden.errors?.[0]?.extensions.code).toBe("AUDIT_UNAVAILABLE");
    expect(await read(driver, DATABASE, COUNT_CONTACTS)).toEqual(contacts);
    expect(await read(driver, DATABASE, COUNT_RECORDS)).toEqual(records);

    await write(driver, DATABASE, DELETE_RECORDS, { from: index, to: index });
    expect((await app.gql(LIST, { query: "甲乙丙" })).status).toBe(200);
    const secret = openSecret(testEnv());
    expect(await verifyChain({ driver, database: DATABASE }, secret)).toMatchObject({ intact: true });
  });
});
