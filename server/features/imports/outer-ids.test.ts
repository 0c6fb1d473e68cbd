import { expect, test } from "vitest";
import { authorKey, doiOf, openAlexIdOf, orcidOf, plainText, workIds, yearOf } from "./outer-ids.ts";

test("an ORCID is taken in any form when its check character is right", () => {
  expect(orcidOf("https://orcid.org/0000-0002-1825-0097")).toBe("0000-0002-1825-0097");
  expect(orcidOf("0000-0002-1694-233x")).toBe("0000-0002-1694-233X");
  expect(orcidOf("0000-0002-1825-0098")).toBeUndefined();
  expect(orcidOf("https://evil.example/0000-0002-1825-0097")).toBeUndefined();
});

test("OpenAlex ids are of the kind that is asked for", () => {
  expect(openAlexIdOf("https://openalex.org/W2741809807", "W")).toBe("W2741809807");
  expect(openAlexIdOf("https://openalex.org/W2741809807", "A")).toBeUndefined();
  expect(openAlexIdOf("a5", "A")).toBe("A5");
});

test("a DOI is one in any form and case", () => {
  expect(doiOf("https://doi.org/10.7717/PeerJ.4375")).toBe("10.7717/peerj.4375");
  expect(doiOf("doi: 10.7717/peerj.4375")).toBe("10.7717/peerj.4375");
  expect(doiOf("work:doi")).toBeUndefined();
});

test("a year is one that a work can have", () => {
  const now = new Date("2026-01-01");
  expect([yearOf("2022-05", now), yearOf(1989, now), yearOf(2028, now)]).toEqual([2022, 1989, 2028]);
  expect([yearOf(1021, now), yearOf("soon", now), yearOf(2029, now), yearOf(1999.5, now)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("authors are told apart by id, and without one by the string within its source", () => {
  expect(authorKey({ name: "Yang Liu", anthologyId: "yang-liu-ict" }, "s")).toBe("acl:yang-liu-ict");
  expect(authorKey({ name: "X", orcid: "0000-0002-1825-0097", openAlexId: "A1" }, "s")).toBe("openalex:A1");
  expect(authorKey({ name: "Yang Liu" }, "one")).not.toBe(authorKey({ name: "Yang Liu" }, "two"));
});

test("ids of a work carry their scheme", () => {
  expect(workIds({ doi: "10.1/x", anthologyId: "J89-1001", openAlexId: "W1" })).toEqual(["doi:10.1/x", "acl:J89-1001", "openalex:W1"]);
  expect(workIds({})).toEqual([]);
});

test("white space is one space, and nothing is nothing", () => {
  expect([plainText("  a \n b "), plainText(" "), plainText(null)]).toEqual(["a b", undefined, undefined]);
});
