import { expect, test } from "vitest";
import { splitStatements } from "./statements.ts";

test("statements end at semicolons outside quotes and comments", () => {
  const text = "// first; not a statement\nCREATE (a {t: 'x;y\\';z'}); /* ; */ MATCH (n:`odd;label`) RETURN \"//;\" ;\n\n;RETURN 1";
  expect(splitStatements(text)).toEqual(["CREATE (a {t: 'x;y\\';z'})", 'MATCH (n:`odd;label`) RETURN "//;"', "RETURN 1"]);
});

test("an unclosed quote or comment does not run past the end", () => {
  expect(splitStatements("RETURN 'a; b")).toEqual(["RETURN 'a; b"]);
  expect(splitStatements("RETURN 1 /* ; ")).toEqual(["RETURN 1"]);
});
