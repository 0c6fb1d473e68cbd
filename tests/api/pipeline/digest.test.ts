import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { read, write } from "../../../server/db/run.ts";
import { createAuditTrail } from "../../../server/features/audit/index.ts";
import type { Principal } from "../../../server/features/auth/index.ts";
import { TAKE_DIGEST } from "../../../server/features/pipeline/digest.cypher.ts";
import { createPipeline, type Pipeline } from "../../../server/features/pipeline/index.ts";
import { createMailer } from "../../../server/plugins/digest.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { testEnv } from "../../support/sign-in.ts";
import { shellAuth } from "../auth/accounts.ts";
import { DATABASE, silent } from "../db/test-database.ts";
import { type DeskOffice, openDesk, opened, worker } from "./desk.ts";
import { ALL_DIGEST_ADDRESSES, DISABLE_ACCOUNT } from "./pipeline.test-queries.cypher.ts";

/** A mail as the server in this process got it. */
interface Got {
  readonly to: string;
  readonly text: string;
}

const got: Got[] = [];
let refusing = false;
const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  onMailFrom: (_address, _session, done) => done(refusing ? new Error("not now") : null),
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      got.push({ to: session.envelope.rcptTo.map((each) => each.address).join(), text: Buffer.concat(chunks).toString("utf8") });
      done();
    });
  },
});

let desk: DeskOffice;
let send: ReturnType<typeof createMailer>;
const instances: Pipeline[] = [];
/** The desk's officer and a colleague who has nothing to do. */
const people: Principal[] = [];
const MONDAY = "2026-03-02";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  send = createMailer({ url: `smtp://127.0.0.1:${port}`, from: "人才地图 <talent@office.example>" });
  desk = await openDesk([worker("d0", "演示甲", "ror:1"), worker("d1", "演示乙", "ror:1")]);
  const secret = openSecret(testEnv());
  const audit = createAuditTrail({ driver: desk.driver, database: DATABASE, secret, clock: desk.clock, log: silent });
  const options = { driver: desk.driver, database: DATABASE, secret, audit, clock: desk.clock, log: silent };
  for (let at = 0; at < 2; at += 1)
    instances.push(
      createPipeline({ ...options, listeners: [], reminderSources: [], mailConfigured: true, publicUrl: "https://talent.example" }),
    );
  const desks = shellAuth(desk.driver, desk.clock).trialDesk;
  for (const role of ["OFFICER", "AMBASSADOR"] as const) {
    const { id, name } = await desks.actorIn(role);
    people.push({ id, name, role, demo: true, via: "SESSION", sessionId: "s", arbitraryOperations: false });
  }
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await desk.close();
});
beforeEach(() => {
  got.length = 0;
  refusing = false;
});

