import type { ClassArchive } from "./class-archive.ts";
import type { EnginePaths } from "./data-dir.ts";
import { tokenArgument } from "./engine-record.ts";
import type { EngineJars } from "./jars.ts";

/** Sizes as Neo4j and the JVM write them: a number and k, m or g. */
export interface EngineMemory {
  heap: string;
  pageCache: string;
}

/** neo4j.conf of the private engine: Bolt on loopback and nothing else, no usage report, GDS procedures allowed. */
export function engineConfiguration(boltPort: number, memory: EngineMemory, jars: EngineJars): string {
  return `${[
    `server.bolt.listen_address=127.0.0.1:${boltPort}`,
    `server.bolt.advertised_address=127.0.0.1:${boltPort}`,
    "server.http.enabled=false",
    "server.https.enabled=false",
    "dbms.security.auth_enabled=true",
    "dbms.usage_report.enabled=false",
    `server.memory.heap.initial_size=${memory.heap}`,
    `server.memory.heap.max_size=${memory.heap}`,
    `server.memory.pagecache.size=${memory.pageCache}`,
    `server.directories.plugins=${jars.plugins}`,
    "dbms.security.procedures.unrestricted=gds.*",
    // Bolt's thread pools wait this long, twice, after the store is closed; our own requests are drained before. 5 s unless told.
    "internal.server.bolt.thread_pool_shutdown_wait_time=1s",
  ].join("\n")}\n`;
}

/** The JVM's arguments, in Neo4j's own launcher's sense: heap, class archive, opened packages, class path, entry point and our mark. */
export function jvmArguments(paths: EnginePaths, memory: EngineMemory, jars: EngineJars, archive: ClassArchive, token: string): string[] {
  const opened = ["java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"];
  return [
    `-Xms${memory.heap}`,
    `-Xmx${memory.heap}`,
    // A server that ran out of heap must end, not limp: the next start recovers from its transaction log.
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:+DisableExplicitGC",
    ...archive.flags,
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    "--enable-native-access=ALL-UNNAMED",
    "-Dfile.encoding=UTF-8",
    tokenArgument(token),
    "-cp",
    `${jars.lib}/*`,
    "org.neo4j.server.CommunityEntryPoint",
    `--home-dir=${paths.home}`,
    `--config-dir=${paths.config}`,
  ];
}
