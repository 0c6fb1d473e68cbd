import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ImportReport } from "../../../server/features/imports/index.ts";
import { COUNTS, PICTURE, STRINGS, WITHOUT_BATCH } from "./imports.test-queries.cypher.ts";
import { importRoom, shared } from "./room.ts";

const VOLUME = shared("acl2022_coauthor/2022.acl.xml");
const room = await importRoom();
afterAll(() => room.close());

/** The numbers of the file, found by looking for tags in its text; nothing of the readers is used. */
function countInText() {
  const text = readFileSync(VOLUME, "utf8");
  const strings = new Set<string>();
  const pairs = new Set<string>();
  const papers = text.match(/<paper\b[\s\S]*?<\/paper>/g) ?? [];
  for (const paper of papers) {
    const names = [...paper.matchAll(/<author\b[^>]*>([\s\S]*?)<\/author>/g)].map((found) =>
      (found[1] ?? "")
        .replaceAll(/<[^>]+>/g, " ")
        .replaceAll("&amp;", "&")
        .replaceAll(/\s+/g, " ")
        .trim(),
    );
    const distinct = [...new Set(names)].sort();
    for (const name of distinct) strings.add(name);
    distinct.forEach((one, index) => {
      for (const other of distinct.slice(index + 1)) pairs.add(`${one}\n${other}`);
    });
  }
  const editors = [...text.matchAll(/<editor\b[^>]*><first>([^<]*)<\/first><last>([^<]*)<\/last><\/editor>/g)].map(
    (found) => `${found[1]} ${found[2]}`,
  );
  return { papers: papers.length, strings, pairs: pairs.size, editors: new Set(editors) };
}

const counted = countInText();
let dry: ImportReport;
let report: ImportReport;
let beforeImport: unknown;

beforeAll(async () => {
  dry = await room.imports.importWorks([VOLUME], { dryRun: true });
  beforeImport = await room.counts();
  report = await room.imports.importWorks([VOLUME]);
}, 240_000);

test("the volume holds 774 papers, 2,757 author strings and 8,548 pairs, by our reader and by an independent count alike", () => {
  expect({ papers: counted.papers, strings: counted.strings.size, pairs: counted.pairs }).toEqual({
    papers: 774,
    strings: 2757,
    pairs: 8548,
  });
  expect(report).toMatchObject({ records: 774, leftOut: 0, worksCreated: 774, authorStrings: 2757, coauthorPairs: 8548, faultCount: 0 });
});

test("the graph holds the same papers, strings and pairs", async () => {
  // Three people called Yang Liu are told apart by the file's own ids, hence two authors more than strings.
  expect(await room.counts()).toMatchObject({
    works: 774,
    authors: 2759,
    authored: 3601,
    pairs: 8548,
    statements: 774,
    batches: 1,
    sources: 1,
    audited: 1,
  });
  expect(new Set((await room.rows(STRINGS)).map((row) => row.stated))).toEqual(counted.strings);
  expect(await room.drawnPairs()).toEqual(await room.countedPairs());
});

test("editors who are no authors are not in", async () => {
  const editorsOnly = [...counted.editors].filter((name) => !counted.strings.has(name));
  expect(editorsOnly.length).toBeGreaterThan(0);
  const strings = new Set((await room.rows(STRINGS)).map((row) => row.stated));
  expect(editorsOnly.filter((name) => strings.has(name))).toEqual([]);
});

test("a dry run writes nothing and reports the same", () => {
  expect(beforeImport).toEqual({
    works: 0,
    authors: 0,
    authored: 0,
    pairs: 0,
    statements: 0,
    links: 0,
    batches: 0,
    sources: 0,
    audited: 0,
  });
  expect({ ...dry, batchId: null, dryRun: false }).toEqual({ ...report, batchId: null });
  expect([dry.batchId, dry.dryRun]).toEqual([null, true]);
});

test("a second run changes nothing and says so", async () => {
  const before = [await room.counts(), await room.rows(PICTURE)];
  expect(await room.imports.importWorks([VOLUME])).toMatchObject({ batchId: null, unchanged: 774, worksCreated: 0, worksRestated: 0 });
  expect([await room.counts(), await room.rows(PICTURE)]).toEqual(before);
});

test("everything says which batch states it, and the roll-back leaves nothing", async () => {
  expect(await room.rows(WITHOUT_BATCH)).toEqual([{ count: 0 }]);
  const batch = await room.imports.rollBack(report.batchId ?? "");
  expect(batch).toMatchObject({ id: report.batchId, works: 774, files: ["2022.acl.xml"] });
  expect(batch.rolledBackAt).not.toBeNull();
  expect((await room.rows(COUNTS))[0]).toEqual({
    works: 0,
    authors: 0,
    authored: 0,
    pairs: 0,
    statements: 0,
    links: 0,
    batches: 1,
    sources: 0,
    audited: 2,
  });
  await expect(room.imports.rollBack(report.batchId ?? "")).rejects.toMatchObject({ code: "BAD_USER_INPUT" });
});
