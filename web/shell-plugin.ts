import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Plugin, transformWithOxc } from "vite";

const WORKER = fileURLToPath(new URL("./service-worker/shell-worker.ts", import.meta.url));
/** Modules whose code must be there without signal, besides the entry: their chunks, and everything these import at once. */
const OFFLINE = /\/web\/(?:app\/routes\/(?:referrals|new-referral)\.tsx|features\/referrals\/(?:store\.ts|send-waiting\.tsx))$/;

interface Chunk {
  readonly type: "chunk";
  readonly fileName: string;
  readonly isEntry: boolean;
  readonly facadeModuleId: string | null;
  readonly imports: readonly string[];
  readonly moduleIds: readonly string[];
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } | undefined;
}
type Bundle = Readonly<Record<string, Chunk | { readonly type: "asset"; readonly fileName: string }>>;

/** The files of the build that the form needs: chunks and their styles, without a chunk twice. */
export function shellFiles(bundle: Bundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const needed = (chunk: Chunk): boolean => chunk.isEntry || chunk.moduleIds.some((id) => OFFLINE.test(id));
  const found = new Set<string>();
  const queue = chunks.filter(needed).map(({ fileName }) => fileName);
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== "chunk") continue;
    found.add(name);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
    queue.push(...chunk.imports);
  }
  return [...found].map((name) => `/${name}`).sort();
}

/** Writes `sw.js`, the worker that keeps the app's own files for use without signal. */
export function shellPlugin(): Plugin {
  return {
    name: "shell-worker",
    apply: "build",
    enforce: "post",
    async generateBundle(_options, bundle) {
      const files = shellFiles(bundle);
      const { code } = await transformWithOxc(readFileSync(WORKER, "utf8"), WORKER);
      const body = code.replace(/^export \{\s*\};?\s*$/m, "");
      // The page names the entry, whose hash stands in the list: a new build is a new version.
      const version = createHash("sha256").update(JSON.stringify(files)).update(body).digest("hex").slice(0, 16);
      const source = `const SHELL_VERSION = "${version}";\nconst SHELL_FILES = ${JSON.stringify(files)};\n${body}`;
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    },
  };
}
