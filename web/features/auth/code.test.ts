import { expect, it } from "vitest";
import { digitsOf, grouped } from "./code.ts";

it.each([
  ["123456", "123456"],
  [" 123 456 ", "123456"],
  ["１２３４５６", "123456"],
  ["code: 12-34-56-78", "123456"],
  ["abc", ""],
])("takes the digits of %s", (text, digits) => expect(digitsOf(text)).toBe(digits));

it("groups a secret in fours", () => {
  expect(grouped("JBSWY3DPEHPK3PXP")).toBe("JBSW Y3DP EHPK 3PXP");
  expect(grouped("ABCDE")).toBe("ABCD E");
});