function pipeline(at: number): Pipeline {
  const found = instances[at];
  if (found === undefined) throw new Error("There are two instances.");
  return found;
}
function person(at: number): Principal {
  const found = people[at];
  if (found === undefined) throw new Error("There are two people.");
  return found;
}
async function setAddress(who: Principal, email: string | null) {
  const by = { actor: who, origin: { requestId: "r", ip: "127.0.0.1" } };
  return await pipeline(0).digest.setAddress(who, email, by);
}
/** Both instances look at once, as they do each minute; how many mails each sent. */
function bothLook(): Promise<number[]> {
  return Promise.all(instances.map((each) => each.digest.sendDue(send)));
}
/** The body of a mail, whose lines nodemailer may have encoded. */
function bodyOf({ text }: Got): string {
  const [head = "", ...rest] = text.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  const bytes = body
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

describe("an address", () => {
  test("is kept sealed, told to its owner, on record without its text, and can be taken away", async () => {
    expect(await setAddress(person(0), "  bai@office.example ")).toEqual({ done: { email: "bai@office.example" } });
    expect(await pipeline(1).digest.addressOf(person(0).id)).toBe("bai@office.example");
    expect(await pipeline(1).digest.addressOf(person(1).id)).toBeNull();
    expect(JSON.stringify(await read(desk.driver, DATABASE, ALL_DIGEST_ADDRESSES))).not.toContain("bai@office");
    const [record] = await latestAuditRecords(desk.driver, 1);
    expect(record).toMatchObject({
      action: "SETTINGS",
      subjectIds: [person(0).id],
      detail: { before: { set: false }, after: { set: true } },
    });
    expect(JSON.stringify(record)).not.toContain("bai@office");
    await setAddress(person(0), null);
    expect(await pipeline(0).digest.addressOf(person(0).id)).toBeNull();
  });

  test.each(["nobody", "a b@office.example", "a@b", "a@office.example, c@office.example", "<a@office.example>"])(
    "%s is refused with a sentence",
    async (email) => {
      expect((await setAddress(person(0), email)).refused).toMatchObject({ field: "email", zh: /。$/ });
    },
  );

  test("a script has none", async () => {
    const answer = await desk.app.gql(`mutation { setDigestAddress(email: "a@office.example") { __typename } }`);
    expect(answer.data).toEqual({ setDigestAddress: { __typename: "NotAllowed" } });
  });
});

describe("the digest", () => {
  beforeAll(async () => {
    desk.at(`${MONDAY}T01:00:00Z`);
    const late = await opened(desk.officer, "d0", { nextStep: { text: "绝密的下一步", dueOn: "2026-02-27" } });
    const due = await opened(desk.officer, "d1", { nextStep: { text: "今天打电话", dueOn: MONDAY } });
    // The account of the desk takes both over.
    for (const { id } of [late, due]) {
      const text = `mutation ($input: UpdateEngagementInput!) { updateEngagement(input: $input) { __typename } }`;
      await desk.app.gql(text, { input: { id, version: 1, ownerId: person(0).id } });
    }
    await setAddress(person(0), "bai@office.example");
    await setAddress(person(1), "idle@office.example");
  });

  test("is not sent before eight in China", async () => {
    desk.at(`${MONDAY}T07:59:00+08:00`);
    expect(await bothLook()).toEqual([0, 0]);
    expect(got).toEqual([]);
  });

  test("what the mail server refuses is tried again at the next look", async () => {
    refusing = true;
    desk.at(`${MONDAY}T08:00:00+08:00`);
    expect(await bothLook()).toEqual([0, 0]);
    expect(got).toEqual([]);
  });

  test("is sent once by two instances that look at once, with counts and a link and no names", async () => {
    desk.at(`${MONDAY}T08:01:00+08:00`);
    const sent = await bothLook();
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(got.map((each) => each.to)).toEqual(["bai@office.example"]);
    const body = got.map(bodyOf).join();
    expect(body).toContain("今天有 2 条提醒，其中 1 条已过期：");
    expect(body).toContain("· 下一步到期：2");
    expect(body).toContain("2 reminders today, 1 of them overdue:");
    expect(body).toContain("https://talent.example");
    for (const hidden of ["演示甲", "演示乙", "绝密", "打电话"]) expect(body).not.toContain(hidden);
  });

  test("not again that day, also by an instance that has just started", async () => {
    desk.at(`${MONDAY}T17:00:00+08:00`);
    expect(await bothLook()).toEqual([0, 0]);
    expect(got).toEqual([]);
  });

  test("an instance that had looked before another sent takes nothing any more", async () => {
    const taken = (day: string) => write(desk.driver, DATABASE, TAKE_DIGEST, { accountId: person(0).id, day });
    expect(await taken(MONDAY)).toEqual([]);
    expect(await taken("2026-03-03")).toHaveLength(1);
    expect(await taken("2026-03-03")).toEqual([]);
  });

  test.each([
    ["2026-03-07T09:00:00+08:00", "a Saturday", 0],
    ["2026-04-06T09:00:00+08:00", "a holiday on a Monday", 0],
    ["2026-05-09T09:00:00+08:00", "a Saturday that is worked", 1],
    ["2026-05-11T23:30:00+08:00", "a Monday, after the server was down", 1],
  ])("at %s, %s, %i are sent", async (time, _what, count) => {
    desk.at(time);
    expect((await bothLook()).reduce((sum, each) => sum + each, 0)).toBe(count);
    expect(got).toHaveLength(count);
  });

  test("a disabled account gets none", async () => {
    desk.at("2026-05-12T09:00:00+08:00");
    await write(desk.driver, DATABASE, DISABLE_ACCOUNT, { id: person(0).id });
    expect(await bothLook()).toEqual([0, 0]);
    expect(got).toEqual([]);
  });
});
