import { describe, expect, it } from "vitest";
import { isNarrowed, listHref, parseEngagementFilter, parseEngagementSort, withCondition, withoutConditions } from "./pipeline-url.ts";

const read = (search: string) => parseEngagementFilter(new URLSearchParams(search));

describe("the address of the pipeline", () => {
  it("shows all but the stopped ones when nothing is asked for", () => {
    expect(read("")).toEqual({ statuses: ["OPEN", "PAUSED", "LANDED"] });
    expect(read("status=NOTHING")).toEqual(read(""));
  });

  it("is read into a filter, and what is not understood is left out", () => {
    expect(
      read(
        "stage=CONTACT,INTENT,CONTACT&status=STOPPED&channel=MARKET,NOTHING&desk=D&owner=a,b&programme=p&ageing=OVER_LIMIT&step=MISSING&name= 演示 &from=2026-01-01&to=tomorrow",
      ),
    ).toEqual({
      statuses: ["STOPPED"],
      stages: ["CONTACT", "INTENT"],
      desks: ["D"],
      owners: ["a", "b"],
      programmes: ["p"],
      channels: ["MARKET"],
      ageing: ["OVER_LIMIT"],
      nextStep: "MISSING",
      name: "演示",
      openedFrom: "2026-01-01",
    });
  });

  it("takes over the people of a search, typed and chosen, and none where none was given", () => {
    expect(read("q=量子&fields=f1")).toEqual({ ...read(""), scientists: { fields: ["f1"] }, query: "量子" });
    expect(read("q=量子")).toEqual({ ...read(""), query: "量子" });
    expect(read("q=%20&fields=")).toEqual(read(""));
  });

  it("orders by the next step unless told, and the idle longest first", () => {
    expect(parseEngagementSort(new URLSearchParams("sort=nothing"))).toEqual({ by: "NEXT_STEP", direction: "ASCENDING" });
    expect(parseEngagementSort(new URLSearchParams("sort=IDLE_DAYS"))).toEqual({ by: "IDLE_DAYS", direction: "DESCENDING" });
  });

  it("goes back to the first page when a condition changes, and keeps how it is looked at when all are taken away", () => {
    const params = new URLSearchParams("view=table&sort=NAME&owner=a&after=x&page=3&q=量子");
    expect(withCondition(params, "owner", ["a", "b"]).toString()).toBe(
      new URLSearchParams("view=table&sort=NAME&owner=a,b&q=量子").toString(),
    );
    expect(withCondition(params, "owner", []).has("owner")).toBe(false);
    expect(isNarrowed(params)).toBe(true);
    expect(withoutConditions(params).toString()).toBe("view=table&sort=NAME");
    expect(isNarrowed(withoutConditions(params))).toBe(false);
  });

  it("leads from a number to its list", () => {
    expect(listHref({ owner: "a b", status: ["OPEN", "PAUSED"], from: null })).toBe("/pipeline?view=table&owner=a%20b&status=OPEN,PAUSED");
    const { search } = new URL(listHref({ channel: "MARKET", status: ["LANDED"], from: "2026-01-01" }), "http://x");
    expect(read(search)).toEqual({ statuses: ["LANDED"], channels: ["MARKET"], openedFrom: "2026-01-01" });
  });
});
