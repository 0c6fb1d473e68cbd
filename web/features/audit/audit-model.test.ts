import { describe, expect, it } from "vitest";
import { readDetail } from "./audit-detail.ts";
import { parseAuditFilter, parseAuditPage, withCondition } from "./audit-url.ts";

describe("the address of the trail", () => {
  it("is read into a filter, and what is not understood is left out", () => {
    const params = new URLSearchParams("action=SIGN_IN,NOTHING,UNMASK&result=REFUSED&actor= 01A &subject=&from=2026-11-01&to=tomorrow");
    expect(parseAuditFilter(params)).toEqual({ actions: ["SIGN_IN", "UNMASK"], results: ["REFUSED"], actor: "01A", from: "2026-11-01" });
    expect(parseAuditFilter(new URLSearchParams())).toEqual({});
  });

  it("counts pages only behind a cursor", () => {
    expect(parseAuditPage(new URLSearchParams("after=abc&page=3"))).toEqual({ after: "abc", page: 3 });
    expect(parseAuditPage(new URLSearchParams("page=3"))).toEqual({ after: null, page: 1 });
    expect(parseAuditPage(new URLSearchParams("after=abc&page=x"))).toEqual({ after: "abc", page: 1 });
  });

  it("goes back to the first page when a condition changes", () => {
    const next = withCondition(new URLSearchParams("after=abc&page=3&result=OK"), "action", "EXPORT");
    expect(next.toString()).toBe("result=OK&action=EXPORT");
    expect(withCondition(next, "result", "").toString()).toBe("action=EXPORT");
  });
});

describe("the particulars of a record", () => {
  it("are told as changes and the rest", () => {
    const detail = JSON.stringify({
      before: { role: null },
      after: { role: "OFFICER", note: "x" },
      reason: "新入职",
      filter: { tiers: ["TOP", "YOUNG"] },
    });
    expect(readDetail(detail)).toEqual({
      changes: [
        { name: "role", before: "—", after: "OFFICER" },
        { name: "note", before: "—", after: "x" },
      ],
      particulars: [
        { name: "reason", value: "新入职" },
        { name: "filter.tiers", value: "TOP, YOUNG" },
      ],
    });
  });

  it("count as a change only when there is an after", () => {
    expect(readDetail('{"kind":"SESSIONS","before":"2026-11-01"}')).toEqual({
      changes: [],
      particulars: [
        { name: "kind", value: "SESSIONS" },
        { name: "before", value: "2026-11-01" },
      ],
    });
    expect(readDetail('{"before":"PENDING","after":"APPROVED"}').changes).toEqual([{ name: "", before: "PENDING", after: "APPROVED" }]);
  });

  it("are shown as they are when they are no JSON", () => {
    expect(readDetail("plain")).toEqual({ changes: [], particulars: [{ name: "", value: "plain" }] });
    expect(readDetail("{}")).toEqual({ changes: [], particulars: [] });
  });
});
