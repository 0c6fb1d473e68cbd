import { expect, it } from "vitest";
import { columnBeside, openStage, shownStages } from "./board-model.ts";

const STAGES = ["LEAD", "CONTACT", "INTENT", "LANDED"].map((id) => ({ id }));
const IDS = STAGES.map(({ id }) => id);

it("shows the stages asked for in their own order, and all when none is asked for", () => {
  expect(shownStages(STAGES, { stages: ["INTENT", "LEAD"] }).map(({ id }) => id)).toEqual(["LEAD", "INTENT"]);
  expect(shownStages(STAGES, {})).toBe(STAGES);
  expect(shownStages(STAGES, { stages: [] })).toBe(STAGES);
});

it("opens the stage asked for on a phone, else the first that holds anything", () => {
  const counts = new Map([["INTENT", 3]]);
  expect(openStage(STAGES, "CONTACT", counts)).toBe("CONTACT");
  expect(openStage(STAGES, "GONE", counts)).toBe("INTENT");
  expect(openStage(STAGES, null, new Map())).toBe("LEAD");
  expect(openStage([], null, counts)).toBeUndefined();
});

it("leads an arrow key to the nearest column that takes what is carried, and nowhere when there is none", () => {
  const takes = (id: string) => id === "LEAD" || id === "LANDED";
  expect(columnBeside(IDS, "CONTACT", 1, takes)).toBe("LANDED");
  expect(columnBeside(IDS, "CONTACT", -1, takes)).toBe("LEAD");
  expect(columnBeside(IDS, "LANDED", 1, takes)).toBeNull();
  expect(columnBeside(IDS, "LEAD", -1, takes)).toBeNull();
});
