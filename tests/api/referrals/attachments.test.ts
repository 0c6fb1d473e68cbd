import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { decodeRows } from "../../../server/db/records.ts";
import { read } from "../../../server/db/run.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { DATABASE } from "../db/test-database.ts";
import { attach, attachment, claim, engage, FILES, type Office, openOffice, type Worker } from "./office.ts";
import { ATTACHMENTS_KEPT } from "./referrals.test-queries.cypher.ts";

const added = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() });
const keptRow = z.object({ properties: z.record(z.string(), z.unknown()) });
const LIST = /* GraphQL */ `query ($id: ID!) { referral(id: $id) { attachments { id name mediaType size } } }`;
const list = z.object({ referral: z.object({ attachments: z.array(added) }) });
const MB = 1024 * 1024;

let office: Office;
let owner: Worker;
let stranger: Worker;

beforeAll(async () => {
  office = await openOffice([]);
  [owner, stranger] = [await office.hire("AMBASSADOR"), await office.hire("AMBASSADOR")];
});
afterAll(() => office.close());

let people = 0;
function referred(): Promise<string> {
  people += 1;
  return claim(owner, { name: `附件演示${people}`, employer: "演示研究所" });
}

async function add(id: string, name: string, bytes: Buffer, type?: string) {
  const answer = await attach(office, owner, id, [{ name, bytes, ...(type === undefined ? {} : { type }) }]);
  expect(answer.statusCode).toBe(201);
  return added.parse(answer.json());
}

async function kept(): Promise<z.infer<typeof keptRow>[]> {
  return decodeRows(keptRow, await read(office.driver, DATABASE, ATTACHMENTS_KEPT));
}

test.each([
  ["jpeg", "image/jpeg", "card.JPEG", "card.jpg"],
  ["png", "image/png", "名片.png", "名片.png"],
  ["webp", "image/webp", "photo", "photo.webp"],
  ["pdf", "application/pdf", "cv.exe", "cv.exe.pdf"],
] as const)("a %s file is told by its first bytes, whatever it is called and said to be", async (kind, mediaType, name, shown) => {
  const id = await referred();
  const bytes = Buffer.concat([FILES[kind], randomBytes(100)]);
  const file = await add(id, name, bytes, "text/html");
  expect(file).toMatchObject({ mediaType, name: shown, size: bytes.length });
  const answer = await attachment(office, owner, "GET", file.id);
  expect(answer.rawPayload.equals(bytes)).toBe(true);
  expect(answer.headers).toMatchObject({
    "content-type": mediaType,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "content-disposition": expect.stringMatching(/^attachment; /),
  });
});

test.each([
  ["a page", "page.pdf", Buffer.from("<!doctype html><script>alert(1)</script>"), "application/pdf"],
  ["a picture of lines", "image.png", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), "image/png"],
  ["a program", "card.jpg", Buffer.from("MZ\u0090\u0000", "latin1"), "image/jpeg"],
  ["a GIF", "card.gif", Buffer.from("GIF89a"), "image/gif"],
  ["a RIFF that is no picture", "sound.webp", Buffer.from("RIFF\u0000\u0000\u0000\u0000WAVE", "latin1"), "image/webp"],
  ["a file that is a PDF further on", "late.pdf", Buffer.from("x%PDF-1.7"), "application/pdf"],
  ["nothing", "empty.pdf", Buffer.alloc(0), "application/pdf"],
])("%s is refused, and nothing is kept", async (_what, name, bytes, type) => {
  const id = await referred();
  const before = (await kept()).length;
  const answer = await attach(office, owner, id, [{ name, bytes, type }]);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: "BAD_USER_INPUT", messageZh: expect.any(String), messageEn: expect.any(String) });
  expect(await kept()).toHaveLength(before);
});

test("a file of 5 MB is kept whole, and one byte more is refused", async () => {
  const id = await referred();
  const bytes = Buffer.concat([FILES.png, randomBytes(5 * MB - FILES.png.length)]);
  const file = await add(id, "large.png", bytes);
  expect((await attachment(office, office.officer, "GET", file.id)).rawPayload.equals(bytes)).toBe(true);
  const answer = await attach(office, owner, id, [{ name: "larger.png", bytes: Buffer.concat([bytes, Buffer.from([0])]) }]);
  expect(answer.statusCode).toBe(413);
  expect(answer.json()).toMatchObject({ code: "ATTACHMENT_TOO_LARGE" });
});

