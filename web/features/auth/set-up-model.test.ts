import { expect, it } from "vitest";
import { firstAccounts, newAccount, setUpFaults } from "./set-up-model.ts";

const filled = firstAccounts().map((account, index) => ({
  ...account,
  name: `person.${index}`,
  displayName: `某人 ${index}`,
  password: "correct horse battery",
}));

it("begins with the three administrators, who stay, and one officer", () => {
  expect(firstAccounts().map(({ role, fixed }) => [role, fixed])).toEqual([
    ["SYSTEM_ADMIN", true],
    ["SECURITY_ADMIN", true],
    ["AUDITOR", true],
    ["OFFICER", false],
  ]);
});

it("takes a form that is complete", () => expect(setUpFaults(filled)).toEqual({}));

it("names every field that is empty", () => {
  const empty = newAccount("EXPERT");
  expect(setUpFaults([empty])).toEqual({
    [`${empty.key}.name`]: "nameShape",
    [`${empty.key}.displayName`]: "displayName",
    [`${empty.key}.password`]: "tooShort",
  });
});

it("refuses a name twice whatever its case or width, and a password that holds it", () => {
  const [first, second, ...rest] = filled;
  if (!first || !second) throw new Error("too few accounts");
  const faults = setUpFaults([
    { ...first, name: "zhang.san", password: "Zhang.San-2026-x" },
    { ...second, name: "ＺＨＡＮＧ.san" },
    ...rest,
  ]);
  expect(faults).toEqual({ [`${second.key}.name`]: "nameTwice", [`${first.key}.password`]: "likeName" });
});

it("counts characters, not code units", () => {
  const [first] = filled;
  if (!first) throw new Error("no account");
  expect(setUpFaults([{ ...first, password: "𠮷𠮷𠮷𠮷𠮷𠮷" }])).toEqual({ [`${first.key}.password`]: "tooShort" });
  expect(setUpFaults([{ ...first, password: "高高山顶立深深海底行远" }])).toEqual({ [`${first.key}.password`]: "tooShort" });
  expect(setUpFaults([{ ...first, password: "高高山顶立深深海底行远方" }])).toEqual({});
});
