import { createServer } from "node:net";
import { StartFault, systemCode } from "../db/engine/faults.ts";

/** Turns a failed listen into the fault that explains it; anything else is handed back unchanged. */
export function listenFault(host: string, port: number, error: unknown): unknown {
  const code = systemCode(error);
  if (code === "EADDRINUSE") {
    return new StartFault(
      "PORT_IN_USE",
      {
        zh: `端口 ${port} 已被其他程序占用。`,
        en: `Port ${port} is already used by another program.`,
        commands: [`lsof -iTCP:${port} -sTCP:LISTEN`, `PORT=${port + 1} npm start`],
      },
      error,
    );
  }
  if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return new StartFault(
      "ADDRESS_NOT_LOCAL",
      {
        zh: `无法在地址 ${host} 端口 ${port} 上监听（${code}）。`,
        en: `This machine cannot listen on address ${host} port ${port} (${code}).`,
        commands: ["HOST=127.0.0.1 PORT=4000 npm start", "HOST=0.0.0.0 PORT=4000 npm start"],
      },
      error,
    );
  }
  return error;
}

/**
 * Makes sure that the web port can be had before minutes are spent on a database.
 * Throws StartFault PORT_IN_USE or ADDRESS_NOT_LOCAL.
 */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((done, fail) => server.once("error", fail).listen(port, host, done));
  } catch (error) {
    throw listenFault(host, port, error);
  }
  await new Promise((done) => server.close(done));
}
