import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { zh as common } from "./messages/zh.ts";

const FEATURES = join(import.meta.dirname, "../features");
/** Rooms whose words are loaded with them. */
const ROOMS = readdirSync(FEATURES).filter((room) => existsSync(join(FEATURES, room, "locales", "zh.json")) && room !== "map");

function flat(messages: object, path = ""): Map<string, string> {
  const result = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === "object" && value !== null) for (const [below, text] of flat(value, `${path}${key}.`)) result.set(below, text);
    else result.set(`${path}${key}`, String(value));
  }
  return result;
}

const wordsOf = (room: string, language: string) =>
  flat(JSON.parse(readFileSync(join(FEATURES, room, "locales", `${language}.json`), "utf8")));
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();
const shared = flat(common);

describe.each(ROOMS)("the words of %s", (room) => {
  const chinese = wordsOf(room, "zh");
  const english = wordsOf(room, "en");

  it("have the same keys and holes in both languages, none is empty, and English holds no Chinese", () => {
    expect([...english.keys()]).toEqual([...chinese.keys()]);
    for (const [key, text] of chinese) {
      expect(text.trim(), key).not.toBe("");
      expect(holes(english.get(key) ?? ""), key).toEqual(holes(text));
      expect(english.get(key), key).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it("exist for every key that its code names", () => {
    const files = readdirSync(join(FEATURES, room), { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
    const used = files.flatMap((file) =>
      [...readFileSync(join(FEATURES, room, file), "utf8").matchAll(/\bt\(\s*(?:\w+ \? )?"([\w.-]+)"(?: : "([\w.-]+)")?/g)].flatMap(
        ([, one, other]) => [one ?? "", other ?? ""],
      ),
    );
    const missing = used.filter((key) => key !== "" && !chinese.has(key) && !shared.has(key) && !shared.has(`${key}_other`));
    expect(missing).toEqual([]);
  });
});
