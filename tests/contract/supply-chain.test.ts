import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "..", "..");
const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      optional: z.boolean().optional(),
    }),
  ),
});
const { packages } = lockFile.parse(JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")));
const installed = Object.entries(packages).filter(([path]) => path !== "");

/** Licences under which a district office may run, change and pass on the product. */
const LICENCES = new Set(["MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "Zlib", "MPL-2.0"]);
/** Packages that state no licence in package.json, and the licence their repository states. */
const STATED_ELSEWHERE: Readonly<Record<string, string>> = { "node_modules/@mapbox/jsonlint-lines-primitives": "MIT" };
/** Packages that may run a script when they are installed: esbuild (for tsx) checks its binary, protobufjs warns of version ranges. */
const MAY_RUN_SCRIPTS = ["node_modules/@apollo/protobufjs", "node_modules/esbuild"];

const sbom = z.object({ components: z.array(z.object({ name: z.string(), version: z.string() })) });

describe("S38 what the product is built of", () => {
  it("comes from the registry and from nowhere else, each package with its checksum", () => {
    expect(installed.length).toBeGreaterThan(500);
    const odd = installed.filter(
      ([, { resolved, integrity }]) =>
        (resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/")) || !integrity?.startsWith("sha512-"),
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  it("is under licences of the list", () => {
    const words = (licence: string): string[] => licence.split(/[()\s]+|\bAND\b|\bOR\b/).filter((word) => word !== "");
    const refused = installed.filter(([path, { license }]) => {
      const names = words(license ?? STATED_ELSEWHERE[path] ?? "none");
      return names.some((name) => !LICENCES.has(name));
    });
    expect(refused.map(([path, { license }]) => `${path}: ${license ?? "none"}`)).toEqual([]);
  });

  it("runs no script at installation but those of the list", () => {
    expect(installed.flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [path] : [])).sort()).toEqual(MAY_RUN_SCRIPTS);
  });

  it("is listed by the bill of materials, each package in its version; optional ones where this machine has them", async () => {
    const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "sbom"], { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 });
    const { components } = sbom.parse(JSON.parse(stdout));
    const listed = new Set(components.map(({ name, version }) => `${name}@${version}`));
    const missing = installed.filter(
      ([path, { version, optional }]) => !optional && !listed.has(`${path.split("node_modules/").at(-1)}@${version}`),
    );
    expect(missing.map(([path]) => path)).toEqual([]);
  });
});
