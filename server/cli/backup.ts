import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { type EngineLog, findRunningEngine, lockDataDir } from "../db/engine/index.ts";
import { dumpStore, hasDump, hasStore, loadStore, type StoreCopyOptions } from "../db/engine/store-copy.ts";
import { decodeRows } from "../db/records.ts";
import { read } from "../db/run.ts";
import { type Env, readProcessEnv } from "../env.ts";
import { verifyChain } from "../features/audit/index.ts";
import { openSecret } from "../shared/secret.ts";
import { openDatabase } from "../start/database.ts";
import { explain } from "../start/explain.ts";
import { COUNT_GRAPH } from "./backup.cypher.ts";

const USAGE = [
  "用法：npm run backup -- dump|load 目录（先停止产品；load 要求数据目录中没有数据库，且已放回 DATA_DIR/secret）",
  "Usage: npm run backup -- dump|load FOLDER (stop the product first; load wants a data directory without a database, and DATA_DIR/secret put back)",
  "    npm run backup -- dump /backup/2026-11-22",
].join("\n");

const SUMMARY_FILE = "summary.json";
const COUNT_TIMEOUT_MS = 120_000;
const counted = z.object({ nodes: z.number(), relationships: z.number() });
/** What a copy holds, noted beside it. */
const summaryShape = counted.extend({
  takenAt: z.string(),
  auditRecords: z.number(),
  auditEnd: z.object({ index: z.number(), hash: z.string() }),
});
type Summary = z.infer<typeof summaryShape>;

const log: EngineLog = { info: tell, warn: tell };

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A reason why the command was not begun, in one sentence in each language. */
class Refused extends Error {
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
  }
}

/** Starts the engine, counts and checks what it holds, and stops it. @throws Refused when the trail is not whole */
async function summarise(env: Env, expected?: Summary["auditEnd"]): Promise<Omit<Summary, "takenAt">> {
  const abort = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => abort.abort());
  const { driver, close } = await openDatabase(env, log, abort.signal, async () => undefined);
  try {
    const [counts] = decodeRows(counted, await read(driver, env.database, COUNT_GRAPH, {}, { timeoutMs: COUNT_TIMEOUT_MS }));
    const report = await verifyChain({ driver, database: env.database }, openSecret(env), expected);
    if (!report.intact) {
      throw new Refused(
        "审计链不完整，已停止；请先执行 npm run audit -- verify。",
        "The audit trail is not whole, so nothing was done; run npm run audit -- verify first.",
      );
    }
    return { ...(counts ?? { nodes: 0, relationships: 0 }), auditRecords: report.records, auditEnd: report.last };
  } finally {
    await close();
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

/** Runs what needs the store for itself. */
async function alone(env: Env, work: () => Promise<void>): Promise<void> {
  const lock = lockDataDir(env.dataDir);
  try {
    await work();
  } finally {
    lock.release();
  }
}

async function dump(env: Env, folder: string): Promise<void> {
  if (!hasStore(env.dataDir)) {
    throw new Refused(
      "数据目录中没有数据库可备份，请检查 DATA_DIR。",
      "There is no database to back up in the data directory; check DATA_DIR.",
    );
  }
  const started = performance.now();
  const summary: Summary = { takenAt: new Date().toISOString(), ...(await summarise(env)) };
  await alone(env, () => dumpStore(storeOf(env), folder));
  writeFileSync(join(resolve(folder), SUMMARY_FILE), `${JSON.stringify(summary, null, 2)}\n`, { mode: 0o600 });
  const { nodes, relationships, auditEnd } = summary;
  tell(`已备份 ${nodes} 个节点、${relationships} 条关系，停机 ${seconds(started)} 秒；审计链末端 ${auditEnd.index}:${auditEnd.hash}`);
  tell(
    `Backed up ${nodes} nodes and ${relationships} relationships; the product was down for ${seconds(started)} s. What is written after this copy is not in it.`,
  );
  tell("请把 DATA_DIR/secret 另行保管：没有它，联系方式和审计链无法读取或验证。");
  tell("Keep DATA_DIR/secret apart from it: without it contacts cannot be read and the trail cannot be verified.");
}

async function load(env: Env, folder: string): Promise<void> {
  const file = join(resolve(folder), SUMMARY_FILE);
  if (!hasDump(folder) || !existsSync(file)) {
    throw new Refused(`${folder} 中没有完整的备份。`, `There is no complete backup in ${folder}.`);
  }
  if (hasStore(env.dataDir)) {
    throw new Refused(
      "数据目录中已有数据库，为避免覆盖已停止；请用 DATA_DIR 指定空目录。",
      "The data directory already holds a database, and nothing was overwritten; name an empty one by DATA_DIR.",
    );
  }
  if (env.secretKey === undefined && !existsSync(join(resolve(env.dataDir), "secret"))) {
    throw new Refused(
      "缺少密钥：请先把备份时的 DATA_DIR/secret 放回（权限 600），或设置 SECRET_KEY。",
      "The key is missing: put the DATA_DIR/secret of that time back first (mode 600), or set SECRET_KEY.",
    );
  }
  const noted = summaryShape.parse(JSON.parse(readFileSync(file, "utf8")));
  const started = performance.now();
  await alone(env, () => loadStore(storeOf(env), folder));
  const found = await summarise(env, noted.auditEnd);
  if (found.nodes !== noted.nodes || found.relationships !== noted.relationships || found.auditRecords !== noted.auditRecords) {
    throw new Refused("恢复后的数量与备份时不符，请勿使用。", "The restored counts differ from those of the backup; do not use it.");
  }
  tell(
    `已恢复 ${found.nodes} 个节点、${found.relationships} 条关系，用时 ${seconds(started)} 秒；数量和审计链末端与 ${noted.takenAt} 备份时一致。`,
  );
  tell(
    `Restored ${found.nodes} nodes and ${found.relationships} relationships in ${seconds(started)} s; counts and the end of the trail are those of ${noted.takenAt}.`,
  );
}

function storeOf({ engineDir, dataDir, javaHome }: Env): StoreCopyOptions {
  return { engineDir, dataDir, javaHome, log };
}

/** `npm run backup -- dump|load FOLDER`: exit code 0 when the copy was made or restored and agrees, 1 when not, 2 when asked for something else. */
async function main(): Promise<number> {
  const [command, folder, ...rest] = process.argv.slice(2);
  if ((command !== "dump" && command !== "load") || folder === undefined || rest.length > 0) {
    tell(USAGE);
    return 2;
  }
  const env = readProcessEnv();
  if (env.external !== undefined) {
    throw new Refused(
      "使用自有 Neo4j（NEO4J_URI）时，请用该服务器的 neo4j-admin database dump 备份。",
      "With a Neo4j of your own (NEO4J_URI), back it up with that server's neo4j-admin database dump.",
    );
  }
  if ((await findRunningEngine(env.dataDir)) !== undefined) {
    throw new Refused(
      "数据库正在运行：请先停止产品；若上次未正常退出，请先 npm start 再按 Ctrl-C 停止，然后重试。",
      "The database is running: stop the product first; if it was killed, run npm start and stop it with Ctrl-C, then try again.",
    );
  }
  await (command === "dump" ? dump(env, folder) : load(env, folder));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  tell(error instanceof Refused ? error.message : explain(error));
  process.exitCode = 1;
}
