import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer, type ViteDevServer } from "vite";
import { childEnv, type Env, readProcessEnv } from "../env.ts";
import { openDatabase } from "../start/database.ts";
import { explain } from "../start/explain.ts";
import { checkPort } from "../start/port.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What the web app asks of the server; Vite passes these on and serves the rest from the sources. */
const SERVER_PATHS = ["/graphql", "/auth", "/export", "/basemap", "/live", "/demo", "/healthz", "/readyz", "/metrics"] as const;

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The server as a child that starts anew when a source changes; the database stays up, so that a restart takes seconds. */
function watchServer(uri: string, user: string, password: string): ChildProcess {
  const tsx = join(dirname(createRequire(import.meta.url).resolve("tsx/package.json")), "dist", "cli.mjs");
  return spawn(process.execPath, [tsx, "watch", "--clear-screen=false", "server/main.ts", "--no-web-build"], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    // Its own process group, so that Ctrl-C reaches it through us, after which the database is closed.
    detached: true,
    env: childEnv({ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password }),
  });
}

async function endServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await ended;
}

async function serveWeb(env: Env): Promise<ViteDevServer> {
  const target = `http://127.0.0.1:${env.port}`;
  const proxy = Object.fromEntries(SERVER_PATHS.map((path) => [path, { target, changeOrigin: false }]));
  const ours = process.listeners("SIGTERM");
  const vite = await createServer({ configFile: join(ROOT, "web", "vite.config.ts"), server: { proxy } });
  // Vite ends the process on SIGTERM; here that must wait for the server and the database.
  for (const listener of process.listeners("SIGTERM")) if (!ours.includes(listener)) process.off("SIGTERM", listener);
  return vite.listen();
}

function untilAsked(abort: AbortController): Promise<void> {
  return new Promise((done) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(name, () => {
        abort.abort();
        done();
      });
    }
  });
}

/** Database, watched server and Vite, until Ctrl-C. */
async function develop(): Promise<void> {
  const env = readProcessEnv();
  const abort = new AbortController();
  const asked = untilAsked(abort);
  const database = await openDatabase(env, { info: tell, warn: tell }, abort.signal, () => checkPort(env.host, env.port));
  const server = env.external ?? database.engine;
  if (server === undefined) throw new Error("no database to develop against");
  const child = watchServer(server.uri, server.user, server.password);
  try {
    const vite = await serveWeb(env);
    process.stdout.write(`开发地址 develop at: ${vite.resolvedUrls?.local[0] ?? "http://127.0.0.1:5173/"}\n`);
    await Promise.race([asked, ...(database.engine === undefined ? [] : [database.engine.exited])]);
    await vite.close();
  } finally {
    await endServer(child);
    await database.close();
  }
}

try {
  await develop();
  process.exit(0);
} catch (error) {
  tell(explain(error));
  process.exit(1);
}
