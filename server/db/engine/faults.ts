/** The kinds of trouble that stop a start; scripts and tests recognise them by this code, people by the sentence. */
export type StartFaultCode =
  | "NO_JAVA"
  | "JAVA_TOO_OLD"
  | "NO_MAVEN"
  | "DOWNLOAD_FAILED"
  | "PORT_IN_USE"
  | "ADDRESS_NOT_LOCAL"
  | "WRONG_PASSWORD"
  | "DATABASE_UNREACHABLE"
  | "DATABASE_MISSING"
  | "UNSUPPORTED_DATABASE"
  | "DATA_DIR_NOT_WRITABLE"
  | "DATA_DIR_IN_USE"
  | "DISK_FULL"
  | "NODE_TOO_OLD"
  | "ENGINE_FAILED"
  | "WEB_BUILD_FAILED";

/** What a fault says: one sentence in each language and the commands that mend it, in the order to try them. */
export interface FaultText {
  zh: string;
  en: string;
  commands: readonly string[];
}

/**
 * A start that cannot go on for a reason the operator can mend. The start command prints `explain()` and exits 1;
 * it never prints the stack.
 */
export class StartFault extends Error {
  readonly code: StartFaultCode;
  readonly text: FaultText;

  constructor(code: StartFaultCode, text: FaultText, cause?: unknown) {
    super(text.en, { cause });
    this.name = "StartFault";
    this.code = code;
    this.text = text;
  }

  /** The fault as printed to a terminal: the Chinese sentence, the English one, then the commands, indented. */
  explain(): string {
    return [this.text.zh, this.text.en, ...this.text.commands.map((command) => `    ${command}`)].join("\n");
  }
}

/** The system error code of something thrown (`ENOENT`, `EADDRINUSE` …), or undefined when it has none. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") return error.code;
  return undefined;
}

/** Turns a failed write under `directory` into the fault that explains it; anything else is handed back unchanged. */
export function writeFault(directory: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new StartFault(
      "DISK_FULL",
      {
        zh: `磁盘已满，无法写入 ${directory}。`,
        en: `The disk is full: nothing more can be written to ${directory}.`,
        commands: [`df -h ${directory}`, "DATA_DIR=/path/with/space npm start"],
      },
      error,
    );
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS" || code === "ENOTDIR" || code === "EEXIST") {
    return new StartFault(
      "DATA_DIR_NOT_WRITABLE",
      {
        zh: `目录 ${directory} 不可写(${code})。`,
        en: `The directory ${directory} cannot be written to (${code}).`,
        commands: [`ls -ld ${directory}`, "DATA_DIR=/path/you/own npm start"],
      },
      error,
    );
  }
  return error;
}
