import autocannon from "autocannon";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seed } from "../../../server/db/seed/index.ts";
import { LIMITS } from "../../../server/graphql/limits.ts";
import { issueToken } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { rightsSeeds } from "../rights/people.ts";
import { type SpiedApp, startSpiedApp } from "../rights/spied-app.ts";

const driver = await emptyDatabase();
let app: SpiedApp;
let origin: string;

beforeAll(async () => {
  await seed(driver, DATABASE, silent, rightsSeeds());
  app = await startSpiedApp();
  origin = await app.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const AT_ONCE = 200;
const HEAVY =
  "{ scientists(first: 200) { totalCount facets { key values { count } } edges { node { id facts { value source { title } } education { stated } employment { stated } } } } talentMap(view: BIRTHPLACE, zoom: 4) { total features { id } } }";

interface Load {
  /** 97.5 % of the answers of `/healthz` came within so many milliseconds. */
  readonly waited: number;
  /** The same in processor time of this process, load generator included: what the wait is on a machine that does nothing else. */
  readonly computed: number;
  readonly answered: number;
  readonly refused: number;
}

function slow(times: number[]): number {
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.975)] ?? Number.NaN;
}

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Sends `AT_ONCE` heavy operations at once, of as many accounts as that takes, while `/healthz` is asked again and again. */
async function underLoad(tokens: readonly string[]): Promise<Load> {
  let connection = 0;
  let busy = true;
  const done = autocannon({
    url: `${origin}/graphql`,
    method: "POST",
    body: JSON.stringify({ query: HEAVY }),
    connections: AT_ONCE,
    amount: AT_ONCE,
    timeout: 200,
    setupClient: (client) => {
      client.setHeaders({ "content-type": "application/json", authorization: `Bearer ${tokens[connection % tokens.length]}` });
      connection += 1;
    },
  }).then((result) => {
    busy = false;
    return result;
  });
  const waited: number[] = [];
  const computed: number[] = [];
  while (busy) {
    const [started, before] = [performance.now(), processorMs()];
    const answer = await fetch(`${origin}/healthz`);
    await answer.arrayBuffer();
    waited.push(performance.now() - started);
    computed.push(processorMs() - before);
    expect(answer.status).toBe(200);
  }
  const { "2xx": answered, non2xx: refused } = await done;
  return { waited: slow(waited), computed: slow(computed), answered, refused };
}

test("S20: 200 heavy queries at once are all answered and leave /healthz under 200 ms", async () => {
  const accounts = Math.ceil(AT_ONCE / LIMITS.atOnce);
  const tokens = await Promise.all(Array.from({ length: accounts }, () => issueToken(driver, "OFFICER")));
  const load = await underLoad(tokens);
  process.stderr.write(`healthz under ${AT_ONCE} heavy queries: ${JSON.stringify(load)}\n`);
  expect(load).toMatchObject({ answered: AT_ONCE, refused: 0 });
  expect(load.computed).toBeLessThan(200);
}, 240_000);

test("S20 who goes away frees the place that was held, whether the operation was waiting or under way", async () => {
  const token = await issueToken(driver, "ANALYST");
  const ask = (query: string, signal?: AbortSignal): Promise<Response> =>
    fetch(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify({ query }),
      ...(signal === undefined ? {} : { signal }),
    });
  for (let round = 0; round < 3; round += 1) {
    const gone = new AbortController();
    const given = Array.from({ length: LIMITS.atOnce }, () => ask(HEAVY, gone.signal));
    // One answer tells that the others have come in too: some wait, some are under way.
    await Promise.race(given);
    gone.abort();
    await Promise.allSettled(given);
  }
  await expect.poll(async () => (await ask("{ viewer { name } }")).status, { timeout: 30_000 }).toBe(200);
  const together = await Promise.all(Array.from({ length: LIMITS.atOnce }, () => ask("{ viewer { name } }")));
  expect(together.map((answer) => answer.status)).toEqual(together.map(() => 200));
});
