import pino from "pino";
import { migrate } from "../db/migrate.ts";
import { readProcessEnv } from "../env.ts";
import { type Anchor, type ChainReport, verifyChain } from "../features/audit/index.ts";
import { openSecret } from "../shared/secret.ts";
import { openForCommand } from "../start/accounts.ts";
import { explain } from "../start/explain.ts";

const USAGE = [
  "用法：npm run audit -- verify [--expect 编号:校验值]",
  "Usage: npm run audit -- verify [--expect INDEX:HASH]",
  "    npm run audit -- verify",
].join("\n");
const ANCHOR = /^(\d{1,15}):([0-9a-f]{64})$/;

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What is asked: undefined when it cannot be understood, `expected: undefined` when no anchor was given. */
function parseArguments(given: readonly string[]): { expected: Anchor | undefined } | undefined {
  const [command, option, text] = given;
  if (command !== "verify" || given.length === 2 || given.length > 3) return undefined;
  if (option === undefined) return { expected: undefined };
  const match = ANCHOR.exec(text ?? "");
  return option === "--expect" && match !== null ? { expected: { index: Number(match[1]), hash: match[2] ?? "" } } : undefined;
}

/** The finding in one sentence in each language. */
function sentences(report: ChainReport, expected: Anchor | undefined): readonly [zh: string, en: string] {
  const { fault, firstBadIndex: index, records, last } = report;
  const end = `${last.index}:${last.hash}`;
  if (fault === null)
    return [`审计链完整：共 ${records} 条记录，末端 ${end}`, `The audit trail is whole: ${records} records, ending at ${end}`];
  if (fault === "RECORD")
    return [
      `审计链在第 ${index} 条处被破坏：该记录缺失、被改动或不在原位。`,
      `The audit trail is broken at record ${index}: it is missing, was changed or is out of place.`,
    ];
  if (fault === "TRUNCATED") return [`第 ${index} 条及以后的审计记录被删除。`, `The audit records from ${index} on were deleted.`];
  if (fault === "INSERTED")
    return [
      `有记录不属于审计链：第 ${index} 条及以后，或没有编号的记录。`,
      `Records were put in that are not part of the chain: from ${index} on, or without a number.`,
    ];
  if (fault === "HEAD")
    return [
      `审计链的末端标记缺失或被改动，第 ${index} 条及以后无法证实；若更换过 SECRET_KEY 或 DATA_DIR/secret，请先恢复原密钥。`,
      `The mark of the trail's end is missing or was changed: nothing vouches for what came from record ${index} on. If SECRET_KEY or DATA_DIR/secret was replaced, restore it first.`,
    ];
  if ((expected?.index ?? 0) <= report.prunedTo)
    return [
      `记下的第 ${expected?.index} 条已到期删除，请改用较新的末端核对。`,
      `Record ${expected?.index}, which was noted, was deleted after its time; check against a newer one.`,
    ];
  return [
    `审计链本身完整，但与先前记下的末端（第 ${expected?.index} 条）不符：数据库可能被整体恢复到了更早的状态。`,
    `The chain is whole in itself but does not hold the end noted earlier (record ${expected?.index}): the database may have been set back as a whole to an earlier state.`,
  ];
}

/** `npm run audit -- verify`: exit code 0 when the trail is whole, 1 when it is not or could not be read, 2 when asked for something else. */
async function main(): Promise<number> {
  const asked = parseArguments(process.argv.slice(2));
  if (asked === undefined) {
    tell(USAGE);
    return 2;
  }
  const env = readProcessEnv();
  const abort = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => abort.abort());
  const { driver, close } = await openForCommand(env, { info: tell, warn: tell }, abort.signal);
  try {
    await migrate(driver, env.database, pino({ level: "silent" }));
    const report = await verifyChain({ driver, database: env.database }, openSecret(env), asked.expected);
    process.stdout.write(`${sentences(report, asked.expected).join("\n")}\n`);
    return report.intact ? 0 : 1;
  } finally {
    await close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  tell(explain(error));
  process.exitCode = 1;
}
