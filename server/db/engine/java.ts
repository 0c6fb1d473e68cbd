import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { StartFault, systemCode } from "./faults.ts";

const run = promisify(execFile);

/** Neo4j 5.26 needs Java 17 or 21; newer ones start with warnings (tried with 25). */
const OLDEST_JAVA = 17;

const INSTALL_JAVA = [
  "sudo apt-get install openjdk-17-jdk-headless",
  "sudo dnf install java-17-openjdk-headless",
  "brew install openjdk@17",
] as const;

/** The major version in what `java -version` prints (`1.8.0_392` is 8), or undefined when it holds none. */
export function parseJavaMajor(text: string): number | undefined {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(text);
  if (match === null) return undefined;
  const first = Number(match[1]);
  return first === 1 ? Number(match[2]) : first;
}

function noJava(cause?: unknown): StartFault {
  return new StartFault(
    "NO_JAVA",
    {
      zh: `未找到 Java:内置数据库需要 JDK ${OLDEST_JAVA} 或更高版本(也可用 NEO4J_URI 连接已有的 Neo4j)。`,
      en: `Java was not found: the private database needs a JDK ${OLDEST_JAVA} or newer (or set NEO4J_URI to use a Neo4j you already run).`,
      commands: INSTALL_JAVA,
    },
    cause,
  );
}

/** A usable Java. */
export interface Java {
  /** The command that runs it. */
  readonly command: string;
  /** All that `java -version` prints: tells one build from another. */
  readonly version: string;
}

/**
 * The Java to use: that of `javaHome` when given, else the one on the PATH.
 * Throws StartFault NO_JAVA or JAVA_TOO_OLD.
 */
export async function findJava(javaHome?: string): Promise<Java> {
  const command = javaHome === undefined ? "java" : join(javaHome, "bin", "java");
  const output = await run(command, ["-version"]).catch((error: unknown) => {
    throw noJava(error);
  });
  const version = `${output.stderr}\n${output.stdout}`;
  const major = parseJavaMajor(version);
  if (major === undefined) throw noJava();
  if (major < OLDEST_JAVA) {
    throw new StartFault("JAVA_TOO_OLD", {
      zh: `Java 版本过旧：当前为 ${major},内置数据库需要 ${OLDEST_JAVA} 或更高版本。`,
      en: `Java is too old: this is version ${major}, the private database needs ${OLDEST_JAVA} or newer.`,
      commands: INSTALL_JAVA,
    });
  }
  return { command, version };
}

/** Makes sure that Maven can be run. Throws StartFault NO_MAVEN. */
export async function checkMaven(): Promise<void> {
  await run("mvn", ["--version"]).catch((error: unknown) => {
    if (systemCode(error) !== "ENOENT") return;
    throw new StartFault(
      "NO_MAVEN",
      {
        zh: "未找到 Maven:首次启动需要用它下载内置数据库(也可用 NEO4J_URI 连接已有的 Neo4j)。",
        en: "Maven was not found: the first start needs it to fetch the private database (or set NEO4J_URI to use a Neo4j you already run).",
        commands: ["sudo apt-get install maven", "sudo dnf install maven", "brew install maven"],
      },
      error,
    );
  });
}
