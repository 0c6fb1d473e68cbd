import { expect, it } from "vitest";
import type { Exports_RequestFragment } from "../../gql/generated.ts";
import { selectionOf, selectionText, standingRequest } from "./export-state.ts";

const request = (part: Partial<Exports_RequestFragment>): Exports_RequestFragment => ({
  id: "01A",
  requestedBy: "王",
  own: true,
  requestedAt: "2026-11-22T00:00:00Z",
  reason: "盘点",
  selection: "?q=量子&tiers=TOP",
  rowCount: 6000,
  status: "PENDING",
  decidedBy: null,
  decidedAt: null,
  note: null,
  expiresAt: null,
  ...part,
});
const wanted = { query: "量子", filter: { tiers: ["TOP" as const] } };

it("reads a selection with or without its question mark", () => {
  expect(selectionOf("?q=量子&tiers=TOP")).toEqual(wanted);
  expect(selectionOf("tiers=TOP&q=量子")).toEqual(wanted);
  expect(selectionText(selectionOf("tiers=TOP&q=量子"))).toBe(selectionText(wanted));
});

it.each([
  ["undecided", {}, true],
  ["approved", { status: "APPROVED" as const }, true],
  ["fetched", { status: "USED" as const }, false],
  ["declined", { status: "DECLINED" as const }, false],
  ["of somebody else", { own: false }, false],
  ["for other people", { selection: "?q=量子" }, false],
])("a request that is %s", (_how, part, stands) => expect(standingRequest([request(part)], wanted) !== undefined).toBe(stands));

it("a request for a network is none for everybody, whom its text would name as a list", () => {
  const everybody = { query: "", filter: {} };
  expect(standingRequest([request({ selection: "" })], everybody)).toBeDefined();
  expect(standingRequest([request({ selection: "network=0a1b" })], everybody)).toBeUndefined();
});
