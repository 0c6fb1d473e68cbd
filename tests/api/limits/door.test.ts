import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { seed } from "../../../server/db/seed/index.ts";
import { LIMITS } from "../../../server/graphql/limits.ts";
import { STORED_OPERATIONS } from "../../../server/graphql/stored/generated.ts";
import { readAnswer } from "../../support/answer.ts";
import { TestBrowser } from "../auth/browser.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { rightsSeeds } from "../rights/people.ts";
import { type SpiedApp, startSpiedApp } from "../rights/spied-app.ts";

const driver = await emptyDatabase();
let app: SpiedApp;
let bearer: string;

beforeAll(async () => {
  await seed(driver, DATABASE, silent, rightsSeeds());
  app = await startSpiedApp();
  bearer = `Bearer ${await app.token("OFFICER")}`;
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const ASK = '{"query":"{ scientists { totalCount } }"}';
const MUTATION = '{"query":"mutation { revokeOtherSessions { __typename } }"}';

interface Sent {
  readonly method?: "GET" | "POST";
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly payload?: string;
}

async function send({ method = "POST", url = "/graphql", headers = {}, payload = ASK }: Sent) {
  const request = { method, url, headers, ...(method === "POST" ? { payload } : {}) };
  const { result, data } = await app.watch(async () => app.app.inject(request));
  const { errors } = readAnswer(result.statusCode, result.body);
  return { status: result.statusCode, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message ?? "", ranCypher: data.length };
}

const JSON_TYPE = { "content-type": "application/json" };
const NOT_ACCEPTED: readonly (readonly [string, Sent])[] = [
  ["plain text", { headers: { "content-type": "text/plain" } }],
  ["plain text that says it is JSON", { headers: { "content-type": "text/plain; application/json" } }],
  ["a form", { headers: { "content-type": "application/x-www-form-urlencoded" }, payload: "query=%7Bviewer%7Bid%7D%7D" }],
  ["several parts", { headers: { "content-type": "multipart/form-data; boundary=x" }, payload: `--x\r\n\r\n${ASK}\r\n--x--` }],
  ["plain text with a preflight header", { headers: { "content-type": "text/plain", "apollo-require-preflight": "true" } }],
  ["bytes", { headers: { "content-type": "application/octet-stream" } }],
  ["no type", { headers: { "content-type": "" } }],
  ["an array of operations", { headers: JSON_TYPE, payload: `[${ASK},${ASK}]` }],
  ["an empty array", { headers: JSON_TYPE, payload: "[]" }],
  ["no operation", { headers: JSON_TYPE, payload: "{}" }],
  ["a text that is no text", { headers: JSON_TYPE, payload: '{"query":{"a":1}}' }],
  ["variables that are none", { headers: JSON_TYPE, payload: '{"query":"{ viewer { id } }","variables":"x"}' }],
  ["broken JSON", { headers: JSON_TYPE, payload: '{"query":' }],
  ["a prototype", { headers: JSON_TYPE, payload: '{"query":"{ viewer { id } }","__proto__":{"x":1}}' }],
  ["nothing", { headers: JSON_TYPE, payload: "" }],
  ["GET", { method: "GET", url: `/graphql?query=${encodeURIComponent("{viewer{id}}")}` }],
  ["GET of a mutation", { method: "GET", url: `/graphql?query=${encodeURIComponent("mutation{revokeOtherSessions{__typename}}")}` }],
  [
    "GET with a preflight header",
    { method: "GET", url: "/graphql?query=%7Bviewer%7Bid%7D%7D", headers: { "apollo-require-preflight": "1" } },
  ],
];

describe("S18: one operation, as JSON, by POST", () => {
  test.each(NOT_ACCEPTED)("%s is refused as 400 in a sentence", async (_what, sent) => {
    const answer = await send({ ...sent, headers: { ...sent.headers, authorization: bearer } });
    expect(answer).toMatchObject({ status: 400, code: "BAD_REQUEST", ranCypher: 0 });
    expect(answer.message).toMatch(/[。]$/u);
  });

  test("JSON with a charset and with more in its envelope is answered", async () => {
    const headers = { "content-type": "application/json; charset=utf-8", authorization: bearer };
    expect(await send({ headers })).toMatchObject({ status: 200 });
    expect(
      await send({ headers, payload: '{"query":"{ viewer { id } }","operationName":null,"variables":null,"extensions":{}}' }),
    ).toMatchObject({
      status: 200,
    });
  });

  test("a body of more than 256 kB is refused as 413", async () => {
    const payload = JSON.stringify({ query: "{ viewer { id } }", variables: { x: "x".repeat(300_000) } });
    expect(await send({ headers: { ...JSON_TYPE, authorization: bearer }, payload })).toMatchObject({
      status: 413,
      code: "REQUEST_TOO_LARGE",
    });
  });

  test.each([ASK, MUTATION, '{"query":"{ __schema { types { name } } }"}', '{"query":"{ scientist(id: 1) { nameZ } }"}', "[]", "{"])(
    "a stranger is answered 401 and learns nothing of the contract: %s",
    async (payload) => {
      const answer = await send({ headers: JSON_TYPE, payload });
      expect(answer).toMatchObject({ status: expect.any(Number), ranCypher: 0 });
      expect([answer.status, answer.code]).toEqual([401, "UNAUTHENTICATED"]);
      expect(answer.message).not.toMatch(/Did you mean|nameZ|__schema/);
    },
  );
});

describe("S18: stored operations", () => {
  const [hash = "", text = ""] = Object.entries(STORED_OPERATIONS).find(([, each]) => each.startsWith("query Map_Directions")) ?? [];
  const stored = (sha256Hash: string) => ({ operationName: "Map_Directions", extensions: { persistedQuery: { version: 1, sha256Hash } } });

  async function signedIn(): Promise<(payload: object) => Promise<{ status: number; code: string | undefined; data: unknown }>> {
    const browser = new TestBrowser(app.app);
    const opened = await browser.post("/auth/trial", { role: "OFFICER" });
    expect(opened.body.state).toBe("SIGNED_IN");
    return async (payload) => {
      const answer = await app.app.inject({
        method: "POST",
        url: "/graphql",
        headers: { ...JSON_TYPE, cookie: browser.cookie ?? "" },
        payload,
      });
      const { data, errors } = readAnswer(answer.statusCode, answer.body);
      return { status: answer.statusCode, code: errors?.[0]?.extensions.code, data };
    };
  }

  test("a browser sends the hash of a stored one, and nothing else", async () => {
    const post = await signedIn();
    const answered = await post(stored(hash));
    expect(answered.status).toBe(200);
    expect(z.object({ fields: z.array(z.unknown()) }).parse(answered.data)).toBeDefined();
    expect(await post(stored("0".repeat(64)))).toMatchObject({ status: 400, code: "PERSISTED_QUERY_NOT_FOUND" });
    expect(await post(stored("__proto__"))).toMatchObject({ status: 400, code: "PERSISTED_QUERY_NOT_FOUND" });
    expect(await post({ query: "{ viewer { id } }" })).toMatchObject({ status: 400, code: "PERSISTED_QUERY_ONLY" });
    expect(await post({ query: text })).toMatchObject({ status: 400, code: "PERSISTED_QUERY_ONLY" });
    expect(await post({ query: "{ __schema { types { name } } }" })).toMatchObject({ status: 400, code: "PERSISTED_QUERY_ONLY" });
    expect(await post({ ...stored(hash), query: "{ viewer { id } }" })).toMatchObject({ status: 400, code: "PERSISTED_QUERY_ONLY" });
    expect(await post({ ...stored(hash), operationName: "Other" })).toMatchObject({ status: 400 });
  });

  test("a token sends either, and no text is ever taken into the store", async () => {
    expect((await app.post("OFFICER", stored(hash))).answer.status).toBe(200);
    const own = "{ viewer { name } }";
    const { createHash } = await import("node:crypto");
    const ownHash = createHash("sha256").update(own).digest("hex");
    await app.post("OFFICER", { query: own, extensions: { persistedQuery: { version: 1, sha256Hash: ownHash } } });
    const again = await app.post("OFFICER", stored(ownHash));
    expect([again.answer.status, again.answer.errors?.[0]?.extensions.code]).toEqual([400, "PERSISTED_QUERY_NOT_FOUND"]);
  });

  test("introspection tells class and roles to who holds a token", async () => {
    const { answer } = await app.post("OFFICER", { query: '{ __type(name: "Scientist") { fields { name description } } }' });
    expect(answer.text).toContain("联系方式 contact: OFFICER, SERVICE.");
  });
});

const list = (first: number | string) => `{ scientists(first: ${first}) { edges { node { id } } } }`;
const TOO_LARGE: readonly (readonly [string, string, object, string])[] = [
  ["first over 200", list(LIMITS.first + 1), {}, "BAD_USER_INPUT"],
  ["first below 0", list(-1), {}, "BAD_USER_INPUT"],
  ["first in a variable", "query ($n: Int) { scientists(first: $n) { totalCount } }", { n: 201 }, "BAD_USER_INPUT"],
  ["first by a default", "query ($n: Int = 100000) { scientists(first: $n) { totalCount } }", {}, "BAD_USER_INPUT"],
  ["first of people related", '{ scientist(id: "x") { related(first: 201) { scientist { id } } } }', {}, "BAD_USER_INPUT"],
  ["first of facets", "{ scientists { facets(first: 201) { key } } }", {}, "BAD_USER_INPUT"],
  ["first of flows", "{ flows(from: WORKPLACE, to: BIRTHPLACE, level: CITY, first: 201) { count } }", {}, "BAD_USER_INPUT"],
  ["cost", "{ scientists(first: 200) { edges { node { related(first: 50) { scientist { id } } } } } }", {}, "OPERATION_TOO_LARGE"],
  [
    "cost in a variable and a fragment",
    "query ($n: Int!) { scientists(first: $n) { edges { node { ...R } } } } fragment R on Scientist { related(first: 50) { reasons { kind } } }",
    { n: 200 },
    "OPERATION_TOO_LARGE",
  ],
  ["levels", `{ place(id: "x") ${"{ within ".repeat(LIMITS.depth - 1)}{ id }${" }".repeat(LIMITS.depth - 1)} }`, {}, "OPERATION_TOO_LARGE"],
  [
    "aliases",
    `{ ${Array.from({ length: LIMITS.aliases + 1 }, (_, n) => `a${n}: dataStatus { dataDate }`).join(" ")} }`,
    {},
    "OPERATION_TOO_LARGE",
  ],
  ["directives", `{ dataStatus { dataDate ${"@skip(if: false) ".repeat(LIMITS.directives + 1)}} }`, {}, "OPERATION_TOO_LARGE"],
  ["tokens", `{ dataStatus { ${"dataDate ".repeat(LIMITS.tokens)} } }`, {}, "OPERATION_TOO_LARGE"],
  ["a circle of fragments", '{ place(id: "x") { ...A } } fragment A on Place { within { ...A } }', {}, "GRAPHQL_VALIDATION_FAILED"],
  ["a name that is nearly one", '{ scientist(id: "x") { nameZ } }', {}, "GRAPHQL_VALIDATION_FAILED"],
];

describe("S17: too much is refused as 400 before any statement", () => {
  test.each(TOO_LARGE)("%s", async (_what, query, variables, code) => {
    const { answer, data } = await app.post("OFFICER", { query, variables });
    expect([answer.status, answer.errors?.[0]?.extensions.code, data.length], answer.text).toEqual([400, code, 0]);
  });

  test("at the limit it is answered", async () => {
    expect((await app.post("OFFICER", { query: list(LIMITS.first) })).answer.status).toBe(200);
    expect((await app.post("OFFICER", { query: list(0) })).answer.status).toBe(200);
    const aliases = Array.from({ length: LIMITS.aliases }, (_, n) => `a${n}: dataStatus { dataDate }`).join(" ");
    expect((await app.post("OFFICER", { query: `{ ${aliases} }` })).answer.status).toBe(200);
  });
});

describe("S20: neither long nor many", () => {
  test("every statement of a request ends after 10 s at the latest", async () => {
    const query =
      '{ scientists(query: "低温", first: 5) { totalCount edges { node { facts { value } related { scientist { id } } } } facets { key } } places { id } }';
    const { answer, statements } = await app.post("OFFICER", { query });
    expect(answer.errors).toBeUndefined();
    expect(statements.length).toBeGreaterThan(5);
    for (const { text, timeoutMs } of statements) {
      expect(timeoutMs, text).toBeGreaterThan(0);
      expect(timeoutMs, text).toBeLessThanOrEqual(10_000);
    }
  });

  test("what only reads is sent as reading", async () => {
    const { statements } = await app.post("OFFICER", { query: "{ scientists { edges { node { id facts { value } } } } }" });
    const written = statements.filter((one) => one.mode === "WRITE").map((one) => one.text);
    expect(written.filter((text) => !/Audit|ApiToken|Session|ChangeSequence|AUDIT/.test(text))).toEqual([]);
  });

  test("one account has so many requests at once and is told when to come again; others are not held up", async () => {
    const query = "{ scientists(first: 200) { edges { node { id facts { value } awards { year } } } } }";
    const many = Array.from({ length: LIMITS.atOnce * 3 }, () => app.post("ANALYST", { query }));
    const [other, ...answers] = await Promise.all([app.post("EXPERT", { query }), ...many]);
    const refused = answers.filter(({ answer }) => answer.status === 429);
    expect(other?.answer.status).toBe(200);
    expect(answers.filter(({ answer }) => answer.status === 200).length).toBeGreaterThanOrEqual(LIMITS.atOnce);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.length - refused.length).toBe(answers.filter(({ answer }) => answer.status === 200).length);
    expect(refused[0]?.answer.errors?.[0]).toMatchObject({
      extensions: { code: "TOO_MANY_AT_ONCE" },
      message: expect.stringContaining("请等"),
    });
    expect(refused.every(({ data }) => data.length === 0)).toBe(true);
    // The places are free again.
    expect((await app.post("ANALYST", { query })).answer.status).toBe(200);
  });
});
