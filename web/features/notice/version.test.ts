import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");
const text = (language: string) => readFileSync(join(import.meta.dirname, "locales", `${language}.json`), "utf8");

/** The text to which each version belongs. A change of the text needs a new version here and in server/shared/notice.ts. */
const TEXTS: Readonly<Record<string, string>> = {
  "2026-11-22": "6273e92480c78e01",
};

it("has another version whenever its text is another", () => {
  const version = /NOTICE_VERSION = "([^"]+)"/.exec(readFileSync(join(root, "server/shared/notice.ts"), "utf8"))?.[1] ?? "";
  const hash = createHash("sha256").update(text("zh")).update(text("en")).digest("hex").slice(0, 16);
  expect(TEXTS[version], `the text now has the hash ${hash}`).toBe(hash);
});
