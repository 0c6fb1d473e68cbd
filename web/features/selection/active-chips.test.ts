import { describe, expect, it } from "vitest";
import { activeChips } from "./active-chips.ts";

describe("conditions of a selection", () => {
  const selection = {
    query: "重庆籍 量子",
    filter: { employers: ["A", "B"], living: true, bounds: { west: 1, south: 2, east: 3, north: 4 }, boundsView: "BIRTHPLACE" as const },
  };
  const interpretation = [
    { key: "homeRegions", text: "重庆籍", start: 0, end: 3, values: [{ id: "P", label: "重庆市", labelEn: null }] },
    { key: "text", text: "量子", start: 4, end: 6, values: [] },
  ];
  const chips = activeChips(selection, interpretation);

  it("lists typed ones first, then one for each chosen value, then the rest", () => {
    expect(chips.map((chip) => `${chip.origin} ${chip.key}`)).toEqual([
      "understood homeRegions",
      "text text",
      "filter employers",
      "filter employers",
      "filter living",
      "filter bounds",
    ]);
  });

  it("takes typed words out of the text and nothing else", () => {
    expect(chips[0]?.without).toEqual({ query: "量子", filter: selection.filter });
    expect(chips[1]?.without.query).toBe("重庆籍");
  });

  it("takes one value out of its key, and the view with the area it belongs to", () => {
    expect(chips[2]?.without.filter.employers).toEqual(["B"]);
    expect(chips[5]?.without).toEqual({ query: selection.query, filter: { employers: ["A", "B"], living: true } });
  });
});