test("a referral has three files at most, also when they come at once, and one comes at a time", async () => {
  const id = await referred();
  const two = [1, 2].map((number) => ({ name: `${number}.pdf`, bytes: FILES.pdf }));
  expect((await attach(office, owner, id, two)).statusCode).toBe(400);
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map((number) => attach(office, owner, id, [{ name: `${number}.pdf`, bytes: FILES.pdf }])),
  );
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 201, 201, 409, 409]);
  expect((await owner.ask(list, LIST, { id })).referral.attachments).toHaveLength(3);
});

test.each([
  ["../../etc/passwd.png", "passwd.png"],
  ["C:\\\\fakepath\\\\card.png", "card.png"],
  ["evil\u202Egnp.exe.png", "evilgnp.exe.png"],
  ["...hidden.png", "hidden.png"],
  ["<img src=x>.png", "img src=x.png"],
  [`${"长".repeat(200)}.png`, `${"长".repeat(80)}.png`],
  ["   .png", "附件.png"],
])("the name %s is kept as %s", async (stated, name) => {
  const id = await referred();
  expect(await add(id, stated, FILES.png)).toMatchObject({ name });
});

test("files of others are not there: to add, to open and to remove are answered as for ids that nothing has", async () => {
  const id = await referred();
  const file = await add(id, "card.png", FILES.png);
  const nothing = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
  const same = (answer: { statusCode: number; json(): unknown }): unknown => {
    const { requestId: _ownToEach, ...rest } = z.looseObject({ requestId: z.string() }).parse(answer.json());
    return [answer.statusCode, rest];
  };
  const files = [{ name: "card.png", bytes: FILES.png }];
  expect(same(await attach(office, stranger, id, files))).toEqual(same(await attach(office, stranger, nothing, files)));
  expect(same(await attachment(office, stranger, "GET", file.id))).toEqual(same(await attachment(office, stranger, "GET", nothing)));
  expect(same(await attachment(office, stranger, "DELETE", file.id))).toEqual(same(await attachment(office, stranger, "DELETE", nothing)));
  expect(await latestAuditRecords(office.driver, 2, "DOSSIER")).toMatchObject([
    { result: "REFUSED", detail: { notFound: [nothing] } },
    { result: "REFUSED", detail: { notFound: [file.id] } },
  ]);
  const expert = await office.hire("EXPERT");
  expect((await attachment(office, expert, "GET", file.id)).statusCode).toBe(403);
  expect((await office.app.app.inject({ url: `/attachments/${file.id}` })).statusCode).toBe(401);
  expect((await attachment(office, owner, "GET", file.id)).statusCode).toBe(200);
});

test("a file is removed by who added it until the office takes the referral up", async () => {
  const id = await referred();
  const [one, other] = [await add(id, "one.png", FILES.png), await add(id, "other.png", FILES.png)];
  expect((await attachment(office, office.officer, "DELETE", one.id)).statusCode).toBe(403);
  expect((await attachment(office, owner, "DELETE", one.id)).statusCode).toBe(204);
  await engage(office.officer, { referralId: id });
  expect((await attachment(office, owner, "DELETE", other.id)).statusCode).toBe(403);
  expect((await owner.ask(list, LIST, { id })).referral.attachments).toMatchObject([{ id: other.id }]);
});

test("content is sealed in the graph, each opening is on record, and a page of another site can send nothing", async () => {
  const id = await referred();
  const secret = "秘密内容 0123456789";
  const file = await add(id, "sealed.pdf", Buffer.concat([FILES.pdf, Buffer.from(secret)]));
  const text = JSON.stringify(await kept());
  expect(text).not.toContain(Buffer.from(secret).toString("base64").slice(4, 20));
  expect(text).not.toContain("0123456789");
  await attachment(office, office.officer, "GET", file.id);
  expect(await latestAuditRecords(office.driver, 1, "DOSSIER")).toMatchObject([{ actorRole: "OFFICER", detail: { attachment: file.id } }]);
  const foreign = await office.app.app.inject({
    method: "POST",
    url: `/referrals/${id}/attachments`,
    headers: { authorization: `Bearer ${owner.bearer}`, origin: "https://elsewhere.example" },
  });
  expect(foreign.statusCode).toBe(403);
});
