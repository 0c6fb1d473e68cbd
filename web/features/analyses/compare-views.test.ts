import { describe, expect, it } from "vitest";
import { changesSince, isUnchanged, viewNow } from "./compare-views.ts";
import { SAMPLE_VIEW } from "./sample-view.ts";

const [first, second] = SAMPLE_VIEW.edges;
const people = ["a", "b", "c"];
const turned = first && { ...first, source: first.target, target: first.source, strength: 0.01 };
const edges = [turned, second].flatMap((edge) => edge ?? []);

describe("what has changed since a view was kept", () => {
  it("is nothing when the same pairs are linked by the same, whichever end is named first and however strong they count", () => {
    expect(isUnchanged(changesSince(SAMPLE_VIEW, { people, edges, complete: true }))).toBe(true);
  });

  it("tells new pairs, pairs no longer linked, pairs that differ, and people who are not there", () => {
    const added = { source: "a", target: "c", works: 1, strength: 0.4, links: ["COAUTHOR" as const], firstYear: 2026, lastYear: 2026 };
    const more = turned && { ...turned, works: 4, lastYear: 2026 };
    const now = { people: ["a", "b"], edges: [more, added].flatMap((edge) => edge ?? []), complete: true };
    const changes = changesSince(SAMPLE_VIEW, now);
    expect(changes).toEqual({
      added: [added],
      gone: [second],
      changed: [{ before: first, after: more }],
      missing: ["c"],
      complete: true,
    });
    expect(isUnchanged(changes)).toBe(false);
  });

  it("calls no pair gone where not everything was read", () => {
    const changes = changesSince(SAMPLE_VIEW, { people, edges: [], complete: false });
    expect(changes.gone).toEqual([]);
    expect(changes.complete).toBe(false);
  });

  it("is shown in the places of then", () => {
    const added = { source: "a", target: "c", works: 1, strength: 0.4, links: ["COAUTHOR" as const] };
    const outside = { ...added, target: "somebody" };
    const now = viewNow(SAMPLE_VIEW, { people, edges: [added, outside], complete: true }, "2027-01-01T00:00:00.000Z");
    expect(now).toEqual({ ...SAMPLE_VIEW, edges: [added], dataDate: "2027-01-01T00:00:00.000Z" });
  });
});
