import { StartFault } from "../db/engine/faults.ts";
import { SettingsError } from "../env.ts";
import { AppError } from "../shared/errors.ts";

/** What mends an error of the database layer that is met while starting. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  DATABASE_TOO_NEW: ["git pull && npm ci && npm start", "DATA_DIR=.data2 npm start"],
  MIGRATION_CHANGED: ["git status server/db/migrations", "git checkout -- server/db/migrations"],
};

function settingsText(error: SettingsError): string {
  const lines = error.faults.map((fault) => `    ${fault.name}：${fault.zh} · ${fault.en}`);
  const unset = `    env -u ${error.faults[0]?.name ?? "PORT"} npm start`;
  return [
    "设置有误，请更正以下环境变量后重新启动。",
    "Some settings cannot be used; correct these variables and start again.",
    ...lines,
    unset,
  ].join("\n");
}

/** Whatever stopped a start, as the lines to print: plain sentences in both languages and the commands that mend it; never a stack. */
export function explain(error: unknown): string {
  if (error instanceof StartFault) return error.explain();
  if (error instanceof SettingsError) return settingsText(error);
  if (error instanceof AppError) {
    const commands = COMMANDS[error.code] ?? ["LOG_LEVEL=debug npm start"];
    return [error.messageZh, error.messageEn, ...commands.map((command) => `    ${command}`)].join("\n");
  }
  const reason = error instanceof Error ? error.message : String(error);
  return [`启动失败：${reason}`, `The start failed: ${reason}`, "    LOG_LEVEL=debug npm start"].join("\n");
}
