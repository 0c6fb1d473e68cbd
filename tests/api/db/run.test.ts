import type { Driver } from "neo4j-driver";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { createDriver, verifyServer } from "../../../server/db/driver.ts";
import { TAKE_LEASE } from "../../../server/db/lease.cypher.ts";
import { withLease } from "../../../server/db/lease.ts";
import { toPoint } from "../../../server/db/records.ts";
import { read, readBatch, readStream, write } from "../../../server/db/run.ts";
import { CREATE_TWICE, ECHO_KEYS, ECHO_VALUE, KINDS_OF_VALUE, MANY_ROWS, NEVER_ENDING } from "./run.test-queries.cypher.ts";
import { DATABASE, emptyDatabase, testDriver, wipe } from "./test-database.ts";

const driver: Driver = await emptyDatabase();
afterAll(() => driver.close());

test("values come back as plain JavaScript", async () => {
  const [row] = await read(driver, DATABASE, KINDS_OF_VALUE);
  expect(row).toEqual({
    whole: 7,
    date: "2026-11-22",
    place: { longitude: 104.1, latitude: 30.6 },
    absent: null,
    map: { list: [1, "二"] },
  });
});

test("whole numbers are sent as integers, points as points", async () => {
  expect(await read(driver, DATABASE, ECHO_VALUE, { value: 3 })).toEqual([{ value: 3, type: "INTEGER NOT NULL" }]);
  expect(await read(driver, DATABASE, ECHO_VALUE, { value: 0.5 })).toEqual([{ value: 0.5, type: "FLOAT NOT NULL" }]);
  const place = { longitude: 104, latitude: 30.5 };
  expect(await read(driver, DATABASE, ECHO_VALUE, { value: toPoint(place) })).toEqual([{ value: place, type: "POINT NOT NULL" }]);
});

test("a batch asks for each key once and answers in the order of the keys", async () => {
  const shape = z.object({ key: z.string(), asked: z.number() });
  const rows = await readBatch(driver, DATABASE, ECHO_KEYS, ["b", "missing", "a", "b"], shape);
  expect(rows).toEqual([{ key: "b", asked: 3 }, null, { key: "a", asked: 3 }, { key: "b", asked: 3 }]);
});

test("a stream gives every row and may be left early", async () => {
  let count = 0;
  for await (const _row of readStream(driver, DATABASE, MANY_ROWS, { count: 2500 }, { fetchSize: 100 })) count += 1;
  expect(count).toBe(2500);
  for await (const row of readStream(driver, DATABASE, MANY_ROWS, { count: 1_000_000 }, { fetchSize: 100 })) {
    expect(row).toEqual({ number: 1 });
    break;
  }
});

test("errors are known by code", async () => {
  await expect(read(driver, DATABASE, NEVER_ENDING, {}, { timeoutMs: 300 })).rejects.toMatchObject({ code: "DATABASE_TIMEOUT" });
  await expect(write(driver, DATABASE, CREATE_TWICE)).rejects.toMatchObject({ code: "DATABASE_CONSTRAINT" });
  await expect(read(driver, "nosuchdatabase", MANY_ROWS, { count: 1 })).rejects.toMatchObject({ code: "DATABASE_NOT_FOUND" });
  const nowhere = createDriver({ uri: "bolt://127.0.0.1:1", user: "neo4j", password: "x" });
  await expect(verifyServer(nowhere, DATABASE)).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
  await nowhere.close();
});

test("the version of the server is known", async () => {
  expect(await verifyServer(driver, DATABASE)).toMatch(/^5\.\d+\.\d+/);
});

test("of two who want a lease the second works after the first, and gives up when it may not wait", async () => {
  const order: string[] = [];
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  let entered = (): void => undefined;
  const inside = new Promise<void>((resolve) => {
    entered = resolve;
  });
  const first = withLease(driver, DATABASE, "test", async () => {
    entered();
    await gate;
    order.push("first");
  });
  await inside;
  await expect(withLease(driver, DATABASE, "test", async () => undefined, { waitMs: 0 })).rejects.toMatchObject({ code: "LEASE_HELD" });
  const second = withLease(driver, DATABASE, "test", async () => order.push("second"));
  release();
  await Promise.all([first, second]);
  expect(order).toEqual(["first", "second"]);
});

test("a lease whose holder died is free once it has expired, and not before", async () => {
  await write(driver, DATABASE, TAKE_LEASE, { name: "abandoned", holder: "alive", ttlMs: 60_000 });
  const take = () => withLease(driver, DATABASE, "abandoned", async () => "mine", { waitMs: 0 });
  await expect(take()).rejects.toMatchObject({ code: "LEASE_HELD" });
  await write(driver, DATABASE, TAKE_LEASE, { name: "abandoned", holder: "alive", ttlMs: -60_000 });
  expect(await take()).toBe("mine");
});

/** Work that goes on until it is stopped. */
const until = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));

test("a lease that is gone stops the work it protects", async () => {
  const work = async (signal: AbortSignal): Promise<never> => {
    await wipe(driver);
    return until(signal);
  };
  await expect(withLease(driver, DATABASE, "gone", work, { ttlMs: 3_000 })).rejects.toMatchObject({ code: "LEASE_LOST" });
});

test("a lease that cannot be renewed stops its work when it expires, and what ends afterwards has failed", async () => {
  const cut = testDriver();
  const lost: string[] = [];
  const work = async (signal: AbortSignal): Promise<string> => {
    await cut.close();
    await until(signal).catch((error: unknown) => lost.push(String(error)));
    return "done";
  };
  await expect(withLease(cut, DATABASE, "cut", work, { ttlMs: 3_000 })).rejects.toMatchObject({ code: "LEASE_LOST" });
  expect(lost).toHaveLength(1);
});
