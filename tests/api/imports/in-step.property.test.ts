import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { write } from "../../../server/db/run.ts";
import { linkAuthor } from "../../../server/features/imports/index.ts";
import { DATABASE, wipe } from "../db/test-database.ts";
import { migrateAudit } from "./audit-head.ts";
import { ADD_SCIENTIST, AUTHOR_IDS, PICTURE, WITHOUT_BATCH } from "./imports.test-queries.cypher.ts";
import { importRoom } from "./room.ts";

const room = await importRoom();
afterAll(() => room.close());

const PEOPLE = ["S0", "S1", "S2"];
/** Held by S2. Some records state it of two of the authors and some do not, so that links come and go with the batches. */
const ORCID = "0000-0002-1825-0097";
const SHARED = [2, 3];

interface Paper {
  readonly work: number;
  readonly doi: boolean;
  readonly openAlex: boolean;
  readonly year: number;
  readonly authors: readonly { readonly who: number; readonly known: boolean; readonly orcid: boolean }[];
}

type Step =
  | { readonly kind: "import"; readonly papers: readonly Paper[] }
  | { readonly kind: "again"; readonly which: number }
  | { readonly kind: "merge"; readonly author: number; readonly scientist: number }
  | { readonly kind: "back"; readonly which: number };

const paper: fc.Arbitrary<Paper> = fc.record({
  work: fc.nat({ max: 4 }),
  doi: fc.boolean(),
  openAlex: fc.constant(true),
  year: fc.integer({ min: 1990, max: 1995 }),
  authors: fc.uniqueArray(fc.record({ who: fc.nat({ max: 5 }), known: fc.boolean(), orcid: fc.boolean() }), {
    maxLength: 4,
    selector: ({ who }) => who,
  }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("import" as const), papers: fc.array(paper, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("again" as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("merge" as const), author: fc.nat(), scientist: fc.integer({ min: -1, max: 2 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("back" as const), which: fc.nat() }) },
);

/** Half of the people have ids, some of which scientists hold; the others are strings. */
function line({ work, doi, year, authors }: Paper): string {
  return JSON.stringify({
    id: `https://openalex.org/W10${work}`,
    doi: doi ? `10.1000/w${work}` : null,
    title: `Work ${work}`,
    publication_year: year,
    authorships: authors.map(({ who, known, orcid }) => ({
      raw_author_name: `Demo ${who}`,
      author: known
        ? { id: `https://openalex.org/A10${who}`, display_name: `Demo ${who}`, orcid: orcid && SHARED.includes(who) ? ORCID : null }
        : null,
    })),
  });
}

test("COLLABORATED_WITH is what AUTHORED says after any imports, repeats, merges and roll-backs, and roll-backs end where it began", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      run += 1;
      await wipe(room.driver);
      await migrateAudit(room.driver);
      for (const [index, id] of PEOPLE.entries())
        await write(room.driver, DATABASE, ADD_SCIENTIST, {
          id,
          orcid: index < 2 ? null : ORCID,
          openAlexId: index < 2 ? `A10${index}` : null,
        });
      const batches: { id: string; path: string }[] = [];
      const take = async (path: string): Promise<void> => {
        const { batchId } = await room.imports.importWorks([path]);
        if (batchId !== null) batches.push({ id: batchId, path });
      };
      for (const [index, taken] of steps.entries()) {
        if (taken.kind === "import") await take(room.file(`r${run}-${index}.jsonl`, `${taken.papers.map(line).join("\n")}\n`));
        if (taken.kind === "again" && batches.length > 0) {
          const before = await room.rows(PICTURE);
          const path = batches[taken.which % batches.length]?.path ?? "";
          expect(await room.imports.importWorks([path])).toMatchObject({ batchId: null, worksCreated: 0 });
          expect(await room.rows(PICTURE)).toEqual(before);
        }
        if (taken.kind === "merge") {
          const authors = await room.rows(AUTHOR_IDS);
          const authorId = String(authors[taken.author % Math.max(authors.length, 1)]?.id ?? "none");
          await linkAuthor(
            { driver: room.driver, database: DATABASE },
            { authorId, scientistId: PEOPLE[taken.scientist] ?? null, byId: "officer" },
          );
        }
        if (taken.kind === "back" && batches.length > 0) {
          const [gone] = batches.splice(taken.which % batches.length, 1);
          await room.imports.rollBack(gone?.id ?? "");
        }
        expect(await room.drawnPairs()).toEqual(await room.countedPairs());
        expect(await room.rows(WITHOUT_BATCH)).toEqual([{ count: 0 }]);
      }
      for (const { id } of batches) await room.imports.rollBack(id);
      expect(await room.counts()).toMatchObject({ works: 0, authors: 0, authored: 0, pairs: 0, statements: 0, links: 0, sources: 0 });
    }),
    { numRuns: 20 },
  );
}, 600_000);
