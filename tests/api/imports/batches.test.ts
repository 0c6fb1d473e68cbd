import { afterAll, beforeEach, expect, test } from "vitest";
import { write, writeTransaction } from "../../../server/db/run.ts";
import { eraseAuthorsOf } from "../../../server/features/imports/index.ts";
import { DATABASE, wipe } from "../db/test-database.ts";
import { migrateAudit } from "./audit-head.ts";
import { ADD_SCIENTIST, LINKS, NAMES, PICTURE } from "./imports.test-queries.cypher.ts";
import { importRoom, shared } from "./room.ts";

const room = await importRoom();
beforeEach(async () => {
  await wipe(room.driver);
  await migrateAudit(room.driver);
});
afterAll(() => room.close());

const NEW = shared("openalex_samples/W2741809807.json");
const OLD = shared("openalex_samples/work_W2741809807_2023.json");

function bib(...entries: readonly [key: string, title: string, authors: string, extra?: string][]): string {
  return entries
    .map(([key, title, authors, extra = ""]) => `@article{${key}, title={${title}}, author={${authors}}, year={2020}${extra}}`)
    .join("\n");
}

function batchOf(report: { batchId: string | null }): string {
  return report.batchId ?? "";
}

test("both generations of an OpenAlex work are one work, whichever comes first, and either can be taken back", async () => {
  const first = await room.imports.importWorks([OLD]);
  const onlyOld = await room.rows(PICTURE);
  const second = await room.imports.importWorks([NEW]);
  expect([first.worksCreated, second.worksCreated, second.worksRestated]).toEqual([1, 0, 1]);
  expect(await room.counts()).toMatchObject({ works: 1, statements: 2, authored: 9, pairs: 36 });
  expect((await room.rows(PICTURE))[0]).toMatchObject({
    doi: "10.7717/peerj.4375",
    openAlexId: "W2741809807",
    year: 2018,
    venue: "PeerJ",
    batches: 2,
  });
  await room.imports.rollBack(batchOf(second));
  expect(await room.rows(PICTURE)).toEqual(onlyOld);
  const again = await room.imports.importWorks([NEW]);
  await room.imports.rollBack(batchOf(first));
  const onlyNew = await room.rows(PICTURE);
  await room.imports.rollBack(batchOf(again));
  expect(await room.counts()).toMatchObject({ works: 0, authors: 0, authored: 0, pairs: 0, statements: 0, sources: 0 });
  await room.imports.importWorks([NEW]);
  expect(await room.rows(PICTURE)).toEqual(onlyNew);
});

test("works that only a third record held together part when its batch is taken back", async () => {
  const csl = (name: string, items: readonly object[]): string => room.file(name, JSON.stringify(items));
  const author = [{ family: "Demo", given: "A" }];
  const byDoi = csl("a.json", [{ type: "article", title: "One", DOI: "10.1000/one", author }]);
  const openAlex = room.file(
    "b.jsonl",
    `${JSON.stringify({ id: "https://openalex.org/W77", doi: "https://doi.org/10.1000/ONE", title: "One", authorships: [] })}\n`,
  );
  const alone = room.file("c.jsonl", `${JSON.stringify({ id: "https://openalex.org/W77", title: "One, again", authorships: [] })}\n`);
  await room.imports.importWorks([byDoi]);
  const joining = await room.imports.importWorks([openAlex]);
  await room.imports.importWorks([alone]);
  expect(await room.counts()).toMatchObject({ works: 1, statements: 3 });
  await room.imports.rollBack(batchOf(joining));
  expect((await room.rows(PICTURE)).map((row) => row.key)).toEqual(["doi:10.1000/one", "openalex:W77"]);
});

test("ids that belong to two known works are reported and nothing of the record is written", async () => {
  await room.imports.importWorks([room.file("d.bib", bib(["x", "X", "Demo, A", ", doi={10.1000/x}"]))]);
  await room.imports.importWorks([
    room.file("e.jsonl", `${JSON.stringify({ id: "https://openalex.org/W5", doi: "10.1000/y", title: "Y" })}\n`),
  ]);
  const before = await room.counts();
  const clash = room.file("f.jsonl", `${JSON.stringify({ id: "https://openalex.org/W5", doi: "10.1000/x", title: "Z" })}\n`);
  expect(await room.imports.importWorks([clash])).toMatchObject({
    batchId: null,
    leftOut: 1,
    faults: [{ code: "IDS_OF_SEVERAL", record: 1 }],
  });
  expect(await room.counts()).toEqual(before);
});

test("an id that a scientist holds links the author, and the pairs stand with the scientist; a name never does", async () => {
  await write(room.driver, DATABASE, ADD_SCIENTIST, { id: "S-PRIEM", orcid: "0000-0001-6187-6610", openAlexId: "A5023888391" });
  await write(room.driver, DATABASE, ADD_SCIENTIST, { id: "Heather Piwowar", orcid: null, openAlexId: null });
  await room.imports.importWorks([NEW]);
  expect(await room.rows(LINKS)).toEqual([{ author: "openalex:A5023888391", scientist: "S-PRIEM", origin: "import" }]);
  const pairs = await room.drawnPairs();
  expect(pairs.filter((pair) => pair.includes("S-PRIEM"))).toHaveLength(8);
  expect(pairs).toEqual(await room.countedPairs());
});

