import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { decodeRows } from "../../../server/db/records.ts";
import { read } from "../../../server/db/run.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { DATABASE } from "../db/test-database.ts";
import { type Office, openOffice, type Submitted, sendSubmission, submit, submittedOf, type Worker } from "./office.ts";
import { CLAIMS_HELD, REFERRALS_KEPT } from "./referrals.test-queries.cypher.ts";

const FAMILIES = ["王 Wang", "李 Li", "张 Zhang", "刘 Liu", "陈 Chen", "杨 Yang", "黄 Huang", "赵 Zhao"];
const GIVEN = ["建国 Jianguo", "文清 Wenqing", "晓明 Xiaoming", "海燕 Haiyan", "志强 Zhiqiang"];
const EMPLOYERS = [
  ["清华大学", "Tsinghua", "Tsinghua University", "清华", "清华大学物理系"],
  ["北京大学", "PKU", "Peking University", "北大", "School of Physics, Peking University"],
  ["演示研究所", "演示研究所", "演示研究所", "演示研究所", "演示研究所"],
];

/** One person as five ambassadors type them. */
function forms(family: string, given: string, employers: readonly string[]): { name: string; employer: string }[] {
  const [familyZh = "", familyEn = ""] = family.split(" ");
  const [givenZh = "", givenEn = ""] = given.split(" ");
  const names = [
    `${familyZh}${givenZh}`,
    `${givenEn} ${familyEn}`,
    `${familyEn.toUpperCase()} ${givenEn}`,
    `${familyEn}, ${givenEn}`,
    `${familyZh}${givenZh}教授`,
  ];
  return names.map((name, index) => ({ name, employer: employers[index] ?? "" }));
}

const PEOPLE = FAMILIES.flatMap((family, at) =>
  GIVEN.map((given, index) => forms(family, given, EMPLOYERS[(at + index) % EMPLOYERS.length] ?? [])),
);

const claimRow = z.object({ referralId: z.string(), candidateId: z.string(), status: z.string() });
const keptRow = z.object({ id: z.string(), state: z.string() });

const AMBASSADORS = 20;
let office: Office;
let secondServer: TestApp;
const ambassadors: Worker[] = [];

beforeAll(async () => {
  office = await openOffice([]);
  secondServer = await startTestApp(office.clock);
  for (let count = 0; count < AMBASSADORS; count += 1)
    ambassadors.push(await office.hire("AMBASSADOR", count % 2 === 0 ? undefined : secondServer));
});
afterAll(async () => {
  await secondServer.close();
  await office.close();
});

function ambassador(at: number): Worker {
  const found = ambassadors[at % AMBASSADORS];
  if (found === undefined) throw new Error("There are so many ambassadors.");
  return found;
}

async function kept(): Promise<z.infer<typeof keptRow>[]> {
  return decodeRows(keptRow, await read(office.driver, DATABASE, REFERRALS_KEPT));
}

test("of 200 submissions of 40 people at once on two servers 40 hold the claim, and each of the others is told so and none is lost", async () => {
  expect(PEOPLE).toHaveLength(40);
  // Each person by four ambassadors, of whom the first submits them once more in another form.
  const answers: Submitted[] = await Promise.all(
    PEOPLE.flatMap((person, at) => person.map((stated, index) => submit(ambassador(at * 3 + (index % 4)), stated))),
  );
  expect(answers).toHaveLength(200);
  const of = (kind: Submitted["__typename"]): Submitted[] => answers.filter((answer) => answer.__typename === kind);
  const own = answers.filter((answer) => answer.__typename === "InvalidInput" && /您已引荐过此人/.test(answer.message));
  expect(of("Referral")).toHaveLength(40);
  expect(of("AlreadyInProgress").length + own.length).toBe(160);

  const claims = decodeRows(claimRow, await read(office.driver, DATABASE, CLAIMS_HELD, { today: "2026-03-02" }));
  expect(claims).toHaveLength(40);
  expect(new Set(claims.map((claim) => claim.candidateId)).size).toBe(40);
  // Only who was told that the claim is theirs already has nothing more on record.
  const referrals = await kept();
  expect(referrals).toHaveLength(200 - own.length);
  const told = answers.flatMap((answer) => (answer.__typename === "AlreadyInProgress" ? [answer.referral.id] : []));
  const waiting = referrals.filter(({ state }) => state === "ALREADY_IN_PROGRESS").map(({ id }) => id);
  expect(waiting.sort()).toEqual(told.sort());
});

test("a submission sent twenty times at once is one referral with one answer", async () => {
  const before = (await kept()).length;
  const person = { idempotencyKey: "the-same", name: "何演示", employer: "演示研究所" };
  const sent = await Promise.all(Array.from({ length: 20 }, () => sendSubmission(ambassador(0), person)));
  // One account may have sixteen requests under way; the outbox sends the others again.
  const refused = sent.filter((answer) => answer.errors?.[0]?.extensions.code === "TOO_MANY_AT_ONCE");
  expect(refused.length).toBeLessThanOrEqual(4);
  const answers = sent.filter((answer) => !refused.includes(answer)).map(submittedOf);
  for (const _again of refused) answers.push(await submit(ambassador(0), person));
  expect(answers).toHaveLength(20);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ __typename: "Referral", status: "CLAIMED" });
  expect(await kept()).toHaveLength(before + 1);
});

test("a key is the sender's own, and its answer stays of the kind that it was", async () => {
  const person = { idempotencyKey: "the-same", name: "何演示", employer: "演示研究所" };
  const collided = await submit(ambassador(1), person);
  expect(collided.__typename).toBe("AlreadyInProgress");
  const after = (await kept()).length;
  expect(await submit(ambassador(1), { ...person, name: "另一演示" })).toEqual(collided);
  expect(await kept()).toHaveLength(after);
});
