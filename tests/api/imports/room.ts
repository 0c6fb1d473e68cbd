import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Driver } from "neo4j-driver";
import { z } from "zod";
import { decodeRows, type Row } from "../../../server/db/records.ts";
import { read } from "../../../server/db/run.ts";
import { createAuditTrail } from "../../../server/features/audit/index.ts";
import { createImports, type Imports } from "../../../server/features/imports/index.ts";
import { createRefusalRegister, type RefusalRegister } from "../../../server/features/privacy/index.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { testEnv } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { AUTHORSHIPS, COUNTS, DRAWN } from "./imports.test-queries.cypher.ts";

/** A file of the shared data, which lies beside the repository. */
export function shared(name: string): string {
  return fileURLToPath(new URL(`../../../../shared/data/${name}`, import.meta.url));
}

const counts = z.object({
  works: z.number(),
  authors: z.number(),
  authored: z.number(),
  pairs: z.number(),
  statements: z.number(),
  links: z.number(),
  batches: z.number(),
  sources: z.number(),
  audited: z.number(),
});
const drawn = z.object({
  p: z.string(),
  q: z.string(),
  works: z.number(),
  firstYear: z.number().nullable(),
  lastYear: z.number().nullable(),
});
const authorship = z.object({ work: z.string(), year: z.number().nullable(), person: z.string() });

/** Pairs of people with their works and years, sorted, one text each. */
export type Pairs = readonly string[];

/** Imports on an empty test database. */
export interface ImportRoom {
  readonly driver: Driver;
  readonly imports: Imports;
  readonly register: RefusalRegister;
  /** Writes a file into the room's folder and answers its path. */
  file(name: string, content: string | Uint8Array): string;
  rows(statement: string, parameters?: Record<string, unknown>): Promise<Row[]>;
  counts(): Promise<z.infer<typeof counts>>;
  /** What COLLABORATED_WITH says. */
  drawnPairs(): Promise<Pairs>;
  /** What AUTHORED says, counted here and not by the database. */
  countedPairs(): Promise<Pairs>;
  close(): Promise<void>;
}

function pairText(p: string, q: string, works: number, years: readonly number[]): string {
  const span = years.length === 0 ? [null, null] : [Math.min(...years), Math.max(...years)];
  return JSON.stringify([...[p, q].sort(), works, ...span]);
}

function recount(rows: readonly z.infer<typeof authorship>[]): string[] {
  const works = new Map<string, { year: number | null; people: Set<string> }>();
  for (const { work, year, person } of rows) {
    const known = works.get(work) ?? { year, people: new Set() };
    known.people.add(person);
    works.set(work, known);
  }
  const pairs = new Map<string, { p: string; q: string; years: (number | null)[] }>();
  for (const { year, people } of works.values()) {
    const list = [...people].sort();
    for (const [index, p] of list.entries()) {
      for (const q of list.slice(index + 1)) {
        const pair = pairs.get(`${p} ${q}`) ?? { p, q, years: [] };
        pair.years.push(year);
        pairs.set(`${p} ${q}`, pair);
      }
    }
  }
  return [...pairs.values()].map(({ p, q, years }) =>
    pairText(
      p,
      q,
      years.length,
      years.filter((year) => year !== null),
    ),
  );
}

/** Opens the room. Empties the test database. */
export async function importRoom(): Promise<ImportRoom> {
  const driver = await emptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), "talent-map-imports-"));
  const env = testEnv();
  const secret = openSecret(env);
  let time = Date.UTC(2026, 10, 22);
  // Each look at the clock is a second later, so that batches have an order.
  const clock = (): Date => {
    time += 1_000;
    return new Date(time);
  };
  const register = createRefusalRegister(secret);
  const audit = createAuditTrail({ driver, database: DATABASE, secret, clock, log: silent });
  const rows: ImportRoom["rows"] = (statement, parameters = {}) => read(driver, DATABASE, statement, parameters);
  return {
    driver,
    imports: createImports({ driver, database: DATABASE, audit, register, clock }),
    register,
    rows,
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    counts: async () => {
      const [row] = decodeRows(counts, await rows(COUNTS));
      if (row === undefined) throw new Error("no counts");
      return row;
    },
    drawnPairs: async () =>
      decodeRows(drawn, await rows(DRAWN))
        .map(({ p, q, works, firstYear, lastYear }) => JSON.stringify([...[p, q].sort(), works, firstYear, lastYear]))
        .sort(),
    countedPairs: async () => recount(decodeRows(authorship, await rows(AUTHORSHIPS))).sort(),
    close: async () => {
      await driver.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