test("a link that a later record brings moves the pairs of the author's other works too, and goes with its batch", async () => {
  await write(room.driver, DATABASE, ADD_SCIENTIST, { id: "S2", orcid: "0000-0002-1825-0097", openAlexId: null });
  const author = (who: number, orcid: string | null = null) => ({
    author: { id: `https://openalex.org/A${who}`, display_name: `Demo ${who}`, orcid },
  });
  const work = (id: number, authorships: readonly object[]): string =>
    `${JSON.stringify({ id: `https://openalex.org/W${id}`, title: `W${id}`, authorships })}\n`;
  await room.imports.importWorks([room.file("one.jsonl", work(1, [author(1), author(2)]))]);
  const before = await room.drawnPairs();
  const linking = await room.imports.importWorks([room.file("two.jsonl", work(2, [author(1, "0000-0002-1825-0097"), author(3)]))]);
  const pairs = await room.drawnPairs();
  expect(pairs).toEqual(await room.countedPairs());
  expect(pairs.filter((pair) => pair.includes('"S2"'))).toHaveLength(2);
  await room.imports.rollBack(batchOf(linking));
  expect(await room.drawnPairs()).toEqual(before);
});

test("ids of two scientists link to neither: that is a question for a person", async () => {
  await write(room.driver, DATABASE, ADD_SCIENTIST, { id: "S1", orcid: "0000-0001-6187-6610", openAlexId: null });
  await write(room.driver, DATABASE, ADD_SCIENTIST, { id: "S2", orcid: null, openAlexId: "A5023888391" });
  await room.imports.importWorks([NEW]);
  expect(await room.rows(LINKS)).toEqual([]);
});

test("people who refused are not recorded, by ORCID or by name and institution; their co-authors are", async () => {
  const at = new Date("2026-11-01");
  await writeTransaction(room.driver, DATABASE, async (transaction) => {
    const nobody = { ids: [], names: [], birthDates: [], institutions: [] };
    await room.register.enterIdentity(transaction, { ...nobody, ids: ["orcid:0000-0001-6187-6610"] }, "r1", at);
    await room.register.enterIdentity(
      transaction,
      { ...nobody, names: ["Lisa Matthias"], institutions: ["Simon Fraser University"] },
      "r2",
      at,
    );
  });
  const person = shared("openalex_samples/A5023888391.json");
  const report = await room.imports.importWorks([NEW, person]);
  expect(report).toMatchObject({ refused: 3, leftOut: 1, worksCreated: 1, authorships: 7 });
  expect(report.faults.map(({ code, file, leftOut }) => [code, file, leftOut])).toEqual([
    ["REFUSED", "W2741809807.json", false],
    ["REFUSED", "A5023888391.json", true],
  ]);
  const kept = JSON.stringify(await room.rows(NAMES));
  expect([kept.includes("Priem"), kept.includes("Matthias"), kept.includes("Piwowar")]).toEqual([false, false, true]);
  expect((await room.counts()).pairs).toBe(21);
});

test("erasing a scientist takes their authors and their name out of what is kept", async () => {
  await write(room.driver, DATABASE, ADD_SCIENTIST, { id: "S-PRIEM", orcid: "0000-0001-6187-6610", openAlexId: null });
  await room.imports.importWorks([NEW, shared("openalex_samples/A5023888391.json")]);
  const known = await writeTransaction(room.driver, DATABASE, (transaction) => eraseAuthorsOf(transaction, "S-PRIEM", Date.now()));
  expect(known[0]).toMatchObject({ ids: ["orcid:0000-0001-6187-6610", "openAlexId:A5023888391"] });
  expect(known[0]?.institutions).toContain("Impactstory");
  expect(JSON.stringify(await room.rows(NAMES))).not.toContain("Priem");
  expect(await room.counts()).toMatchObject({ works: 1, authored: 8, pairs: 28, links: 0 });
});

test("an ORCID record gives the person and public works only, in both forms", async () => {
  const report = await room.imports.importWorks([shared("orcid_samples/record-full-3.0.json"), shared("orcid_samples/record-3.0.xml")]);
  expect(report).toMatchObject({
    records: 4,
    persons: 2,
    worksCreated: 1,
    leftOut: 1,
    faults: [{ code: "NOT_PUBLIC", file: "record-3.0.xml", record: 2 }],
  });
  expect((await room.rows(PICTURE))[0]).toMatchObject({
    doi: "10.1087/20120404",
    year: 2012,
    authors: [{ key: "orcid:0000-0002-7319-2192", position: null }],
  });
});

test("the same string in two files is two authors", async () => {
  await room.imports.importWorks([
    room.file("g.bib", bib(["x", "X", "Liu, Yang and Demo, A"])),
    room.file("h.bib", bib(["y", "Y", "Liu, Yang"])),
  ]);
  expect(await room.counts()).toMatchObject({ works: 2, authors: 3, pairs: 1 });
});
