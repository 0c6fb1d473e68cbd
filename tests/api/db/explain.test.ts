import type { Plan, ProfiledPlan } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { decodeRows } from "../../../server/db/records.ts";
import { read, write } from "../../../server/db/run.ts";
import { seed } from "../../../server/db/seed/index.ts";
import { sampleScientist, sampleSeeds } from "../scientists/sample-rows.ts";
import { type CypherConstant, cypherConstants } from "./cypher-constants.ts";
import { REFRESH_STATISTICS, SHOW_INDEXES } from "./test-database.cypher.ts";
import { DATABASE, emptyDatabase, silent } from "./test-database.ts";

/**
 * Every statement of the server must be one that the database understands. A comment that says "Index: name" is a promise:
 * the index exists, the plan seeks in it, and no label is scanned.
 */
const index = z.object({
  name: z.string(),
  type: z.string(),
  labelsOrTypes: z.array(z.string()).nullable(),
  properties: z.array(z.string()).nullable(),
});
type Index = z.infer<typeof index>;

const SCANS =
  /^(AllNodesScan|NodeByLabelScan|UnionNodeByLabelsScan|IntersectionNodeByLabelsScan|(Directed|Undirected)?(AllRelationshipsScan|RelationshipTypeScan|UnionRelationshipTypesScan))/;

const COUNTIES = Array.from({ length: 600 }, (_, number) => ({
  key: `county:${number}`,
  level: "COUNTY" as const,
  nameZh: `县${number}`,
  aliases: [],
  within: "cn:510100",
  source: "wiki",
}));

const driver = await emptyDatabase();
const constants = await cypherConstants();
const indexes = new Map<string, Index>();

beforeAll(async () => {
  // The planner reckons with how many nodes there are and how many an index holds, so there must be some, and it must know.
  const rows = sampleSeeds(Array.from({ length: 300 }, (_, number) => sampleScientist(`n${number}`)));
  await seed(driver, DATABASE, silent, { ...rows, places: [...rows.places, ...COUNTIES] });
  await write(driver, DATABASE, REFRESH_STATISTICS, {}, { timeoutMs: 60_000 });
  for (const row of decodeRows(index, await read(driver, DATABASE, SHOW_INDEXES))) indexes.set(row.name, row);
});
afterAll(() => driver.close());

interface Step {
  readonly operator: string;
  readonly details: string;
}

function steps(plan: Plan | ProfiledPlan): Step[] {
  const operator = plan.operatorType.split("@")[0] ?? "";
  return [{ operator, details: String(plan.arguments.Details ?? "") }, ...plan.children.flatMap(steps)];
}

async function explain({ comment, statement }: CypherConstant): Promise<Step[]> {
  const session = driver.session({ database: /database `system`/.test(comment) ? "system" : DATABASE });
  try {
    const { summary } = await session.run(`EXPLAIN ${statement}`);
    return summary.plan === false ? [] : steps(summary.plan);
  } finally {
    await session.close();
  }
}

function claimedIndexes(comment: string): string[] {
  const claim = /Index(?:es)?:([^.]*)/.exec(comment.replaceAll(/\n\s*\*/g, " "))?.[1] ?? "";
  return claim.match(/[a-z]+(?:_[a-z]+)+/g) ?? [];
}

function isUsed(claimed: Index, statement: string, plan: readonly Step[]): boolean {
  if (claimed.type === "FULLTEXT") return statement.includes(`'${claimed.name}'`);
  const target = `:${claimed.labelsOrTypes?.[0]}(${claimed.properties?.[0]}`;
  return plan.some(({ operator, details }) => operator.includes("Index") && details.includes(target));
}

test("there are statements to check", () => {
  expect(constants.length).toBeGreaterThan(50);
  expect(constants.filter(({ comment }) => comment === "").map(({ file, name }) => `${file} ${name} has no comment`)).toEqual([]);
});

describe.each(constants.map((constant) => [`${constant.file} ${constant.name}`, constant] as const))("%s", (_name, constant) => {
  test("is understood, and keeps what its comment promises", async () => {
    const plan = await explain(constant);
    expect(plan.filter(({ operator }) => operator === "AllNodesScan")).toEqual([]);
    const claimed = claimedIndexes(constant.comment);
    if (claimed.length === 0) return;
    expect(plan.filter(({ operator }) => SCANS.test(operator))).toEqual([]);
    const broken = claimed.filter((name) => {
      const found = indexes.get(name);
      return found === undefined || !isUsed(found, constant.statement, plan);
    });
    expect(broken, JSON.stringify(plan)).toEqual([]);
  });
});
