import { explain } from "../start/explain.ts";
import { ensureWebBuild } from "../start/web-build.ts";

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

try {
  await ensureWebBuild({ info: tell, warn: tell });
} catch (error) {
  tell(explain(error));
  process.exitCode = 1;
}
