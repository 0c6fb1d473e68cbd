import { type DocumentNode, execute, getOperationAST, type OperationDefinitionNode, parse } from "graphql";
import { createDriver } from "../server/db/driver.ts";
import type { Database } from "../server/db/records.ts";
import { mapResolvers } from "../server/features/map/index.ts";
import { rightsOf } from "../server/features/rights/index.ts";
import { createLoaders, createScientistsService, scientistsResolvers } from "../server/features/scientists/index.ts";
import { SearchService, searchResolvers } from "../server/features/search/index.ts";
import { createReadModel, selectionResolvers } from "../server/features/selection/index.ts";
import { checkPolicy } from "../server/graphql/policy.ts";
import { createSchema } from "../server/graphql/schema.ts";
import { STORED_OPERATIONS } from "../server/graphql/stored/generated.ts";
import { startBenchEngine } from "./bench-engine.ts";

const RUNS = 60;
const WARM_UP = 10;
const clock = (): Date => new Date();
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const rights = rightsOf("OFFICER");
const schema = createSchema([scientistsResolvers, selectionResolvers, searchResolvers, mapResolvers]);

/** What the screens send, with variables of the kind that they send. */
const ASKED: ReadonlyArray<readonly [operation: string, variables: Readonly<Record<string, unknown>>]> = [
  ["Search_List", { query: null, filter: { living: true }, first: 50, withAwards: true, withSources: true, working: true }],
  ["Selection_Facets", { query: null, filter: { living: true }, keys: ["fields", "homeRegions", "tiers"], first: 8 }],
  ["Map_TalentMap", { view: "WORKPLACE", filter: { living: true }, query: null, bounds: null, zoom: 4 }],
  ["Shell_Suggest", { query: "zhangwei" }],
];

interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

function storedNamed(name: string): Omit<Asked, "variables"> {
  const text = Object.values(STORED_OPERATIONS).find((each) => new RegExp(`^query ${name}\\b`).test(each));
  const document = parse(text ?? "");
  const operation = getOperationAST(document);
  if (!operation) throw new Error(`There is no stored operation ${name}.`);
  return { document, operation };
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Runs one operation so often, by turns with and without the policy, so that both meet the same weather. */
async function compare(context: () => object, asked: Asked): Promise<{ without: number; with: number; policy: number }> {
  const times = { without: [0], with: [0], policy: [0] };
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    for (const side of run % 2 === 0 ? (["with", "without"] as const) : (["without", "with"] as const)) {
      const contextValue = context();
      const started = performance.now();
      if (side === "with") checkPolicy(rights, { schema, ...asked });
      const checked = performance.now();
      const { errors } = await execute({ schema, document: asked.document, contextValue, variableValues: asked.variables });
      if (errors !== undefined) throw errors[0];
      if (run < 0) continue;
      times[side].push(performance.now() - started);
      if (side === "with") times.policy.push(checked - started);
    }
  }
  return { without: median(times.without), with: median(times.with), policy: median(times.policy) };
}

/** Prints what the policy layer costs on a graph: the same operations of the screens, with and without it, in one process. */
export async function measurePolicy(database: Database): Promise<void> {
  const readModel = await createReadModel({ ...database, log: quiet, clock });
  try {
    const scientists = createScientistsService(database);
    const search = new SearchService({ ...database, readModel, clock });
    const context = () => ({ scientists, search, readModel, rights, loaders: createLoaders(scientists), log: quiet, language: "zh" });
    process.stdout.write(
      `operation            without ms    with ms  policy ms      ratio   (${readModel.size} people, medians of ${RUNS} by turns)\n`,
    );
    for (const [name, variables] of ASKED) {
      const times = await compare(context, { ...storedNamed(name), variables });
      const cells = [
        times.without.toFixed(2),
        times.with.toFixed(2),
        times.policy.toFixed(3),
        (1 + times.policy / times.without).toFixed(4),
      ];
      process.stdout.write(`${name.padEnd(20)} ${cells.map((cell) => cell.padStart(10)).join(" ")}\n`);
    }
  } finally {
    await readModel.close();
  }
}

/** The same on a synthetic graph of so many people. */
export async function benchPolicy(people: number): Promise<void> {
  const engine = await startBenchEngine(people);
  const driver = createDriver(engine);
  try {
    await measurePolicy({ driver, database: "neo4j" });
  } finally {
    await driver.close();
    await engine.stop();
  }
}
