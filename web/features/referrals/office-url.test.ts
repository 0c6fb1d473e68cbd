import { expect, it } from "vitest";
import { filterOf, parseOffice, writeOffice } from "./office-url.ts";

it.each([
  ["", null],
  ["status=UNDER_REVIEW", { statuses: ["UNDER_REVIEW"] }],
  ["waiting=1&offering=1", { waiting: true, offering: true }],
  ["status=NONE&waiting=yes", null],
  ["open=abc", null],
])("the address ?%s asks for %j and is written again as it was understood", (address, filter) => {
  const state = parseOffice(new URLSearchParams(address));
  expect(filterOf(state)).toEqual(filter);
  expect(parseOffice(writeOffice(state))).toEqual(state);
});

it("writes nothing for the whole list", () => {
  expect(writeOffice(parseOffice(new URLSearchParams("status=NONE"))).toString()).toBe("");
});
