import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

function flat(messages: object, path = ""): Map<string, string> {
  const result = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === "object" && value !== null) for (const [below, text] of flat(value, `${path}${key}.`)) result.set(below, text);
    else result.set(`${path}${key}`, String(value));
  }
  return result;
}

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
const chinese = flat(zh);
const english = flat(en);

describe("words in two languages", () => {
  it("have the same keys and the same holes, and none is empty", () => {
    expect([...english.keys()]).toEqual([...chinese.keys()]);
    for (const [key, text] of chinese) {
      expect(text.trim(), key).not.toBe("");
      expect(english.get(key)?.trim(), key).not.toBe("");
      expect(holes(english.get(key) ?? ""), key).toEqual(holes(text));
    }
  });

  it("are in their own language", () => {
    const swaps = new Set(["header.language"]);
    for (const [key, text] of english) if (!swaps.has(key)) expect(text, key).not.toMatch(/\p{Script=Han}/u);
  });

  it("exist for every key that the shared code names", () => {
    const root = join(import.meta.dirname, "../..");
    const files = ["app", "lib", "features/search", "features/selection", "features/scientists"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(root, folder, file)),
    );
    const missing: string[] = [];
    for (const file of files.filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))) {
      for (const [, key] of readFileSync(file, "utf8").matchAll(/\bt\(\s*"([\w.-]+)"/g)) {
        if (key && !chinese.has(key) && !chinese.has(`${key}_other`)) missing.push(`${file}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
