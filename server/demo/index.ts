import { z } from "zod";
import { withLease } from "../db/lease.ts";
import { type Database, decodeRows } from "../db/records.ts";
import { read, write } from "../db/run.ts";
import { workTransaction } from "../db/work-changes.ts";
import type { AuditEvent, AuditTrail } from "../features/audit/index.ts";
import type { Auth, DemoPerson } from "../features/auth/index.ts";
import type { WorkRooms } from "../work-rooms.ts";
import * as cypher from "./demo.cypher.ts";
import { type Cast, Play } from "./play.ts";

/** What the demo data is written with. */
export interface DemoOptions extends Database {
  readonly audit: AuditTrail;
  readonly auth: Auth;
  readonly clock: () => Date;
  /** Makes the rooms of the daily work on a clock of the caller's, so that the story can lie in the past. */
  readonly makeRooms: (clock: () => Date) => WorkRooms;
}

/** Whether the demo data is there, and how many people of the work are 演示. */
export interface DemoState {
  readonly present: boolean;
  readonly people: number;
}

/** What became of a load: nothing is written when the data was there. */
export interface DemoLoaded extends DemoState {
  readonly loaded: boolean;
}

/** By whom the demo data is loaded or removed; null from the shell. */
export type DemoActor = Pick<AuditEvent, "actor" | "origin">;

/** The demo data: made-up ambassadors, people, programmes and work, all of it 演示. */
export interface Demo {
  state(): Promise<DemoState>;
  /** Writes it through the rooms of the work; does nothing when it is there. What a stopped load left is removed first. */
  load(by: DemoActor): Promise<DemoLoaded>;
  /** Removes all work that is 演示: the demo data, and what was entered at the trial desk. */
  remove(by: DemoActor): Promise<DemoState>;
}

const PEOPLE = {
  second: { name: "demo-officer-he", displayName: "演示·何屿", role: "OFFICER" },
  zhou: { name: "demo-ambassador-zhou", displayName: "演示·周晴", role: "AMBASSADOR" },
  gu: { name: "demo-ambassador-gu", displayName: "演示·顾行", role: "AMBASSADOR" },
} as const satisfies Readonly<Record<string, DemoPerson>>;

const runRow = z.object({ finished: z.boolean() });
const countRow = z.object({ count: z.number() });
const touchedRow = z.object({ engagementIds: z.array(z.string()), referrerIds: z.array(z.string()) });

/** The demo data of one database. */
export function createDemo({ driver, database, audit, auth, clock, makeRooms }: DemoOptions): Demo {
  const at = { driver, database };

  async function state(): Promise<DemoState> {
    const [run] = decodeRows(runRow, await read(driver, database, cypher.DEMO_RUN));
    const [people] = decodeRows(countRow, await read(driver, database, cypher.COUNT_DEMO_CANDIDATES));
    return { present: run?.finished === true, people: people?.count ?? 0 };
  }

  async function cast(): Promise<Cast> {
    return {
      officer: await auth.trialDesk.actorIn("OFFICER"),
      ambassador: await auth.trialDesk.actorIn("AMBASSADOR"),
      second: await auth.trialDesk.demoActor(PEOPLE.second),
      zhou: await auth.trialDesk.demoActor(PEOPLE.zhou),
      gu: await auth.trialDesk.demoActor(PEOPLE.gu),
    };
  }

  async function removeAll(): Promise<void> {
    await workTransaction(at, async (transaction) => {
      const [touched] = decodeRows(touchedRow, await transaction.run(cypher.DEMO_TOUCHED));
      for (const id of touched?.engagementIds ?? []) transaction.touchEngagement(id);
      for (const id of touched?.referrerIds ?? []) transaction.touchReferrer(id);
      await transaction.run(cypher.REMOVE_DEMO_PARTS);
      await transaction.run(cypher.REMOVE_DEMO_WORK);
      await transaction.run(cypher.REMOVE_DEMO_THINGS);
      await transaction.run(cypher.REMOVE_DEMO_INTRODUCTIONS);
      await transaction.run(cypher.REMOVE_DEMO_NETWORKS);
      await transaction.run(cypher.REMOVE_UNUSED_KEYS);
      const nameKeys = Object.values(PEOPLE).map(({ name }) => name);
      await transaction.run(cypher.REMOVE_DEMO_ACCOUNTS, { nameKeys });
      await transaction.run(cypher.FORGET_DEMO);
    });
  }

  async function play(): Promise<void> {
    const now = clock();
    let time = now;
    const rooms = makeRooms(() => time);
    const stage = {
      ...rooms,
      setTime: (set: Date) => {
        time = set;
      },
    };
    await write(driver, database, cypher.BEGIN_DEMO, { at: now.toISOString() });
    await new Play(stage, await cast(), now).run();
    await write(driver, database, cypher.FINISH_DEMO, { at: clock().toISOString() });
  }

  function record({ actor, origin }: DemoActor, what: string, people: number): Promise<void> {
    return audit.append({ actor, origin, action: "IMPORT", subjectIds: [], detail: { what, people }, result: "OK" });
  }

  // Whoever asks meanwhile waits, and then finds it done.
  const alone = <T>(work: () => Promise<T>): Promise<T> => withLease(driver, database, "demo", work);

  return {
    state,
    load: (by) =>
      alone(async () => {
        const before = await state();
        if (before.present) return { ...before, loaded: false };
        const begun = decodeRows(runRow, await read(driver, database, cypher.DEMO_RUN)).length > 0;
        if (begun) await removeAll();
        await play();
        const after = await state();
        await record(by, "DEMO_LOADED", after.people);
        return { ...after, loaded: true };
      }),
    remove: (by) =>
      alone(async () => {
        const { people } = await state();
        await removeAll();
        await record(by, "DEMO_REMOVED", people);
        return await state();
      }),
  };
}
