import { describe, expect, it } from "vitest";
import { claimLeft, deedsOf, nextOf, shownOf, yearsKey } from "./ledger-model.ts";

const offer = { note: "n", at: "2026-11-22T00:00:00Z", outcome: null, closedAt: null };

describe("a referral in its ambassador's ledger", () => {
  it.each([
    ["CLAIMED", ["withdraw"]],
    ["IN_PROGRESS", ["withdraw"]],
    ["ALREADY_IN_PROGRESS", ["offer", "another", "withdraw"]],
    ["UNDER_REVIEW", ["withdraw"]],
    ["LAPSED", ["again"]],
    ["WITHDRAWN", ["again"]],
    ["DECLINED", ["again"]],
    ["TRANSFERRED", []],
    ["LANDED", []],
  ] as const)("that is %s allows %j", (status, deeds) => {
    expect(deedsOf({ status, introductionOffer: null })).toEqual(deeds);
  });

  it("says what comes next, from the offer once there is one", () => {
    const status = "ALREADY_IN_PROGRESS";
    expect(nextOf({ status, introductionOffer: null })).toBe("ALREADY_IN_PROGRESS");
    expect(nextOf({ status, introductionOffer: offer })).toBe("OFFERED");
    expect(nextOf({ status, introductionOffer: { ...offer, outcome: "MADE" } })).toBe("MADE");
    expect(nextOf({ status: "WITHDRAWN", introductionOffer: offer })).toBe("WITHDRAWN");
    expect(deedsOf({ status, introductionOffer: offer })).toEqual(["withdraw"]);
  });

  it("counts the days of its claim, today among them", () => {
    expect(claimLeft("2026-11-22", "CLAIMED", "2026-11-22")).toEqual({ days: 0, soon: true });
    expect(claimLeft("2026-12-06", "CLAIMED", "2026-11-22")).toEqual({ days: 14, soon: true });
    expect(claimLeft("2026-12-07", "IN_PROGRESS", "2026-11-22")).toEqual({ days: 15, soon: false });
    expect(claimLeft("2026-11-21", "CLAIMED", "2026-11-22")).toBeNull();
    expect(claimLeft("2026-12-07", "WITHDRAWN", "2026-11-22")).toBeNull();
    expect(claimLeft(null, "CLAIMED", "2026-11-22")).toBeNull();
  });

  it("is either under way or ended", () => {
    const all = [{ status: "CLAIMED" }, { status: "LANDED" }, { status: "UNDER_REVIEW" }, { status: "LAPSED" }] as const;
    expect(shownOf(all, "open")).toEqual([all[0], all[2]]);
    expect(shownOf(all, "ended")).toEqual([all[1], all[3]]);
    expect(shownOf(all, "all")).toEqual(all);
  });
});

it("words the years as far as they were given", () => {
  expect([yearsKey(2016, 2018), yearsKey(2016, null), yearsKey(null, 2018), yearsKey(null, null)]).toEqual(["both", "from", "to", null]);
});
