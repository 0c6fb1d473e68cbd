import { expect, test } from "vitest";
import { checkPassword, normalizePassword } from "./password-policy.ts";

const context = { names: ["zhang.wei", "张卫国"], minClasses: 1 };
const accepted = (password: string, minClasses = 1): boolean =>
  checkPassword(normalizePassword(password), { ...context, minClasses }) === null;

test("S5 12 to 128 characters are accepted, Chinese among them", () => {
  for (const password of ["granite otter violin", "蜀道之难难于上青天侧身西望", "kq7VmZ2xTb9w", "x9#Lq".repeat(25)])
    expect(accepted(password), password).toBe(true);
  expect(accepted("kq7VmZ2xTb9")).toBe(false);
  expect(accepted("蜀道之难难于上青天侧身")).toBe(false);
  expect(accepted(`${"x9#Lq".repeat(25)}abc`)).toBe(true);
  expect(accepted(`${"x9#Lq".repeat(25)}abcd`)).toBe(false);
});

test.each([
  "password1234",
  "P@ssw0rd2026!",
  "Admin@123456",
  "administrator1",
  "qwertyuiop123",
  "1qaz2wsx3edc",
  "abcdefghijkl",
  "123456789012",
  "aaaaaaaaaaaa",
  "ababababababab",
  "iloveyou1314520",
  "woaini5201314",
  "Welcome2Beijing!",
  "letmein-letmein",
  "Huawei@123456",
  "Sichuan2026!!!",
  "nihaozhongguo",
  "neo4jpassword",
])("S5 the common password %s is refused", (password) => {
  expect(accepted(password)).toBe(false);
});

test.each(["zhang.wei-2026-x", "xx-ZHANG.WEI-yy-77", "iew.gnahz.granite", "我是张卫国不会忘记密码啊哈"])(
  "S5 %s, which holds the account's name, is refused",
  (password) => {
    expect(accepted(password)).toBe(false);
  },
);

test("S5 classes of characters are asked for only when the setting says so", () => {
  expect(accepted("granite otter violin", 2)).toBe(true);
  expect(accepted("granite otter violin", 3)).toBe(false);
  expect(accepted("Granite otter violin", 3)).toBe(true);
  expect(accepted("Granite otter 7 violins", 4)).toBe(true);
});

test("S5 a password typed in full width is the same password", () => {
  expect(normalizePassword("ｇｒａｎｉｔｅ－１２")).toBe("granite-12");
});
