import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { z } from "zod";

/**
 * Measures the JavaScript that a route needs before it can be used: the entry, the route's own chunk and everything they import
 * statically. Run after `npm run build`; exits with 1 when a route is over its budget.
 */
const DIST = fileURLToPath(new URL("./dist/", import.meta.url));
const MANIFEST = `${DIST}.vite/manifest.json`;
const KILO = 1000;

/** Gzipped kilobytes (1 kB = 1000 bytes) allowed for each route; /scientists is fixed by the issue, the others keep their place. */
const BUDGETS = [
  { route: "/scientists", module: "app/routes/scientists.tsx", kilobytes: 350, mustNotContain: /maplibre|land-/ },
  { route: "/scientists/:id", module: "app/routes/scientist.tsx", kilobytes: 350, mustNotContain: /maplibre/ },
] as const;

const manifestShape = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).optional(), isEntry: z.boolean().optional() }),
);
type Manifest = z.infer<typeof manifestShape>;

function staticFiles(manifest: Manifest, start: readonly string[]): Set<string> {
  const files = new Set<string>();
  const queue = [...start];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) continue;
    files.add(chunk.file);
    queue.push(...(chunk.imports ?? []));
  }
  return files;
}

function gzippedKilobytes(file: string): number {
  return gzipSync(readFileSync(DIST + file), { level: 9 }).length / KILO;
}

function check(manifest: Manifest, { route, module, kilobytes, mustNotContain }: (typeof BUDGETS)[number]): string[] {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  if (!manifest[module]) return [`${route}: ${module} is not in the build`];
  const files = [...staticFiles(manifest, [...entries, module])].filter((file) => file.endsWith(".js"));
  const total = files.reduce((sum, file) => sum + gzippedKilobytes(file), 0);
  const parts = files.map((file) => `${file.replace("assets/", "")} ${gzippedKilobytes(file).toFixed(1)}`).join(", ");
  process.stdout.write(`${route}: ${total.toFixed(1)} of ${kilobytes} kB gzip (${parts})\n`);
  const faults = files.filter((file) => mustNotContain.test(file)).map((file) => `${route} loads ${file} at once`);
  return total > kilobytes ? [...faults, `${route} needs ${total.toFixed(1)} kB, ${kilobytes} are allowed`] : faults;
}

if (!existsSync(MANIFEST)) {
  process.stderr.write("There is no build to measure. Run: npm run build\n");
  process.exitCode = 1;
} else {
  const manifest = manifestShape.parse(JSON.parse(readFileSync(MANIFEST, "utf8")));
  const faults = BUDGETS.flatMap((budget) => check(manifest, budget));
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}
