import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import type { ScientistRow } from "../../seeds/rows.ts";
import { buildApp } from "../../server/app.ts";
import { createDriver } from "../../server/db/driver.ts";
import { startEngine } from "../../server/db/engine/index.ts";
import { migrate } from "../../server/db/migrate.ts";
import { seed } from "../../server/db/seed/index.ts";
import { createAuditTrail } from "../../server/features/audit/index.ts";
import { createImports } from "../../server/features/imports/index.ts";
import { createRefusalRegister } from "../../server/features/privacy/index.ts";
import { seedId } from "../../server/shared/ids.ts";
import { openSecret } from "../../server/shared/secret.ts";
import { TEST_ENGINE_DIR, TEST_MEMORY, testEngineLog } from "./neo4j.ts";
import { testEnv } from "./sign-in.ts";

const DATABASE = "neo4j";
const SOURCE = {
  key: "demo",
  title: "演示来源",
  url: "https://demo.example/",
  publisher: "演示",
  licence: "演示",
  retrievedAt: "2026-01-10",
};
const said = { source: "demo", confidence: 0.9 };

/** 演示 people: one to reach, one with many co-authors, and three of a laboratory, each with a co-author of their own who worked with the one to reach. */
export const CAST = {
  target: "演示目标",
  hub: "演示枢纽",
  laboratory: "演示金凤实验室",
  staff: ["演示员工甲", "演示员工乙", "演示员工丙"],
  between: ["演示中间甲", "演示中间乙", "演示中间丙"],
} as const;

/** How many co-authors the hub has in all, since 2021, and of these in three works or more since then. */
export const HUB = { all: 212, recent: 37, often: 9 } as const;

const numbers = new Map<string, number>();

/** The OpenAlex number of a name, the same each time. */
function openAlexOf(name: string): string {
  const number = numbers.get(name) ?? 9_000_000_001 + numbers.size;
  numbers.set(name, number);
  return `A${number}`;
}

function scientist(name: string, more: Partial<ScientistRow> = {}): ScientistRow {
  return {
    ...{ key: name, nameZh: [{ value: name, provenance: said, inUse: true }], aliases: [], openAlexId: openAlexOf(name) },
    ...{ bornIn: [], ancestralHome: [], studiedAt: [], worksAt: [], specialisesIn: [], received: [] },
    ...more,
  };
}

function work(year: number, names: readonly string[]): string {
  const id = `https://openalex.org/W${9_000_000_001 + numbers.size}`;
  numbers.set(id, 0);
  const authorships = names.map((name) => ({
    raw_author_name: name,
    author: { id: `https://openalex.org/${openAlexOf(name)}`, display_name: name, orcid: null },
    institutions: [],
  }));
  return JSON.stringify({ id, doi: null, title: `演示成果 ${numbers.size}`, publication_year: year, authorships });
}

/** Papers of the people above: those of 2015 have many authors, those since 2021 two. */
function works(): string[] {
  const { target, hub, staff, between } = CAST;
  const fellow = (at: number): string => `演示合著者${String(at).padStart(3, "0")}`;
  const recent = Array.from({ length: HUB.recent }, (_, at) => fellow(at));
  // The one to reach is among the earlier co-authors.
  const earlier = Array.from({ length: HUB.all - HUB.recent - 1 }, (_, at) => fellow(HUB.recent + at));
  const groups = Array.from({ length: Math.ceil(earlier.length / 29) }, (_, at) => earlier.slice(at * 29, at * 29 + 29));
  return [
    ...groups.map((group) => work(2015, [hub, ...group])),
    ...recent.flatMap((name, at) => Array.from({ length: at < HUB.often ? 3 : 1 }, (_, nth) => work(2022 + nth, [hub, name]))),
    ...[2017, 2018, 2019].map((year) => work(year, [target, hub])),
    ...between.flatMap((name, at) => [work(2020 + at, [target, name]), work(2024, [name, staff[at] ?? ""])]),
  ];
}

/** A product of its own, with an engine of its own, that knows a network of 演示 people. */
export interface NetworkProduct {
  readonly origin: string;
  /** The id of one of the scientists. */
  idOf(name: string): string;
  close(): Promise<void>;
}

/** Starts it. */
export async function startNetworkProduct(): Promise<NetworkProduct> {
  const dataDir = await mkdtemp(join(tmpdir(), "talent-map-network-"));
  const engine = await startEngine({ engineDir: TEST_ENGINE_DIR, dataDir, ...TEST_MEMORY, log: testEngineLog });
  const driver = createDriver(engine);
  const log = pino({ level: "silent" });
  await migrate(driver, DATABASE, log);
  const laboratory = {
    key: CAST.laboratory,
    nameZh: CAST.laboratory,
    aliases: [],
    kind: "RESEARCH_INSTITUTE" as const,
    source: SOURCE.key,
  };
  const employed = { institution: CAST.laboratory, stated: CAST.laboratory, from: "2022", provenance: said };
  const scientists = [
    ...[CAST.target, CAST.hub, ...CAST.between].map((name) => scientist(name)),
    ...CAST.staff.map((name) => scientist(name, { worksAt: [employed] })),
  ];
  await seed(driver, DATABASE, log, { sources: [SOURCE], places: [], fields: [], institutions: [laboratory], awards: [], scientists });
  const folder = mkdtempSync(join(tmpdir(), "talent-map-works-"));
  const file = join(folder, "works.jsonl");
  writeFileSync(file, works().join("\n"));
  const env = testEnv();
  const secret = openSecret(env);
  const clock = () => new Date();
  const audit = createAuditTrail({ driver, database: DATABASE, secret, clock, log });
  await createImports({ driver, database: DATABASE, audit, register: createRefusalRegister(secret), clock }).importWorks([file]);
  rmSync(folder, { recursive: true });
  const app = await buildApp({ env, driver, log, clock });
  const origin = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    origin,
    idOf: (name) => seedId("Scientist", name),
    close: async () => {
      await app.close();
      await driver.close();
      await engine.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
