import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { decodeRows } from "../../../server/db/records.ts";
import { read, write } from "../../../server/db/run.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase } from "../db/test-database.ts";
import * as world from "../network/network.test-queries.cypher.ts";
import { tie } from "../network/world.ts";
import * as cypher from "./measures.test-queries.cypher.ts";

const driver = await emptyDatabase();
const clock = (): Date => new Date("2026-06-01T00:00:00Z");
let app: TestApp;

/** Ids as the product makes them, told apart by their last letter. */
const PREFIX = "01AAAAAAAAAAAAAAAAAAAAAAA";
const idOf = (letter: string): string => `${PREFIX}${letter.toUpperCase()}`;
const letterOf = (id: string): string => (id.startsWith(PREFIX) ? id.slice(-1).toLowerCase() : id);

/** Two triangles joined by c–d, somebody alone, and somebody who does not want to be contacted. */
const PAIRS = [
  ["a", "b", 5, 2024],
  ["a", "c", 5, 2024],
  ["b", "c", 5, 2024],
  ["c", "d", 1, 2010],
  ["d", "e", 5, 2024],
  ["d", "f", 5, 2024],
  ["e", "f", 5, 2024],
  ["a", "h", 9, 2024],
] as const;

beforeAll(async () => {
  const rows = (statement: string, list: readonly Record<string, unknown>[]) => write(driver, DATABASE, statement, { rows: list });
  await rows(world.CREATE_SOURCES, [
    { id: "s1", key: "s1", title: "名录", url: "https://s1.example/", publisher: "P", licence: "L", retrievedAt: "2026-01-01" },
  ]);
  await rows(world.CREATE_SCIENTISTS, [
    ...["a", "b", "c", "d", "e", "f", "g"].map((letter) => ({ id: idOf(letter), nameZh: `人${letter}` })),
    { id: idOf("h"), nameZh: "人h", objectedOn: "2026-01-01" },
  ]);
  await rows(
    cypher.COLLABORATE,
    PAIRS.map(([a, b, works, last]) => ({ a: idOf(a), b: idOf(b), works, last })),
  );
  await rows(cypher.CREATE_FIELDS, [
    { id: "nlp", key: "nlp", scheme: "TOPIC", nameZh: "自然语言处理", nameEn: "NLP", synonyms: [], sourceId: "s1" },
    { id: "bio", key: "bio", scheme: "TOPIC", nameZh: "生物", nameEn: "Biology", synonyms: [], sourceId: "s1" },
    { id: "any", key: "any", scheme: "TOPIC", nameZh: "科学", nameEn: "Science", synonyms: [], sourceId: "s1" },
  ]);
  const fields = [
    ...["a", "b", "c"].map((letter) => ({ person: idOf(letter), to: "nlp" })),
    ...["d", "e", "f"].map((letter) => ({ person: idOf(letter), to: "bio" })),
  ];
  await rows(cypher.SPECIALISE, [
    ...fields,
    { person: idOf("a"), to: "any" },
    { person: idOf("d"), to: "any" },
    { person: idOf("e"), to: "any" },
  ]);
  await rows(world.CREATE_PLACES, [{ id: "p", key: "p", level: "COUNTY", nameZh: "地", aliases: [] }]);
  await rows(
    world.CREATE_INSTITUTIONS,
    ["left", "right"].map((id) => ({ node: { id, key: id, nameZh: id, aliases: [], kind: "UNIVERSITY", sourceId: "s1" }, place: "p" })),
  );
  await rows(world.EMPLOY, [
    tie(idOf("a"), "left", { from: "2010", to: "2012" }),
    tie(idOf("b"), "left", { from: "2011" }),
    tie(idOf("g"), "left", { from: "2020" }),
    tie(idOf("e"), "right", { from: "2001" }),
  ]);
  app = await startTestApp(clock, { role: "ANALYST" });
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const person = z.object({ id: z.string().transform(letterOf), name: z.string() });
const run = z.object({
  id: z.string(),
  status: z.string(),
  progress: z.number(),
  people: z.number().nullable(),
  pairs: z.number().nullable(),
  unlinked: z.number().nullable(),
  sample: z.number().nullable(),
  failure: z.string().nullable(),
  communityCount: z.number(),
  top: z.array(z.object({ rank: z.number(), person, value: z.number(), first: z.number().nullable(), second: z.number().nullable() })),
  communities: z.array(
    z.object({
      number: z.number(),
      size: z.number(),
      fields: z.array(z.object({ field: z.object({ id: z.string() }), count: z.number() })),
      central: z.array(person),
    }),
  ),
});
type Run = z.infer<typeof run>;
const saved = z.object({
  __typename: z.string(),
  run: z.object({ id: z.string(), status: z.string() }).optional(),
  message: z.string().optional(),
  field: z.string().optional(),
});
const START = `mutation ($input: StartMeasureInput!) { startMeasure(input: $input) { __typename ... on MeasureSaved { run { id status } } ... on InvalidInput { field message } ... on NotAllowed { message } } }`;
const CANCEL = `mutation ($id: ID!) { cancelMeasure(id: $id) { __typename ... on MeasureSaved { run { id status } } ... on InvalidInput { field message } } }`;
const READ = `query ($id: ID!) { measureRun(id: $id) { id status progress people pairs unlinked sample failure communityCount
  top(first: 50) { rank person { id name } value first second } communities { number size fields { field { id } count } central { id name } } } }`;

let keys = 0;
async function start(input: Record<string, unknown>, headers: Record<string, string> = {}) {
  keys += 1;
  const answer = await app.ask(z.object({ startMeasure: saved }), START, { input: { key: `measure-${keys}`, ...input } }, headers);
  return answer.startMeasure;
}
async function runOf(id: string): Promise<Run> {
  const { measureRun } = await app.ask(z.object({ measureRun: run }), READ, { id });
  return measureRun;
}
/** Asks until a run is as it should be; a fault of the server ends the test at once. */
async function until(id: string, holds: (found: Run) => boolean): Promise<Run> {
  const deadline = Date.now() + 50_000;
  for (;;) {
    const found = await runOf(id);
    if (holds(found)) return found;
    if (Date.now() > deadline) throw new Error(`The run stayed ${found.status} at ${found.progress}.`);
  }
}
const ended = (id: string): Promise<Run> => until(id, ({ status }) => ["DONE", "FAILED", "CANCELLED"].includes(status));
async function measure(input: Record<string, unknown>): Promise<Run> {
  const { run: queued, message } = await start(input);
  if (queued === undefined) throw new Error(message);
  return ended(queued.id);
}
const ranking = ({ top }: Run): string[] => top.map((each) => each.person.id);

describe("measures", () => {
  test("components: the linked ones together, the lone one apart, nobody who objects", async () => {
    const found = await measure({ kind: "COMPONENTS" });
    expect(found).toMatchObject({ status: "DONE", progress: 1, people: 7, pairs: 7, unlinked: 1, communityCount: 1 });
    expect(found.communities).toMatchObject([{ number: 1, size: 6 }]);
    expect(found.top.map((each) => [each.person.id, each.value])).toEqual([
      ["c", 1],
      ["d", 1],
      ["a", 1],
      ["b", 1],
      ["e", 1],
      ["f", 1],
      ["g", 2],
    ]);
  });

  test("communities: the two triangles, named by what they work on more than the others, twice the same by seed", async () => {
    const found = await measure({ kind: "COMMUNITIES", seed: 7 });
    expect(
      found.communities.map(({ number, size, fields, central }) => [number, size, fields.map((each) => each.field.id), central[0]?.id]),
    ).toEqual([
      [1, 3, ["nlp"], "c"],
      [2, 3, ["bio", "any"], "d"],
    ]);
    const again = await measure({ kind: "COMMUNITIES", seed: 7 });
    expect({ ...again, id: "" }).toEqual({ ...found, id: "" });
  });

  test("PageRank and betweenness: those between the triangles first; the exact numbers of ways", async () => {
    const ranks = await measure({ kind: "PAGERANK" });
    expect(ranking(ranks).slice(0, 2)).toEqual(["c", "d"]);
    expect(ranking(ranks)).not.toContain("g");
    const between = await measure({ kind: "BETWEENNESS", sample: 500 });
    expect(between.sample).toBe(7);
    // From each of the left three the way to each of the right three leads over c and d.
    expect(between.top.map((each) => [each.person.id, each.value])).toEqual([
      ["c", 6],
      ["d", 6],
    ]);
    const [one, other] = [
      await measure({ kind: "BETWEENNESS", sample: 3, seed: 5 }),
      await measure({ kind: "BETWEENNESS", sample: 3, seed: 5 }),
    ];
    expect(one.top).toEqual(other.top);
    expect(one.sample).toBe(3);
  });

  test("a selection, a year and a least number of works leave out what they say", async () => {
    const named = await measure({ kind: "COMPONENTS", ids: [...["a", "b", "e"].map(idOf), "nobody"] });
    expect(named).toMatchObject({ people: 3, pairs: 1, unlinked: 1 });
    const recent = await measure({ kind: "COMPONENTS", since: 2020 });
    expect(recent.communities.map(({ size }) => size)).toEqual([3, 3]);
    expect((await measure({ kind: "COMPONENTS", minWorks: 2 })).communities.map(({ size }) => size)).toEqual([3, 3]);
    const filtered = await measure({ kind: "COMPONENTS", filter: { employers: ["left"] } });
    expect(filtered).toMatchObject({ people: 3, pairs: 1, unlinked: 1 });
  });

  test("links of other kinds: colleagues whose years overlap", async () => {
    const found = await measure({ kind: "COMPONENTS", links: ["COLLEAGUE"] });
    expect(found.pairs).toBe(2);
    expect(found.communities).toMatchObject([{ size: 3, central: [{ id: "b" }, { id: "a" }, { id: "g" }] }]);
  });

  test("bridges: linked with both institutions, and with both communities", async () => {
    const institutions = await measure({ kind: "BRIDGES", betweenInstitutions: ["left", "right"] });
    expect(institutions.top).toEqual([]);
    const communities = await measure({ kind: "COMMUNITIES", seed: 7 });
    const bridges = await measure({ kind: "BRIDGES", betweenCommunities: { run: communities.id, first: 1, second: 2 } });
    expect(bridges.top).toMatchObject([
      { rank: 1, person: { id: "c" }, value: 1, first: 2, second: 1 },
      { rank: 2, person: { id: "d" }, value: 1, first: 1, second: 2 },
    ]);
    expect((await start({ kind: "BRIDGES", betweenInstitutions: ["left", "left"] })).__typename).toBe("InvalidInput");
    expect((await start({ kind: "BRIDGES", betweenInstitutions: ["left", "gone"] })).__typename).toBe("InvalidInput");
  });

  test("nearest neighbours: cosine of the fields", async () => {
    const found = await measure({ kind: "NEAREST", person: idOf("d") });
    expect(found.top.map((each) => each.person.id)).toEqual(["e", "f", "a"]);
    expect(found.top[0]?.value).toBeCloseTo(1, 6);
    expect(found.top[1]?.value).toBeCloseTo(Math.SQRT1_2, 6);
    expect(found.top[2]?.value).toBeCloseTo(0.5, 6);
    expect((await start({ kind: "NEAREST", person: "nobody" })).field).toBe("person");
  });

  test("no projection is left behind, and what is out of bounds is refused with the field", async () => {
    expect(await read(driver, DATABASE, cypher.PROJECTIONS)).toEqual([]);
    const refused = async (input: Record<string, unknown>) => (await start({ kind: "PAGERANK", ...input })).field;
    expect(await refused({ seed: -1 })).toBe("seed");
    expect(await refused({ sample: 0 })).toBe("sample");
    expect(await refused({ since: 2027 })).toBe("since");
    expect(await refused({ links: [] })).toBe("links");
    expect(await refused({ ids: [] })).toBe("ids");
    expect(await refused({ key: "短" })).toBe("key");
  });

  test("the same key is the same run; each start is on record, each reading as well", async () => {
    const [one, other] = await Promise.all([
      start({ kind: "PAGERANK", key: "same-key-1" }),
      start({ kind: "PAGERANK", key: "same-key-1" }),
    ]);
    expect(one.run?.id).toBe(other.run?.id);
    const done = await ended(one.run?.id ?? "");
    const records = await latestAuditRecords(driver, 40);
    expect(records.filter(({ action, subjectIds }) => action === "MEASURE" && subjectIds.includes(done.id))).toHaveLength(1);
    expect(records.some(({ action, detail }) => action === "SEARCH" && JSON.stringify(detail).includes(done.id))).toBe(true);
  });

  test("only those who may: an ambassador may not, an officer may", async () => {
    for (const [role, allowed] of [
      ["AMBASSADOR", false],
      ["EXPERT", false],
      ["SYSTEM_ADMIN", false],
      ["OFFICER", true],
    ] as const) {
      const authorization = `Bearer ${await issueToken(driver, role, clock)}`;
      const answer = await app.gql(`{ measureRuns { id } }`, {}, { authorization });
      expect(answer.errors === undefined, role).toBe(allowed);
    }
  });
});

describe("people who are gone", () => {
  test("who is erased or objects after the run is in no ranking, community or value", async () => {
    const found = await measure({ kind: "COMMUNITIES", seed: 7 });
    await write(driver, DATABASE, cypher.ERASE, { id: idOf("c") });
    await write(driver, DATABASE, cypher.OBJECT, { id: idOf("d") });
    const after = await runOf(found.id);
    expect(ranking(after)).toEqual(["a", "b", "e", "f", "g"]);
    expect(after.communities.flatMap(({ central }) => central.map(({ id }) => id))).toEqual(["a", "b", "e", "f"]);
    const values = z.object({
      measureRun: z.object({ values: z.array(z.object({ id: z.string().transform(letterOf), value: z.number() })) }),
    });
    const { measureRun } = await app.ask(
      values,
      `query ($id: ID!, $ids: [ID!]!) { measureRun(id: $id) { values(ids: $ids) { id value } } }`,
      {
        id: found.id,
        ids: ["a", "c", "d", "f"].map(idOf),
      },
    );
    expect(measureRun.values).toEqual([
      { id: "a", value: 1 },
      { id: "f", value: 2 },
    ]);
  });
});

describe("jobs", () => {
  const parameters = JSON.stringify({
    selection: null,
    links: ["COAUTHOR"],
    minWorks: 1,
    since: null,
    sample: null,
    personId: null,
    between: null,
  });

  test("a run whose instance died is taken over once, and fails the second time", async () => {
    await write(driver, DATABASE, cypher.LEAVE_RUN, { id: "left-once", attempts: 1, parameters });
    await write(driver, DATABASE, cypher.LEAVE_RUN, { id: "left-twice", attempts: 2, parameters });
    expect((await ended("left-once")).status).toBe("DONE");
    expect(await ended("left-twice")).toMatchObject({ status: "FAILED", failure: "计算两次被服务重启打断，请重新开始。" });
  });

  test("a run is cancelled while it computes; its projection goes, and the next one runs", async () => {
    const count = 6_000;
    await write(driver, DATABASE, cypher.CROWD, { count }, { timeoutMs: 60_000 });
    await write(driver, DATABASE, cypher.CROWD_LINKS, { count }, { timeoutMs: 60_000 });
    const { run: long } = await start({ kind: "BETWEENNESS", sample: 10_000 });
    const { run: waiting } = await start({ kind: "PAGERANK" });
    const id = long?.id ?? "";
    await until(id, (found) => found.status === "RUNNING" && found.progress > 0.3);
    const { cancelMeasure } = await app.ask(z.object({ cancelMeasure: saved }), CANCEL, { id });
    expect(cancelMeasure.__typename).toBe("MeasureSaved");
    const cancelled = await ended(id);
    expect(cancelled).toMatchObject({ status: "CANCELLED", people: null, top: [] });
    expect((await ended(waiting?.id ?? "")).status).toBe("DONE");
    expect(decodeRows(z.object({ name: z.string() }), await read(driver, DATABASE, cypher.PROJECTIONS))).toEqual([]);
  });
});
