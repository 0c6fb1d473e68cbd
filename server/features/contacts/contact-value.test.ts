import fc from "fast-check";
import { expect, test } from "vitest";
import { readContactValue } from "./contact-value.ts";

test.each([
  ["PHONE", "138 0013 1234", "13800131234", "138****1234"],
  ["PHONE", "+86-28-8540 0000", "+862885400000", "+86****0000"],
  ["PHONE", "１３８００１３１２３４", "13800131234", "138****1234"],
  ["PHONE", "123456", "123456", "1****"],
  ["EMAIL", " wang.li@example.edu.cn ", "wang.li@example.edu.cn", "wa****@example.edu.cn"],
  ["EMAIL", "a@b.cn", "a@b.cn", "a****@b.cn"],
  ["MESSENGER", "wxid_lihua", "wxid_lihua", "wx****ua"],
] as const)("%s %s is kept as %s and shown as %s", (kind, typed, value, masked) => {
  expect(readContactValue(kind, typed)).toEqual({ value, masked });
});

test.each([
  ["PHONE", "12"],
  ["PHONE", "call me"],
  ["PHONE", "138001312341380013123413800131234"],
  ["EMAIL", "nobody"],
  ["EMAIL", "two words@example.cn"],
  ["EMAIL", "a@b"],
  ["MESSENGER", "x"],
  ["MESSENGER", "微 信"],
] as const)("%s %s is refused", (kind, typed) => {
  expect(readContactValue(kind, typed)).toBeNull();
});

test("a mask hides at least three digits and shows at most seven", () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 20 }).map((list) => list.join(""));
  fc.assert(
    fc.property(digits, (number) => {
      const shown = readContactValue("PHONE", number)?.masked.replace("****", "") ?? number;
      expect(number.length - shown.length).toBeGreaterThanOrEqual(3);
      expect(shown.length).toBeLessThanOrEqual(7);
    }),
  );
});
