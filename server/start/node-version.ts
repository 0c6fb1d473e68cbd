import { StartFault } from "../db/engine/faults.ts";

/** The oldest Node that Vite 8 and the driver run on; `engines` in package.json says the same. */
const OLDEST: readonly [major: number, minor: number] = [20, 19];

/** Refuses a Node (`process.versions.node`) that is too old. Throws StartFault NODE_TOO_OLD. */
export function checkNode(version: string): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  const needed = OLDEST.join(".");
  throw new StartFault("NODE_TOO_OLD", {
    zh: `Node.js 版本过旧：当前为 ${version}，需要 ${needed} 或更高版本。`,
    en: `Node.js is too old: this is version ${version}, the product needs ${needed} or newer.`,
    commands: ["nvm install 22 && nvm use 22", "npm ci && npm start"],
  });
}
