import { expect, it } from "vitest";
import { splitHighlight } from "./match.ts";

it.each([
  [
    { text: "四川省", start: 0, end: 2 },
    { before: "", inside: "四川", after: "省" },
  ],
  [
    { text: "abc", start: 2, end: 9 },
    { before: "ab", inside: "c", after: "" },
  ],
  [
    { text: "abc", start: -3, end: 1 },
    { before: "", inside: "a", after: "bc" },
  ],
  [
    { text: "abc", start: 2, end: 1 },
    { before: "ab", inside: "", after: "c" },
  ],
])("splits %o", (match, parts) => expect(splitHighlight(match)).toEqual(parts));
