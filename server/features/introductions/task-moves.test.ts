import { describe, expect, test } from "vitest";
import { allowedMoves, sees } from "./task-moves.ts";

const asked = { status: "ASKED", handlerId: "her" } as const;
const her = { id: "her", officer: false };
const officer = { id: "officer", officer: true };

describe("what may be done with a task of introduction", () => {
  test("who is asked answers, and may decline after having been willing", () => {
    expect(allowedMoves(asked, her)).toEqual(["ACCEPT", "DECLINE", "DONE"]);
    expect(allowedMoves({ ...asked, status: "ACCEPTED" }, her)).toEqual(["DONE", "DECLINE"]);
  });

  test("officers take back and answer for nobody who has an account", () => {
    expect(allowedMoves(asked, officer)).toEqual(["TAKE_BACK"]);
    expect(allowedMoves({ ...asked, handlerId: null }, officer)).toEqual(["ACCEPT", "DECLINE", "DONE", "TAKE_BACK"]);
  });

  test("an officer who is asked does both", () => {
    expect(allowedMoves({ ...asked, handlerId: "officer" }, officer)).toEqual(["ACCEPT", "DECLINE", "DONE", "TAKE_BACK"]);
  });

  test("what has ended stays as it is", () => {
    for (const status of ["DECLINED", "DONE", "TAKEN_BACK"] as const) {
      expect(allowedMoves({ ...asked, status }, her)).toEqual([]);
      expect(allowedMoves({ status, handlerId: null }, officer)).toEqual([]);
    }
  });

  test("ambassadors see what asks them and nothing else", () => {
    expect(sees(asked, her)).toBe(true);
    expect(sees(asked, { id: "another", officer: false })).toBe(false);
    expect(sees({ handlerId: null }, her)).toBe(false);
    expect(sees({ handlerId: null }, officer)).toBe(true);
  });
});
