import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { removeSpan } from "./chips.ts";

const without = (text: string, words: string) => removeSpan(text, text.indexOf(words), text.indexOf(words) + words.length);

describe("taking a condition out of the typed text", () => {
  it.each([
    ["在美国做量子信息的重庆籍科学家", "重庆籍", "在美国做量子信息的科学家"],
    ["清华毕业 四川人 集成电路", "四川人", "清华毕业 集成电路"],
    ["清华毕业 四川人 集成电路", "清华毕业", "四川人 集成电路"],
    ["born in Sichuan, materials, works in Beijing", "materials", "born in Sichuan, works in Beijing"],
    ["born in Sichuan, materials", "materials", "born in Sichuan"],
    ["重庆的量子信息", "重庆", "量子信息"],
    ["量子", "量子", ""],
  ])("%s − %s", (text, words, rest) => expect(without(text, words)).toBe(rest));

  it("never brings back what was taken out, and never adds a character", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.nat(30), fc.nat(30), (text, one, other) => {
        const [start, end] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
        const rest = removeSpan(text, start, end);
        expect(rest.length).toBeLessThanOrEqual(text.length - (end - start));
      }),
    );
  });
});
