import { checkNode } from "./start/node-version.ts";

/** Runs the product; every way it can end has an exit code, and every fault its plain words. */
async function main(): Promise<number> {
  try {
    checkNode(process.versions.node);
    // Imported only now: an old Node must hear that it is old, not fail on a package's syntax.
    const { runUntilStopped } = await import("./start/run.ts");
    return await runUntilStopped({ buildWeb: !process.argv.includes("--no-web-build") });
  } catch (error) {
    const { explain } = await import("./start/explain.ts");
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}

process.exit(await main());
