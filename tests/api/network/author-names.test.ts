import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { importRoom, shared } from "../imports/room.ts";

const VOLUME = shared("acl2022_coauthor/2022.acl.xml");
const room = await importRoom();
let app: TestApp;
let batch: string | null;

beforeAll(async () => {
  batch = (await room.imports.importWorks([VOLUME])).batchId;
  app = await startTestApp(undefined, { role: "ANALYST" });
}, 240_000);
afterAll(async () => {
  await app.close();
  await room.close();
});

const found = z.object({
  networkAuthors: z.object({
    totalCount: z.number(),
    authors: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        works: z.number(),
        firstYear: z.number().nullable(),
        lastYear: z.number().nullable(),
        source: z.string().nullable(),
      }),
    ),
  }),
});
const FIND = `query ($name: String!, $first: Int) { networkAuthors(name: $name, first: $first) { totalCount authors { id name works firstYear lastYear source } } }`;
const find = async (name: string, first = 6) => (await app.ask(found, FIND, { name, first })).networkAuthors;

/** Papers of each author as the file's text has them; nothing of the readers is used. */
function papersByAuthor(): Map<string, number> {
  const papers = new Map<string, number>();
  for (const paper of readFileSync(VOLUME, "utf8").match(/<paper\b[\s\S]*?<\/paper>/g) ?? []) {
    const names = [...paper.matchAll(/<author>(?:<first>([^<]*)<\/first>)?<last>([^<]*)<\/last>/g)].map(([, first, last]) =>
      [first, last].filter(Boolean).join(" "),
    );
    for (const name of new Set(names)) papers.set(name, (papers.get(name) ?? 0) + 1);
  }
  return papers;
}

describe("authors of an imported volume", () => {
  test.each(["刘知远", "zhiyuan liu", "Liu, Zhiyuan", "LIU ZHIYUAN", "liuzhiyuan", "zhiyuanliu"])(
    "Zhiyuan Liu is found as %s",
    async (typed) => {
      const { authors } = await find(typed);
      const works = papersByAuthor().get("Zhiyuan Liu");
      expect(works).toBe(12);
      expect(authors[0]).toMatchObject({ name: "Zhiyuan Liu", works, firstYear: 2022, lastYear: 2022 });
      expect(authors[0]?.source).toMatch(/ACL/);
    },
  );

  test("every twentieth name of the file is found the wrong way round, with as many works as the file has", async () => {
    const papers = [...papersByAuthor()].filter(([name]) => name.includes(" ") && !name.includes("&"));
    expect(papers.length).toBeGreaterThan(2_500);
    for (const [name, works] of papers.filter((_, index) => index % 20 === 0)) {
      const words = name.split(" ");
      const turned = [words.at(-1), ...words.slice(0, -1)].join(" ").toLowerCase();
      const { authors } = await find(turned, 50);
      const same = authors.filter((author) => author.name === name);
      expect(
        same.reduce((sum, author) => sum + author.works, 0),
        `${turned}: ${name}`,
      ).toBe(works);
    }
  }, 120_000);

  test("three people of one name, told apart by the file's own ids, stay three", async () => {
    const { authors } = await find("Yang Liu");
    const same = authors.filter(({ name }) => name === "Yang Liu");
    expect(new Set(same.map(({ id }) => id)).size).toBe(3);
  });

  test("of a surname the total tells how many there are, those of most works first", async () => {
    const { totalCount, authors } = await find("wang", 50);
    expect(totalCount).toBeGreaterThan(100);
    expect(authors).toHaveLength(50);
    const works = authors.map((author) => author.works);
    expect(works.slice(0, 5)).toEqual([...works].sort((one, other) => other - one).slice(0, 5));
  });

  test("nothing is found of a text that is no name; too much is refused in a sentence", async () => {
    expect(await find("")).toEqual({ totalCount: 0, authors: [] });
    expect(await find("qqqzzz")).toEqual({ totalCount: 0, authors: [] });
    const [long, many] = [
      await app.gql(FIND, { name: "w".repeat(201) }, { "accept-language": "zh" }),
      await app.gql(FIND, { name: "wang", first: 51 }, { "accept-language": "zh" }),
    ];
    expect(long.errors?.[0]?.message).toBe("姓名的字数须在 0 与 200 之间，请修改后再试。");
    expect(many.errors?.[0]?.message).toBe("作者人数 first 须在 1 与 50 之间，请修改后再试。");
  });

  test("a roll-back takes them out, and the next import brings them back, without a new start", async () => {
    if (batch === null) throw new Error("no batch");
    await room.imports.rollBack(batch);
    expect(await find("zhiyuan liu")).toEqual({ totalCount: 0, authors: [] });
    await room.imports.importWorks([VOLUME]);
    expect((await find("zhiyuan liu")).authors[0]).toMatchObject({ name: "Zhiyuan Liu", works: 12 });
  });
});
