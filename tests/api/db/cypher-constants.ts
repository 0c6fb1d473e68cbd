import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A statement of the server with the comment above it. */
export interface CypherConstant {
  readonly file: string;
  readonly name: string;
  readonly comment: string;
  readonly statement: string;
}

const SERVER = fileURLToPath(new URL("../../../server/", import.meta.url));
const DECLARATION = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const ([A-Z][A-Z0-9_]*) =/g;

/** Every exported constant of every *.cypher.ts under server/, so that a new room is covered without being listed. */
export async function cypherConstants(): Promise<CypherConstant[]> {
  const found: CypherConstant[] = [];
  for (const file of readdirSync(SERVER, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".cypher.ts"))
    .sort()) {
    const comments = new Map([...readFileSync(`${SERVER}${file}`, "utf8").matchAll(DECLARATION)].map((match) => [match[2], match[1]]));
    const exported: Record<string, unknown> = await import(`${SERVER}${file}`);
    for (const [name, statement] of Object.entries(exported)) {
      if (typeof statement === "string") found.push({ file, name, comment: comments.get(name) ?? "", statement });
    }
  }
  return found;
}
