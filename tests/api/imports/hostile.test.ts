import { afterAll, expect, test } from "vitest";
import { NAMES } from "./imports.test-queries.cypher.ts";
import { importRoom } from "./room.ts";

const room = await importRoom();
afterAll(() => room.close());

const paper = (id: number, inside: string): string =>
  `<paper id="${id}"><title>T${id}</title>${inside}<url>2099.demo-long.${id}</url></paper>`;
const collection = (inside: string): string =>
  `<?xml version='1.0' encoding='UTF-8'?><collection id="2099.demo"><volume id="long"><meta><year>2020</year></meta>${inside}</volume></collection>`;
const author = (last: string): string => `<author><first>Demo</first><last>${last}</last></author>`;

async function codes(path: string): Promise<(string | number | boolean)[][]> {
  const { faults } = await room.imports.importWorks([path]);
  for (const { zh, en } of faults) expect([zh.length, en.length].every((length) => length > 10)).toBe(true);
  return faults.map(({ code, record, leftOut }) => [code, record, leftOut]);
}

test("a file that declares entities is refused whole, and nothing of it is read or written", async () => {
  const before = await room.counts();
  const xxe = `<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]>${collection(paper(1, author("&x;")))}`;
  const bomb = `<!DOCTYPE c [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${collection(paper(1, author("&b;")))}`;
  expect(await codes(room.file("xxe.xml", xxe))).toEqual([["DOCTYPE", 0, true]]);
  expect(await codes(room.file("bomb.xml", bomb))).toEqual([["DOCTYPE", 0, true]]);
  expect(await codes(room.file("late.xml", collection(`${paper(1, author("A"))}${" ".repeat(200_000)}<!DOCTYPE x>`)))).toEqual([
    ["DOCTYPE", 0, true],
  ]);
  expect(await room.counts()).toEqual(before);
});

test("broken papers are reported by their number; those around them are taken whole", async () => {
  const { works } = await room.counts();
  const text = collection(
    [
      paper(1, author("One")),
      `<paper id="2"><title>T</title><author><first>X</author></paper>`,
      paper(3, author("&unknown;")),
      `<paper id="4">${author("NoTitle")}</paper>`,
      paper(5, `<author><first></first><last></last></author>`),
      `<paper id="6"><title>T</title><__proto__>x</__proto__></paper>`,
      `<!-- ${paper(7, author("Comment"))} -->`,
      paper(8, `${author("constructor")}${author("__proto__")}`),
    ].join("\n"),
  );
  expect(await codes(room.file("broken.xml", text))).toEqual([
    ["BROKEN_XML", 2, true],
    ["BROKEN_XML", 3, true],
    ["NO_TITLE", 4, true],
    ["NO_NAME", 5, true],
    ["BROKEN_XML", 6, true],
  ]);
  expect((await room.counts()).works).toBe(works + 2);
  const names = (await room.rows(NAMES)).map((row) => row.text);
  expect(names).toEqual(expect.arrayContaining(["Demo One", "Demo constructor", "Demo __proto__"]));
  expect(names.some((name) => String(name).includes("Comment"))).toBe(false);
});

test("broken lines, wrong encodings and prototype keys of JSON are reported by their line", async () => {
  const good = JSON.stringify({ id: "https://openalex.org/W901", title: "Good", authorships: [] });
  const proto = `{"id":"https://openalex.org/W902","title":"Proto","__proto__":{"polluted":true},"authorships":[{"__proto__":{"polluted":true},"raw_author_name":"Demo P"}]}`;
  const lines = [
    Buffer.from(good),
    Buffer.from('{"id": '),
    Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xc4, 0xe3, 0xff]), Buffer.from('"}')]),
    Buffer.from(proto),
    Buffer.from("[]"),
    Buffer.from('{"id":"https://openalex.org/I1"}'),
  ];
  const path = room.file("broken.jsonl", Buffer.concat(lines.flatMap((line) => [line, Buffer.from("\n")])));
  expect(await codes(path)).toEqual([
    ["BROKEN_JSON", 2, true],
    ["NOT_UTF8", 3, true],
    ["WRONG_SHAPE", 5, true],
    ["NOT_A_WORK", 6, true],
  ]);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("whole files that cannot be read are one line of the report each, and the others are taken", async () => {
  const gbk = Buffer.concat([Buffer.from("@article{x, title={"), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), Buffer.from("}}")]);
  const good = room.file(
    "good.bib",
    "@article{ok, title={Fine}, author={Demo, Ok}, year={2021}}\n@article{bad, title={Never closed, author={X}\n@article{ok2, title={Fine too}, author={Demo, Ok}, year={1021}}",
  );
  const report = await room.imports.importWorks([
    room.file("gbk.bib", gbk),
    "/no/such/file.bib",
    room.file("empty.bib", ""),
    room.file("cut.json", "[{"),
    good,
  ]);
  expect(report.faults.map(({ file, code, record }) => [file.split("/").at(-1), code, record])).toEqual([
    ["gbk.bib", "NOT_UTF8", 0],
    ["file.bib", "UNREADABLE", 0],
    ["cut.json", "BROKEN_JSON", 0],
    ["empty.bib", "EMPTY_FILE", 0],
    ["good.bib", "BROKEN_BIBTEX", 2],
    ["good.bib", "WRONG_YEAR", 3],
  ]);
  expect(report).toMatchObject({ worksCreated: 2, leftOut: 5 });
});

test("a work of 300 authors is drawn whole; one of more than 500 is left out and says so", async () => {
  const list = (count: number): string => Array.from({ length: count }, (_, index) => author(`Many${index}`)).join("");
  const { pairs } = await room.counts();
  const path = room.file("many.xml", collection(`${paper(300, list(300))}${paper(501, list(501))}`));
  expect(await codes(path)).toEqual([["TOO_MANY_AUTHORS", 2, true]]);
  expect((await room.counts()).pairs).toBe(pairs + 44_850);
});
