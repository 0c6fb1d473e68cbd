import pino from "pino";
import { migrate } from "../db/migrate.ts";
import { readProcessEnv } from "../env.ts";
import { createAuditTrail } from "../features/audit/index.ts";
import { createImports, FORMATS, type ImportBatch, type ImportFormat, type ImportReport, type Imports } from "../features/imports/index.ts";
import { createRefusalRegister } from "../features/privacy/index.ts";
import { openSecret } from "../shared/secret.ts";
import { openForCommand } from "../start/accounts.ts";
import { explain } from "../start/explain.ts";

const USAGE = [
  "用法 / Usage:",
  `    npm run import -- works FILE… [--dry-run] [--format ${FORMATS.join("|")}]   导入作品 / import works`,
  "    npm run import -- roll-back BATCH   撤销一个批次 / take a batch back",
  "    npm run import -- list   列出批次 / list the batches",
].join("\n");

/** Exit codes beside 0 (done, or nothing to do): a fault, a command that cannot be understood, records that were left out. */
const EXIT = { fault: 1, usage: 2, leftOut: 3 } as const;

type Command =
  | { readonly name: "works"; readonly files: readonly string[]; readonly dryRun: boolean; readonly format: ImportFormat | undefined }
  | { readonly name: "roll-back"; readonly batchId: string }
  | { readonly name: "list" };

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** What is asked; undefined when it cannot be understood. */
function parseWorks(given: readonly string[]): Command | undefined {
  const files: string[] = [];
  let [dryRun, format]: [boolean, ImportFormat | undefined] = [false, undefined];
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? "";
    if (word === "--dry-run") dryRun = true;
    else if (word === "--format") {
      index += 1;
      format = FORMATS.find((known) => known === given[index]);
      if (format === undefined) return undefined;
    } else if (word.startsWith("--")) return undefined;
    else files.push(word);
  }
  return files.length === 0 ? undefined : { name: "works", files, dryRun, format };
}

function parseArguments([name, ...rest]: readonly string[]): Command | undefined {
  if (name === "works") return parseWorks(rest);
  const [batchId] = rest;
  if (name === "roll-back" && batchId !== undefined && rest.length === 1) return { name, batchId };
  return name === "list" && rest.length === 0 ? { name } : undefined;
}

function headline({ batchId, dryRun, unchanged, records, leftOut }: ImportReport): readonly [zh: string, en: string] {
  if (dryRun) return ["试运行：未写入任何内容。", "Dry run: nothing was written."];
  if (batchId !== null) return [`已导入，批次 ${batchId}`, `Imported as batch ${batchId}`];
  return unchanged > 0 && unchanged + leftOut === records
    ? ["这些记录此前均已导入，没有任何改动。", "All these records were in before; nothing was changed."]
    : ["没有可导入的记录，未写入任何内容。", "There was no record to import; nothing was written."];
}

function reportLines(report: ImportReport): string[] {
  const faults = report.faults.flatMap(({ file, record, leftOut, zh, en, code }) => {
    const place = record === 0 ? file : `${file} #${record}`;
    return [`${place}  ${leftOut ? "未导入 / left out" : "备注 / remark"}  ${code}`, `    ${zh}`, `    ${en}`];
  });
  const unlisted = report.faultCount - report.faults.length;
  return [
    ...faults,
    ...(unlisted > 0 ? [`… 另有 ${unlisted} 条 / and ${unlisted} more`] : []),
    ...headline(report),
    `记录 / records: ${report.records}；未导入 / left out: ${report.leftOut}；未变 / unchanged: ${report.unchanged}`,
    `作品 / works: 新 / new ${report.worksCreated}，再次陈述 / stated again ${report.worksRestated}；人员记录 / records of persons: ${report.persons}`,
    `署名 / authorships: ${report.authorships}；作者 / authors: ${report.authors}；不同署名 / distinct author strings: ${report.authorStrings}；合作对 / co-author pairs: ${report.coauthorPairs}`,
    ...(report.refused > 0 ? [`因本人拒绝而略去 / left out because they refused: ${report.refused}`] : []),
  ];
}

function batchLine(batch: ImportBatch): string {
  const state =
    batch.rolledBackAt !== null ? "已回滚 / rolled back" : batch.finishedAt !== null ? "完成 / finished" : "未完成 / unfinished";
  const counts = batch.finishedAt === null ? "" : `  作品 / works ${batch.works ?? 0}  人员 / persons ${batch.persons ?? 0}`;
  return `${batch.id}  ${batch.startedAt}  ${state}${counts}  ${batch.files.join(", ")}`;
}

async function run(imports: Imports, command: Command, signal: AbortSignal): Promise<number> {
  if (command.name === "list") {
    const batches = await imports.list();
    say(...(batches.length === 0 ? ["还没有导入过 / Nothing was imported yet"] : batches.map(batchLine)));
    return 0;
  }
  if (command.name === "roll-back") {
    say("已回滚 / Rolled back:", batchLine(await imports.rollBack(command.batchId)));
    return 0;
  }
  const onProgress = (records: number): void => tell(`已处理 / seen: ${records}`);
  const report = await imports.importWorks(command.files, { ...command, signal, onProgress });
  say(...reportLines(report));
  return report.leftOut > 0 ? EXIT.leftOut : 0;
}

/** `npm run import -- …`: the report goes to standard output, progress to standard error. */
async function main(): Promise<number> {
  const command = parseArguments(process.argv.slice(2));
  if (command === undefined) {
    tell(USAGE);
    return EXIT.usage;
  }
  const env = readProcessEnv();
  const log = pino({ level: "warn" }, pino.destination(2));
  const abort = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => abort.abort());
  const { driver, close } = await openForCommand(env, { info: tell, warn: tell }, abort.signal);
  try {
    await migrate(driver, env.database, pino({ level: "silent" }));
    const secret = openSecret(env);
    const room = { driver, database: env.database };
    const clock = (): Date => new Date();
    const audit = createAuditTrail({ ...room, secret, clock, log });
    const imports = createImports({ ...room, audit, register: createRefusalRegister(secret), clock });
    return await run(imports, command, abort.signal);
  } finally {
    await close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  tell(explain(error));
  process.exitCode = EXIT.fault;
}
