import { expect, test } from "vitest";
import { rightsOf } from "../rights/index.ts";
import type { Chip, Interpretation } from "./query-parser.ts";
import { visibleInterpretation } from "./visible-chips.ts";

const tier: Chip = { kind: "filter", key: "tiers", values: [{ id: "YOUNG", label: "青年" }], text: "青年", start: 4, end: 6 };
const home: Chip = { kind: "filter", key: "homeRegions", values: [{ id: "cq", label: "重庆" }], text: "重庆籍", start: 0, end: 3 };
const read: Interpretation = { chips: [home, tier], residual: "", residualIsName: false, alternative: null };

test("who may filter by everything gets the very interpretation", () => {
  expect(visibleInterpretation(read, rightsOf("OFFICER"))).toBe(read);
});

test("a chip of a hidden field is searched as text and says nothing of the field", () => {
  const seen = visibleInterpretation(read, rightsOf("AMBASSADOR"));
  expect(seen.chips).toEqual([home, { kind: "text", key: "text", values: [], text: "青年", start: 4, end: 6 }]);
  expect(seen.residual).toBe("青年");
});

test("the other reading of a text is treated alike", () => {
  const whole: Chip = { kind: "text", key: "text", values: [], text: "Young", start: 0, end: 5 };
  const both = { chips: [whole], residual: "Young", residualIsName: true, alternative: [{ ...tier, text: "Young", start: 0, end: 5 }] };
  expect(visibleInterpretation(both, rightsOf("AMBASSADOR")).alternative).toEqual([whole]);
});

test("a principal without a role is understood in nothing", () => {
  expect(visibleInterpretation(read, rightsOf(null)).chips.map((chip) => chip.key)).toEqual(["text", "text"]);
});
